import type { Realm, ZulipPerson } from './realm.ts';
import { Refusal } from './refusal.ts';
import type { Answer, ZulipRoute } from './route.ts';

const LISTING = ['client_gravatar', 'include_custom_profile_fields', 'user_ids'];

/** Who am I and who else is there: https://zulip.com/api/get-users */
export const PEOPLE_ROUTES: ZulipRoute[] = [
  {
    method: 'GET',
    path: /^\/users\/me$/,
    parameters: [],
    access: 'signed-in',
    answer: ({ realm }, person) => ({ ...userOnWire(realm, person), max_message_id: 30 }),
  },
  {
    method: 'GET',
    path: /^\/users$/,
    parameters: LISTING,
    access: 'signed-in',
    answer: ({ realm, fields }) => {
      const gravatar = fields.bool('client_gravatar') ?? realm.switches.featureLevel >= 92;
      const members = realm.people.map((person) => ({
        ...userOnWire(realm, person),
        ...(gravatar && !person.isBot ? { avatar_url: null } : {}),
      }));
      return { members };
    },
  },
  {
    method: 'GET',
    path: /^\/users\/([^/]+)$/,
    parameters: LISTING,
    access: 'signed-in',
    answer: ({ realm, path }): Answer => ({ user: userOnWire(realm, findByIdOrEmail(realm, path[0] ?? '')) }),
  },
];

/** By id, or (from feature level 39) by e-mail. */
export function findByIdOrEmail(realm: Realm, idOrEmail: string): ZulipPerson {
  const wanted = decodeURIComponent(idOrEmail);
  const found = realm.people.find(
    (person) =>
      String(person.userId) === wanted || person.deliveryEmail === wanted || syntheticEmail(realm, person) === wanted,
  );
  if (found === undefined) throw new Refusal('No such user');
  return found;
}

function syntheticEmail(realm: Realm, person: ZulipPerson): string {
  return `user${person.userId}@${new URL(realm.url).hostname}`;
}

export function userOnWire(realm: Realm, person: ZulipPerson): Answer {
  return {
    user_id: person.userId,
    email: syntheticEmail(realm, person),
    delivery_email: person.deliveryEmail,
    full_name: person.fullName,
    is_active: person.isActive,
    is_bot: person.isBot,
    is_owner: person.role === 100,
    is_admin: person.role <= 200,
    is_guest: person.role === 600,
    role: person.role,
    timezone: 'Europe/London',
    avatar_url: `${realm.url}/user_avatars/2/${person.userId}.png`,
    avatar_version: 1,
    date_joined: '2024-10-20T07:50:53.728864+00:00',
    profile_data: {},
    ...(person.isBot ? { bot_type: 1, bot_owner_id: 8 } : {}),
  };
}
