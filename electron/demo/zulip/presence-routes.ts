import { findByIdOrEmail } from './people-routes.ts';
import type { Realm, ZulipPerson } from './realm.ts';
import { Refusal } from './refusal.ts';
import type { Answer, ZulipCall, ZulipRoute } from './route.ts';

const HISTORY_SECONDS = 14 * 24 * 3600;
const WRITE_INTERVAL_SECONDS = 55;
/** How far going invisible dates somebody back, so that they look offline at once. */
const BACKDATE_SECONDS = 320;

export const PRESENCE_ROUTES: ZulipRoute[] = [
  {
    // https://zulip.com/api/update-presence
    method: 'POST',
    path: /^\/users\/me\/presence$/,
    parameters: ['status', 'new_user_input', 'ping_only', 'last_update_id', 'history_limit_days', 'slim_presence'],
    access: 'human',
    answer: (call, person) => {
      const state = call.fields.requiredText('status');
      const pingOnly = call.fields.bool('ping_only') ?? false;
      if (state !== 'active' && state !== 'idle') throw new Refusal(`Invalid status: ${state}`);
      recordPresence(call, person, state);
      const now = seconds(call.realm);
      return pingOnly
        ? { presence_last_update_id: -1 }
        : { presence_last_update_id: 1000, server_timestamp: now, presences: presencesOnWire(call.realm) };
    },
  },
  {
    method: 'GET',
    path: /^\/users\/([^/]+)\/presence$/,
    parameters: [],
    access: 'signed-in',
    answer: ({ realm, path }): Answer => {
      const person = findByIdOrEmail(realm, path[0] ?? '');
      if (person.isBot) throw new Refusal('Presence is not supported for bot users.');
      if (person.presence === null) throw new Refusal(`No presence data for ${path[0]}`);
      return { presence: classicPresence(person) };
    },
  },
  {
    method: 'GET',
    path: /^\/realm\/presence$/,
    parameters: [],
    access: 'signed-in',
    answer: ({ realm }) => ({
      server_timestamp: seconds(realm),
      presences: Object.fromEntries(
        realm.people
          .filter((person) => person.presence !== null)
          .map((person) => [person.deliveryEmail, classicPresence(person)]),
      ),
    }),
  },
];

/** An invisible person's report succeeds and records nothing. */
function recordPresence(call: ZulipCall, person: ZulipPerson, state: 'active' | 'idle'): void {
  if (!person.presenceEnabled || call.realm.switches.presenceDisabled) return;
  const now = Math.floor(seconds(call.realm));
  const before = person.presence ?? { active: null, idle: null };
  const last = before[state];
  if (last !== null && now - last < WRITE_INTERVAL_SECONDS) return;
  person.presence = { active: state === 'active' ? now : before.active, idle: now };
  announcePresence(call, person);
}

/** Changes whether others see this person as here. */
export function setVisible({ realm }: Pick<ZulipCall, 'realm'>, person: ZulipPerson, visible: boolean): void {
  person.presenceEnabled = visible;
  const at = Math.floor(seconds(realm)) - (visible ? 0 : BACKDATE_SECONDS);
  person.presence = { active: at, idle: at };
}

export function announcePresence({ realm, queues }: Pick<ZulipCall, 'realm' | 'queues'>, person: ZulipPerson): void {
  queues.emit(
    {
      type: 'presence',
      user_id: person.userId,
      server_timestamp: seconds(realm),
      presence: classicPresence(person),
    },
    null,
  );
}

function classicPresence({ presence }: ZulipPerson) {
  const isActive = (presence?.active ?? 0) >= (presence?.idle ?? 0);
  const timestamp = Math.max(presence?.active ?? 0, presence?.idle ?? 0);
  return { website: { client: 'website', status: isActive ? 'active' : 'idle', timestamp, pushable: false } };
}

/** The compact form, keyed by user id. */
export function presencesOnWire(realm: Realm): Record<string, unknown> {
  const oldest = seconds(realm) - HISTORY_SECONDS;
  const recent = realm.people.filter(({ presence }) => Math.max(presence?.active ?? 0, presence?.idle ?? 0) > oldest);
  return Object.fromEntries(
    recent.map(({ userId, presence }) => [
      userId,
      {
        ...(presence?.active == null ? {} : { active_timestamp: presence.active }),
        ...(presence?.idle == null ? {} : { idle_timestamp: presence.idle }),
      },
    ]),
  );
}

export function seconds(realm: Realm): number {
  return realm.clock() / 1000;
}
