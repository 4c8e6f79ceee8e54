import { userOnWire } from './people-routes.ts';
import { presencesOnWire } from './presence-routes.ts';
import type { Realm, ZulipPerson } from './realm.ts';
import { Refusal } from './refusal.ts';
import type { Answer, ZulipRoute } from './route.ts';
import { customEmojiOnWire, realmIcon } from './server-routes.ts';
import { statusOnWire } from './status.ts';

const REGISTER_FIELDS = [
  'event_types',
  'fetch_event_types',
  'client_capabilities',
  'slim_presence',
  'client_gravatar',
  'apply_markdown',
  'all_public_streams',
  'narrow',
  'presence_history_limit_days',
];

export const EMOJI_DATA_PATH = '/static/generated/emoji/emoji_api.f14d3c6b.json';

export const EVENT_ROUTES: ZulipRoute[] = [
  {
    // https://zulip.com/api/register-queue
    method: 'POST',
    path: /^\/register$/,
    parameters: REGISTER_FIELDS,
    access: 'signed-in',
    answer: ({ realm, queues, fields }, person) => {
      const types = stringList(fields.json('event_types'), 'event_types');
      const fetched = stringList(fields.json('fetch_event_types'), 'fetch_event_types') ?? types;
      fields.json('client_capabilities');
      const wants = (type: string) => fetched === null || fetched.includes(type);
      return {
        ...queues.register(person.userId, types),
        zulip_feature_level: realm.switches.featureLevel,
        zulip_version: realm.switches.version,
        zulip_merge_base: realm.switches.version,
        // Above the heartbeat, so that a client that waits this long never gives up too early.
        event_queue_longpoll_timeout_seconds: Math.ceil(realm.switches.heartbeatMs / 1000) + 40,
        ...initialData(realm, person, wants),
      };
    },
  },
  {
    // https://zulip.com/api/get-events
    method: 'GET',
    path: /^\/events$/,
    parameters: ['queue_id', 'last_event_id', 'dont_block'],
    access: 'signed-in',
    answer: ({ queues, fields, request }, person) =>
      queues.poll({
        userId: person.userId,
        queueId: fields.requiredText('queue_id'),
        lastEventId: fields.integer('last_event_id') ?? -1,
        dontBlock: fields.bool('dont_block') ?? false,
        gone: request.gone,
      }),
  },
  {
    method: 'DELETE',
    path: /^\/events$/,
    parameters: ['queue_id'],
    access: 'signed-in',
    answer: ({ queues, fields }, person) => {
      queues.remove(person.userId, fields.requiredText('queue_id'));
      return {};
    },
  },
];

function stringList(value: unknown, name: string): string[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw new Refusal(`${name} is not a list`);
  return value.map(String);
}

function initialData(realm: Realm, person: ZulipPerson, wants: (type: string) => boolean): Answer {
  const { featureLevel, presenceDisabled } = realm.switches;
  const data: Answer = {};
  if (wants('realm')) {
    Object.assign(data, {
      realm_name: realm.name,
      realm_url: realm.url,
      realm_uri: realm.url,
      realm_icon_url: realmIcon(realm),
      realm_presence_disabled: presenceDisabled,
      ...(featureLevel < 140 ? {} : { server_emoji_data_url: EMOJI_DATA_PATH }),
      ...(featureLevel < 164
        ? {}
        : { server_presence_ping_interval_seconds: 60, server_presence_offline_threshold_seconds: 140 }),
    });
  }
  if (wants('user_status')) data.user_status = allStatuses(realm);
  if (wants('realm_emoji')) data.realm_emoji = customEmojiOnWire(realm);
  if (wants('presence')) data.presences = presencesOnWire(realm);
  if (wants('user_settings') || wants('update_global_notifications')) {
    data.user_settings = { presence_enabled: person.presenceEnabled, default_language: 'en', emojiset: 'google' };
  }
  if (wants('realm_user')) {
    const users = realm.people.map((each) => userOnWire(realm, each));
    data.realm_users = users.filter((user) => user.is_active);
    data.realm_non_active_users = users.filter((user) => !user.is_active);
  }
  return data;
}

/** Keyed by user id; people with nothing set are left out. */
function allStatuses(realm: Realm): Record<string, unknown> {
  const entries = realm.people.map((person) => [person.userId, statusOnWire(person)] as const);
  return Object.fromEntries(entries.filter(([, status]) => Object.keys(status).length > 0));
}
