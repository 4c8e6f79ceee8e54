import { announcePresence, setVisible } from './presence-routes.ts';
import { isAdministrator, type Realm, type ZulipPerson } from './realm.ts';
import { Refusal } from './refusal.ts';
import type { ZulipCall, ZulipRoute } from './route.ts';
import { applyStatus, checkStatus, readStatusText, statusOnWire } from './status.ts';

const FIELDS = ['status_text', 'emoji_name', 'emoji_code', 'reaction_type'];

export const STATUS_ROUTES: ZulipRoute[] = [
  {
    // https://zulip.com/api/update-status
    method: 'POST',
    path: /^\/users\/me\/status$/,
    parameters: [...FIELDS, 'away'],
    access: 'human',
    answer: (call, person) => {
      const away = call.fields.bool('away');
      const changes = checkStatus(call.realm, { ...readStatus(call), away });
      if (away !== undefined) {
        person.presenceEnabled = !away;
        call.queues.emit(settingsEvent(person), [person.userId]);
      }
      const announced = applyStatus(person, changes);
      announce(call, person, away === undefined ? announced : { ...announced, away });
      if (away !== undefined) announcePresence(call, person);
      return {};
    },
  },
  {
    // https://zulip.com/api/get-user-status
    method: 'GET',
    path: /^\/users\/([^/]+)\/status$/,
    parameters: [],
    since: 262,
    access: 'signed-in',
    answer: ({ realm, path }) => ({ status: statusOnWire(findTarget(realm, path[0])) }),
  },
  {
    // https://zulip.com/api/update-status-for-user; takes a bot's key too.
    method: 'POST',
    path: /^\/users\/(?!me\/)([^/]+)\/status$/,
    parameters: FIELDS,
    since: 407,
    access: 'signed-in',
    answer: (call, person) => {
      const asked = readStatus(call);
      const target = findTarget(call.realm, call.path[0]);
      if (!isAdministrator(person)) throw new Refusal('Insufficient permission');
      announce(call, target, applyStatus(target, checkStatus(call.realm, asked)));
      return {};
    },
  },
  {
    // https://zulip.com/api/update-settings
    method: 'PATCH',
    path: /^\/settings$/,
    parameters: ['presence_enabled'],
    since: 80,
    access: 'human',
    answer: (call, person) => {
      const visible = call.fields.bool('presence_enabled');
      if (visible === undefined || visible === person.presenceEnabled) return {};
      setVisible(call, person, visible);
      call.queues.emit(settingsEvent(person), [person.userId]);
      announce(call, person, { away: !visible });
      announcePresence(call, person);
      return {};
    },
  },
];

function readStatus({ realm, fields }: ZulipCall) {
  return {
    text: readStatusText(realm, fields.text('status_text')),
    emojiName: fields.text('emoji_name'),
    emojiCode: fields.text('emoji_code'),
    reactionType: fields.text('reaction_type'),
  };
}

function findTarget(realm: Realm, id: string | undefined): ZulipPerson {
  const target = realm.people.find((person) => String(person.userId) === id);
  if (target === undefined || target.isBot) throw new Refusal('No such user');
  if (!target.isActive) throw new Refusal('User is deactivated');
  return target;
}

function announce({ queues }: ZulipCall, person: ZulipPerson, changes: Record<string, unknown>): void {
  queues.emit({ type: 'user_status', user_id: person.userId, ...changes }, null);
}

function settingsEvent(person: ZulipPerson) {
  return { type: 'user_settings', op: 'update', property: 'presence_enabled', value: person.presenceEnabled };
}
