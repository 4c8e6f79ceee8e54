import { may } from './permissions.ts';
import { schemaFailure } from './refusal.ts';
import type { Answer, RocketRoute } from './route.ts';
import { isAtLeast, type RocketPerson, type Workspace } from './workspace.ts';

const PATCH_VERSION = 2;

const CUSTOM_EMOJI = [
  { _id: '65a1f0c2d4b3e2a1908f7e6d', name: 'party_cat', aliases: ['dancing_cat'], extension: 'png' },
  { _id: '65a1f0c2d4b3e2a1908f7e6e', name: 'riverside', aliases: [], extension: 'png' },
].map((emoji) => ({ ...emoji, _updatedAt: '2024-01-12T10:00:00.000Z' }));

/** What the server says about itself. */
export const SERVER_ROUTES: RocketRoute[] = [
  {
    method: 'GET',
    path: '/info',
    access: 'open',
    answer: ({ workspace }, caller) => serverInfo(workspace, caller),
  },
  {
    method: 'GET',
    path: '/v1/info',
    access: 'open',
    answer: ({ workspace }, caller) => serverInfo(workspace, caller),
  },
  {
    // Anyone may read these; 7.0 replaced the `query` parameter by `_id`.
    method: 'GET',
    path: '/v1/settings.public',
    access: 'open',
    answer: ({ workspace, query, countCall }) => {
      countCall();
      const ids = isAtLeast(workspace, 7) ? query.get('_id')?.split(',') : idsOf(query.get('query'));
      const settings = Object.entries(publicSettings(workspace))
        .filter(([_id]) => ids === undefined || ids.includes(_id))
        .map(([_id, value]) => ({ _id, value }));
      return { settings, count: settings.length, offset: 0, total: settings.length };
    },
  },
  {
    method: 'GET',
    path: '/v1/settings.oauth',
    access: 'open',
    answer: ({ workspace, countCall }) => {
      countCall();
      return { services: workspace.switches.passwordSignIn ? [] : [{ _id: 'google', name: 'google', custom: false }] };
    },
  },
  {
    method: 'GET',
    path: '/v1/emoji-custom.list',
    access: 'signed-in',
    answer: ({ countCall }) => {
      countCall();
      return { emojis: { update: CUSTOM_EMOJI, remove: [] } };
    },
  },
  {
    method: 'GET',
    path: '/v1/emoji-custom.all',
    access: 'signed-in',
    answer: ({ countCall }) => {
      countCall();
      return { emojis: CUSTOM_EMOJI, count: CUSTOM_EMOJI.length, offset: 0, total: CUSTOM_EMOJI.length };
    },
  },
];

/** The patch number is for those who may see statistics. */
function serverInfo(workspace: Workspace, caller: RocketPerson | null): Answer {
  const { version } = workspace.switches;
  const full = `${version}.${PATCH_VERSION}`;
  if (!isAtLeast(workspace, 4)) return { info: { version: full } };
  if (caller === null || !may(workspace, caller, 'view-statistics')) return { version };
  return { version: full, info: { version: full, build: { platform: 'linux' } } };
}

/** `{"_id":{"$in":["Site_Name"]}}` or `{"_id":"Site_Name"}`. */
function idsOf(query: string | null): string[] | undefined {
  if (query === null) return undefined;
  try {
    const { _id } = JSON.parse(query) as { _id?: string | { $in?: string[] } };
    return typeof _id === 'string' ? [_id] : _id?.$in;
  } catch {
    throw schemaFailure(['Invalid query parameter provided'], 'query');
  }
}

function publicSettings(workspace: Workspace): Record<string, unknown> {
  const { switches } = workspace;
  return {
    Site_Name: workspace.name,
    Site_Url: workspace.url,
    uniqueID: 'whereabouts-demo',
    Accounts_AllowUserStatusMessageChange: switches.messageChange,
    ...(isAtLeast(workspace, 3, 11) ? { Accounts_AllowInvisibleStatusOption: switches.invisible } : {}),
    Presence_broadcast_disabled: !switches.broadcast,
    LDAP_Enable: false,
    Accounts_ShowFormLogin: switches.passwordSignIn,
    Accounts_TwoFactorAuthentication_Enabled: true,
    ...(isAtLeast(workspace, 8, 8) ? { Accounts_StatusVisibility_Enabled: true } : {}),
    Assets_favicon_192: { url: 'assets/favicon_192.png', defaultUrl: 'images/logo/android-chrome-192x192.png' },
  };
}
