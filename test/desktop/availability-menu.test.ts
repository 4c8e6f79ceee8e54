import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../electron/contract/app-state.ts';
import { availabilityChanges, availabilityChoices } from '../../electron/desktop/availability-menu.ts';
import { account, appState, atLunch, LUNCH } from './app-state-samples.ts';

const zulip = account('zulip');
const rocketChat = atLunch('rocket', {
  capabilities: {
    ...zulip.capabilities,
    availabilities: ['online', 'away', 'busy', 'invisible'],
    availabilityNames: { online: 'Online', away: 'Away', busy: 'Do not disturb', invisible: 'Offline' },
  },
});

test('only those that a chosen account has, by the server’s name where it is the only one', () => {
  expect(availabilityChoices(appState({ accounts: [zulip, rocketChat] }))).toEqual([
    { availability: 'online', name: 'Online' },
    { availability: 'away', name: 'Away' },
    { availability: 'busy', name: 'Do not disturb' },
    { availability: 'invisible', name: 'Invisible' },
  ]);
  const settings = { ...DEFAULT_SETTINGS, chosenAccountIds: ['zulip'] };
  expect(availabilityChoices(appState({ accounts: [zulip, rocketChat], settings }))).toEqual([
    { availability: 'online', name: 'Active' },
    { availability: 'invisible', name: 'Invisible' },
  ]);
});

test('a change keeps what each account shows, and asks those that show the same together', () => {
  const other = { ...rocketChat, id: 'other' };
  const nothing = { text: '', emoji: null, until: null, then: 'clear' };
  expect(availabilityChanges(appState({ accounts: [zulip, rocketChat, other] }), 'invisible')).toEqual([
    { status: { ...nothing, availability: 'invisible' }, accountIds: ['zulip'] },
    { status: { ...LUNCH, availability: 'invisible' }, accountIds: ['rocket', 'other'] },
  ]);
});

test('accounts without that availability are left alone', () => {
  const changes = availabilityChanges(appState({ accounts: [zulip, rocketChat] }), 'busy');
  expect(changes.map((change) => change.accountIds)).toEqual([['rocket']]);
});
