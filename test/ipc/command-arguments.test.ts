import { describe, expect, test } from 'vitest';
import type { CommandName } from '../../electron/contract/commands.ts';
import { COMMAND_ARGUMENTS, isCommandName } from '../../electron/ipc/command-arguments.ts';

const STATUS = {
  emoji: { kind: 'unicode', value: '🍔' },
  text: 'Lunch',
  availability: 'away',
  until: 1,
  then: 'clear',
};
const PRESET = {
  emoji: null,
  text: 'Busy',
  availability: null,
  duration: { kind: 'none' },
  then: 'clear',
  accountIds: null,
};

const accepts = (name: CommandName, argument: unknown) => COMMAND_ARGUMENTS[name].safeParse(argument).success;

describe('accepted', () => {
  test.each<[CommandName, unknown]>([
    ['set-status', { status: STATUS, accountIds: null }],
    ['set-status', { status: STATUS, accountIds: null, duration: { kind: 'minutes', minutes: 45 } }],
    ['set-status', { status: { ...STATUS, emoji: null, availability: null, until: null }, accountIds: ['a'] }],
    [
      'set-status',
      {
        status: { ...STATUS, emoji: { kind: 'custom', serverUrl: 'https://z.example', name: 'party', code: '12' } },
        accountIds: [],
      },
    ],
    ['end-status', null],
    ['extend-status', { minutes: 10_080 }],
    ['retry', { accountId: null }],
    ['sign-in', { way: 'password', kind: 'zulip', url: 'https://z.example', login: 'ann', password: 'p' }],
    [
      'sign-in',
      {
        way: 'password',
        kind: 'rocket-chat',
        url: 'https://r.example',
        login: 'ann',
        password: 'p',
        twoFactorCode: '1',
      },
    ],
    ['sign-in', { way: 'access-token', kind: 'rocket-chat', url: 'https://r.example', userId: 'x', token: 't' }],
    ['save-preset', { presetId: null, preset: PRESET }],
    ['save-preset', { presetId: 'p', preset: { ...PRESET, duration: { kind: 'time', hour: 23, minute: 59 } } }],
    ['change-settings', {}],
    ['change-settings', { shortcut: null, chosenAccountIds: ['a'], onQuit: 'clear' }],
    ['list-organization-emoji', null],
    ['list-emoji-names', null],
    ['preview-status', { status: { ...STATUS, fallbackEmoji: { kind: 'unicode', value: '🏖️' } }, accountIds: null }],
    ['preview-status', { status: { ...STATUS, text: 'x'.repeat(10_000) }, accountIds: ['a'] }],
  ])('%s %j', (name, argument) => expect(accepts(name, argument)).toBe(true));
});

describe('refused', () => {
  test.each<[string, CommandName, unknown]>([
    ['nothing', 'set-status', undefined],
    ['text too long', 'set-status', { status: { ...STATUS, text: 'x'.repeat(20_001) }, accountIds: null }],
    ['an unknown availability', 'set-status', { status: { ...STATUS, availability: 'dnd' }, accountIds: null }],
    ['an end that is no time', 'set-status', { status: { ...STATUS, until: Number.NaN }, accountIds: null }],
    ['an end beyond all dates', 'set-status', { status: { ...STATUS, until: 8.65e15 }, accountIds: null }],
    ['a field too many', 'set-status', { status: { ...STATUS, color: 'red' }, accountIds: null }],
    ['a missing field', 'set-status', { status: STATUS }],
    ['an id that is no text', 'set-status', { status: STATUS, accountIds: [1] }],
    ['ids without end', 'clear-status', { accountIds: Array(1001).fill('a') }],
    ['an argument where none belongs', 'quit', {}],
    ['no minutes', 'extend-status', { minutes: 0 }],
    ['more than a week', 'extend-status', { minutes: 10_081 }],
    ['half a minute', 'extend-status', { minutes: 0.5 }],
    [
      'an API key for Rocket.Chat',
      'sign-in',
      { way: 'api-key', kind: 'rocket-chat', url: 'u', login: 'l', apiKey: 'k' },
    ],
    ['an unknown way', 'sign-in', { way: 'oauth', url: 'u' }],
    [
      '24:00',
      'save-preset',
      { presetId: null, preset: { ...PRESET, duration: { kind: 'time', hour: 24, minute: 0 } } },
    ],
    ['undefined in settings', 'change-settings', { shortcut: undefined }],
    ['an unknown setting', 'change-settings', { secret: 'x' }],
    ['an address too long', 'open-link', { url: `https://example.org/${'x'.repeat(2048)}` }],
  ])('%s', (_why, name, argument) => expect(accepts(name, argument)).toBe(false));
});

test('only own names are commands', () => {
  expect(isCommandName('quit')).toBe(true);
  for (const name of ['constructor', '__proto__', 'toString', '', 1, null, ['quit']]) {
    expect(isCommandName(name), String(name)).toBe(false);
  }
});
