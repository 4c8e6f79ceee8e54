import type { Realm } from './realm.ts';
import type { Answer, ZulipRoute } from './route.ts';
import type { createPasswordSignIn } from './sign-in.ts';

/** What a client asks before it is signed in. */
export function createServerRoutes(signIn: ReturnType<typeof createPasswordSignIn>): ZulipRoute[] {
  return [
    {
      // https://zulip.com/api/get-server-settings
      method: 'GET',
      path: /^\/server_settings$/,
      parameters: [],
      access: 'open',
      answer: ({ realm }) => serverSettings(realm),
    },
    {
      method: 'POST',
      path: /^\/fetch_api_key$/,
      parameters: ['username', 'password'],
      access: 'open',
      answer: ({ fields }) => signIn(fields.requiredText('username'), fields.requiredText('password')),
    },
    {
      // https://zulip.com/api/get-custom-emoji
      method: 'GET',
      path: /^\/realm\/emoji$/,
      parameters: [],
      access: 'signed-in',
      answer: ({ realm }) => ({ emoji: customEmojiOnWire(realm) }),
    },
  ];
}

function serverSettings(realm: Realm): Answer {
  const { switches } = realm;
  const server = {
    zulip_version: switches.version,
    zulip_merge_base: switches.version,
    zulip_feature_level: switches.featureLevel,
    push_notifications_enabled: true,
    is_incompatible: false,
    email_auth_enabled: switches.passwordSignIn,
    require_email_format_usernames: switches.requireEmailFormat,
    authentication_methods: {
      password: switches.passwordSignIn,
      email: switches.passwordSignIn,
      ldap: false,
      dev: false,
      remoteuser: false,
      google: true,
    },
    realm_url: realm.url,
    realm_uri: realm.url,
  };
  if (switches.noOrganization) return server;
  return {
    ...server,
    realm_name: realm.name,
    realm_description: `<p>${realm.name} lives inside this app.</p>`,
    realm_icon: realmIcon(realm),
    realm_web_public_access_enabled: false,
    external_authentication_methods: [
      {
        name: 'google',
        display_name: 'Google',
        display_icon: null,
        login_url: '/accounts/login/social/google',
        signup_url: '/accounts/register/social/google',
      },
    ],
  };
}

export function realmIcon(realm: Realm): string {
  const path = '/user_avatars/2/realm/icon.png?version=3';
  return realm.switches.realmIcon === 'relative' ? path : `${realm.url}${path}`;
}

export function customEmojiOnWire(realm: Realm): Record<string, unknown> {
  return Object.fromEntries(
    realm.customEmoji.map(({ id, name, deactivated, authorId, picture }) => [
      id,
      {
        id,
        name,
        source_url: `/user_avatars/2/emoji/images/${id}.png`,
        still_url: picture === 'animated' ? `/user_avatars/2/emoji/images/still/${id}.png` : null,
        deactivated,
        author_id: authorId,
      },
    ]),
  );
}
