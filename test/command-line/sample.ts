import type { AppState } from '../../electron/contract/app-state.ts';
import { account, appState, atLunch, NOW, preset } from '../desktop/app-state-samples.ts';

export { account, atLunch, NOW, preset };

/** Two servers, and two accounts on a third, with presets whose names begin alike. */
export function sampleState(change: Partial<AppState> = {}): AppState {
  return appState({
    platform: 'linux',
    accounts: [
      account('acme', { serverName: 'Acme' }),
      account('riverside', { serverName: 'Riverside', serverUrl: 'https://chat.work.example' }),
      account('club-ann', { serverName: 'Club', login: 'ann@club.example' }),
      account('club-bob', { serverName: 'Club', login: 'bob@club.example' }),
    ],
    presets: [
      preset('busy', 'Busy'),
      preset('lunch', 'Lunch', { duration: { kind: 'minutes', minutes: 30 }, accountIds: ['acme'] }),
      preset('lunch-break', 'Lunch break'),
      preset('meeting', 'In a meeting'),
      preset('silent', ''),
    ],
    ...change,
  });
}
