import {
  type AccountState,
  type AppState,
  DEFAULT_SETTINGS,
  NO_DESKTOP_FACTS,
} from '../../electron/contract/app-state.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import type { Status } from '../../electron/contract/status.ts';

/** Sunday 22 November 2026, 12:34 in the machine's zone. */
export const NOW = new Date(2026, 10, 22, 12, 34).getTime();

export const LUNCH: Status = {
  emoji: { kind: 'unicode', value: '🍔' },
  text: 'Lunch',
  availability: 'away',
  until: new Date(2026, 10, 22, 13, 0).getTime(),
  then: 'clear',
};

export function account(id: string, changes: Partial<AccountState> = {}): AccountState {
  return {
    id,
    kind: 'zulip',
    serverUrl: `https://${id}.example`,
    serverName: id,
    serverIcon: null,
    userId: '7',
    login: 'ann@example.org',
    fullName: 'Ann',
    credential: 'api-key',
    demo: false,
    capabilities: {
      serverVersion: '12.0',
      featureLevel: 500,
      textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
      availabilities: ['online', 'invisible'],
      availabilityNames: { online: 'Active', invisible: 'Invisible' },
      endsByItself: false,
      mayChangeText: true,
    },
    signIn: 'signed-in',
    reported: { emoji: null, text: '', availability: 'online', until: null },
    reportedAt: NOW,
    reading: false,
    readProblem: null,
    wish: 0,
    aim: null,
    desired: null,
    outcome: null,
    rights: { manageWorkspaceStatuses: { allowed: true }, setOthersStatus: { allowed: true } },
    workspaceStatuses: [],
    ...changes,
  };
}

/** An account on which LUNCH has been set. */
export function atLunch(id: string, changes: Partial<AccountState> = {}): AccountState {
  return account(id, { desired: LUNCH, outcome: { kind: 'applied', at: NOW }, ...changes });
}

export function preset(id: string, text: string, changes: Partial<Preset> = {}): Preset {
  return {
    id,
    emoji: { kind: 'unicode', value: '🛠️' },
    text,
    availability: 'busy',
    duration: { kind: 'minutes', minutes: 60 },
    then: 'clear',
    accountIds: null,
    ...changes,
  };
}

export function appState(changes: Partial<AppState> = {}): AppState {
  return {
    revision: 1,
    appVersion: '0.1.0',
    platform: 'win32',
    language: 'en',
    locale: 'en-GB',
    accounts: [],
    presets: [],
    teamPresets: { source: null, name: null, presets: [], readAt: null, reading: false, problem: null },
    recents: [],
    ...NO_DESKTOP_FACTS,
    settings: { ...DEFAULT_SETTINGS, shortcut: null },
    keychain: 'ready',
    notices: [],
    undo: null,
    peopleJobs: [],
    workspaceStatusImports: [],
    link: null,
    tryIt: false,
    ...changes,
  };
}
