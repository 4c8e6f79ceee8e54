import type { Account } from '../../electron/contract/account.ts';
import {
  type AccountState,
  type AppState,
  DEFAULT_SETTINGS,
  NO_DESKTOP_FACTS,
} from '../../electron/contract/app-state.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import type { Status } from '../../electron/contract/status.ts';

/** Signed in to a Zulip server, nothing asked for yet. */
export function zulipAccount(change: Partial<AccountState> = {}): AccountState {
  return {
    ...account('acme', 'zulip', 'Acme'),
    capabilities: {
      serverVersion: '11.4',
      featureLevel: 421,
      textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
      availabilities: ['online', 'invisible'],
      availabilityNames: { online: 'Online', invisible: 'Invisible' },
      endsByItself: false,
      mayChangeText: true,
    },
    ...change,
  };
}

/** Signed in to a Rocket.Chat server, nothing asked for yet. */
export function rocketChatAccount(change: Partial<AccountState> = {}): AccountState {
  return {
    ...account('riverside', 'rocket-chat', 'Riverside'),
    capabilities: {
      serverVersion: '8.6.1',
      featureLevel: 0,
      textLimit: { max: 120, counting: 'utf-16-units', emojiCounts: true },
      availabilities: ['online', 'away', 'busy', 'invisible'],
      availabilityNames: { online: 'Online', away: 'Away', busy: 'Busy', invisible: 'Offline' },
      endsByItself: true,
      mayChangeText: true,
    },
    ...change,
  };
}

function account(id: string, kind: Account['kind'], serverName: string): Omit<AccountState, 'capabilities'> {
  return {
    id,
    kind,
    serverUrl: `https://${id}.example`,
    serverName,
    serverIcon: null,
    userId: '7',
    login: `ada@${id}.example`,
    fullName: 'Ada Example',
    credential: kind === 'zulip' ? 'api-key' : 'login-token',
    demo: false,
    signIn: 'signed-in',
    reported: { emoji: null, text: '', availability: 'online', until: null },
    reportedAt: Date.now(),
    reading: false,
    readProblem: null,
    wish: 0,
    aim: null,
    desired: null,
    outcome: null,
    rights: { manageWorkspaceStatuses: { allowed: true }, setOthersStatus: { allowed: true } },
    workspaceStatuses: [],
  };
}

export function preset(id: string, emoji: string, text: string, change: Partial<Preset> = {}): Preset {
  return {
    id,
    emoji: { kind: 'unicode', value: emoji },
    text,
    availability: null,
    duration: { kind: 'minutes', minutes: 60 },
    then: 'clear',
    accountIds: null,
    ...change,
  };
}

export function lunch(change: Partial<Status> = {}): Status {
  return {
    emoji: { kind: 'unicode', value: '🍔' },
    text: 'Lunch',
    availability: null,
    until: null,
    then: 'clear',
    ...change,
  };
}

export function sampleState(change: Partial<AppState> = {}): AppState {
  return {
    revision: 1,
    appVersion: '0.1.0',
    platform: 'linux',
    language: 'en',
    locale: 'en-GB',
    accounts: [zulipAccount(), rocketChatAccount()],
    presets: [
      preset('busy', '🛠️', 'Busy'),
      preset('meeting', '📅', 'In a meeting'),
      preset('commuting', '🚌', 'Commuting', { duration: { kind: 'minutes', minutes: 30 } }),
      preset('sick', '🤒', 'Out sick', { duration: { kind: 'tomorrow' } }),
      preset('vacation', '🌴', 'Vacationing', { duration: { kind: 'none' } }),
      preset('remote', '🏠', 'Working remotely', { duration: { kind: 'time', hour: 17, minute: 0 } }),
      preset('office', '🏢', 'At the office', { duration: { kind: 'time', hour: 17, minute: 0 } }),
    ],
    teamPresets: { source: null, name: null, presets: [], readAt: null, reading: false, problem: null },
    recents: [
      {
        id: 'coffee',
        emoji: { kind: 'unicode', value: '☕' },
        text: 'Back in a minute',
        availability: null,
        duration: { kind: 'minutes', minutes: 15 },
      },
    ],
    ...NO_DESKTOP_FACTS,
    settings: DEFAULT_SETTINGS,
    shortcut: { accelerator: 'CommandOrControl+Shift+Y', registered: true, unconfirmed: false, problem: null },
    keychain: 'ready',
    notices: [],
    undo: null,
    peopleJobs: [],
    workspaceStatusImports: [],
    link: null,
    tryIt: false,
    ...change,
  };
}
