import {
  type AccountState,
  type AppState,
  DEFAULT_SETTINGS,
  NO_DESKTOP_FACTS,
} from '../../electron/contract/app-state.ts';
import { localeFor } from '../../electron/contract/locale.ts';
import { originalPresets } from '../../electron/status/original-presets.ts';
import { ENGLISH_WORDS } from '../app/english-words.ts';

/** What main would push to a popup that is in use: two accounts that show a status, and the first presets. */
export function popupState(): AppState {
  return {
    revision: 1,
    appVersion: '0.1.0',
    platform: 'linux',
    language: 'en',
    locale: localeFor('en', 'en-GB'),
    accounts: [anAccount('zulip', 'Acme'), anAccount('rocket-chat', 'Club')],
    presets: originalPresets(ENGLISH_WORDS.originalPreset),
    teamPresets: { source: null, name: null, presets: [], readAt: null, reading: false, problem: null },
    recents: [],
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
  };
}

/** Runs in the page: what the preload script puts there, answering at once. */
export function standInForPreload(state: unknown): void {
  Object.defineProperty(window, 'whereabouts', {
    value: {
      run: async (name: string) => ({ ok: true, value: /^(list|preview)-/.test(name) ? [] : null }),
      getState: async () => state,
      onState: () => () => {},
      onShown: () => () => {},
    },
  });
}

function anAccount(kind: AccountState['kind'], serverName: string): AccountState {
  return {
    id: serverName,
    kind,
    serverUrl: `https://${serverName.toLowerCase()}.example`,
    serverName,
    serverIcon: null,
    userId: '1',
    login: 'you@chat.example',
    fullName: 'You',
    credential: 'api-key',
    demo: false,
    capabilities: {
      serverVersion: '11.4',
      featureLevel: 421,
      textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
      availabilities: ['online', 'invisible'],
      availabilityNames: { online: 'Available', invisible: 'Invisible' },
      endsByItself: false,
      mayChangeText: true,
    },
    signIn: 'signed-in',
    reported: { emoji: { kind: 'unicode', value: '🍔' }, text: 'Lunch', availability: 'online', until: null },
    reportedAt: 0,
    reading: false,
    readProblem: null,
    wish: 1,
    aim: null,
    desired: null,
    outcome: null,
    rights: { manageWorkspaceStatuses: { allowed: true }, setOthersStatus: { allowed: true } },
    workspaceStatuses: [],
  };
}
