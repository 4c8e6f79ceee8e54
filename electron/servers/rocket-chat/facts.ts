import type { Capabilities } from '../../contract/account.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Availability } from '../../contract/status.ts';
import type { AccountFacts } from '../chat-server.ts';
import type { RocketChatApi } from './api.ts';
import { TEXT_LIMIT } from './message.ts';
import { me, type PublicSettings, publicSettings, serverInfo } from './replies.ts';
import { endsStatuses, isAtLeast } from './version.ts';

const SETTINGS = [
  'Site_Name',
  'Site_Url',
  'Accounts_AllowUserStatusMessageChange',
  'Accounts_AllowInvisibleStatusOption',
  'Accounts_ShowFormLogin',
];

export async function readRocketChatFacts(
  api: RocketChatApi,
  serverUrl: string,
  login: string | null,
): Promise<Result<AccountFacts>> {
  const [own, version] = await Promise.all([api.call('/api/v1/me', me), api.call('/api/info', serverInfo)]);
  if (!own.ok) return own;
  if (!version.ok) return version;
  const settings = await readPublicSettings(api, version.value);
  return ok({
    serverName: siteName(settings, serverUrl),
    serverIcon: null,
    userId: own.value.userId,
    login: login ?? own.value.userName ?? own.value.userId,
    fullName: own.value.fullName,
    capabilities: rocketChatCapabilities(version.value, settings),
  });
}

/** Empty where the workspace does not tell: every setting has a default that allows. */
export async function readPublicSettings(api: RocketChatApi, version: string): Promise<PublicSettings> {
  // `query` was removed in 7.0, where `_id` was added: https://developer.rocket.chat/apidocs/get-public-settings
  const query: Record<string, string> = isAtLeast(version, 7, 0)
    ? { _id: SETTINGS.join(',') }
    : { query: JSON.stringify({ _id: { $in: SETTINGS } }) };
  const path = `/api/v1/settings.public?${new URLSearchParams({ ...query, count: '50' })}`;
  const settings = await api.call(path, publicSettings);
  return settings.ok ? settings.value : new Map();
}

export function siteName(settings: PublicSettings, serverUrl: string): string {
  const name = settings.get('Site_Name');
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : new URL(serverUrl).host;
}

function rocketChatCapabilities(version: string, settings: PublicSettings): Capabilities {
  const mayHide = settings.get('Accounts_AllowInvisibleStatusOption') !== false;
  const availabilities: Availability[] = ['online', 'away', 'busy'];
  if (mayHide) availabilities.push('invisible');
  return {
    serverVersion: version,
    featureLevel: 0,
    textLimit: TEXT_LIMIT,
    availabilities,
    availabilityNames: { online: 'Online', away: 'Away', busy: 'Busy', ...(mayHide ? { invisible: 'Offline' } : {}) },
    endsByItself: endsStatuses(version),
    mayChangeText: settings.get('Accounts_AllowUserStatusMessageChange') !== false,
  };
}
