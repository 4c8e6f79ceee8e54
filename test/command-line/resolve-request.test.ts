import { describe, expect, test } from 'vitest';
import type { Misuse } from '../../electron/command-line/misuse.ts';
import { parseWords } from '../../electron/command-line/parse-words.ts';
import { type ChangeRequest, type Resolution, resolveRequest } from '../../electron/command-line/resolve-request.ts';
import type { AppState } from '../../electron/contract/app-state.ts';
import { readEmoji } from '../../electron/exchange/emoji-words.ts';
import { account, atLunch, NOW, sampleState } from './sample.ts';

const OWN = { kind: 'custom', serverUrl: 'https://acme.example', name: 'party', code: '7' } as const;

function resolve(words: string[], change: Partial<AppState> = {}): Resolution {
  const parsed = parseWords(words);
  if (parsed.kind !== 'request') throw new Error(`“${words.join(' ')}” is no request.`);
  return resolveRequest(parsed.request as ChangeRequest, {
    state: sampleState(change),
    now: NOW,
    namedEmoji: readEmoji,
    organizationEmoji: () => [
      {
        serverUrl: 'https://acme.example',
        serverName: 'Acme',
        emoji: [{ emoji: OWN, aliases: ['fiesta'], picture: null, stillPicture: null }],
      },
    ],
  });
}

const ALL = ['acme', 'riverside', 'club-ann', 'club-bob'];

describe('what is understood', () => {
  test.each<[words: string[], change: object]>([
    [
      ['set', 'Lunch', '--emoji', '🍔', '--until', '13:00', '--accounts', 'chat.work'],
      {
        kind: 'set',
        status: {
          emoji: { kind: 'unicode', value: '🍔' },
          text: 'Lunch',
          availability: null,
          until: null,
          then: 'clear',
        },
        duration: { kind: 'time', hour: 13, minute: 0 },
        accountIds: ['riverside'],
        targets: ['riverside'],
      },
    ],
    [['set', 'Lunch'], { duration: { kind: 'none' }, accountIds: null, targets: ALL }],
    [['set', 'x', '--for', '1h30'], { duration: { kind: 'minutes', minutes: 90 } }],
    [['set', 'x', '--until', 'tomorrow'], { duration: { kind: 'tomorrow' } }],
    [['set', 'x', '--emoji', ':hamburger:'], { status: { emoji: { kind: 'unicode', value: '🍔' } } }],
    [['set', 'x', '--emoji', ':FIESTA:'], { status: { emoji: OWN } }],
    [['set', 'x', '--emoji', '☕'], { status: { emoji: { kind: 'unicode', value: '☕' } } }],
    [
      ['set', 'x', '--availability', 'busy', '--then', 'restore'],
      { status: { availability: 'busy', then: 'restore' } },
    ],
    [['set', 'x', '--accounts', 'ACME,bob@club.example'], { accountIds: ['acme', 'club-bob'] }],
    [['set', 'x', '--accounts', 'Club (ann@club.example)'], { accountIds: ['club-ann'] }],
    [['set', 'x', '--accounts', 'all'], { accountIds: ALL }],
    [['preset', 'lunch'], { kind: 'preset', preset: { id: 'lunch' }, duration: null, targets: ['acme'] }],
    [
      ['preset', 'lunch', '--for', '45m'],
      { kind: 'preset', preset: { id: 'lunch' }, duration: { kind: 'minutes', minutes: 45 } },
    ],
    [['preset', 'in'], { kind: 'preset', preset: { id: 'meeting' }, targets: ALL }],
    [['preset', '🛠️'], { kind: 'preset', preset: { id: 'silent' } }],
    [['clear'], { kind: 'clear', accountIds: null, targets: ALL }],
    [['clear', '--accounts', 'acme'], { kind: 'clear', accountIds: ['acme'], targets: ['acme'] }],
    [['extend', '15m'], { kind: 'extend', minutes: 15, targets: [] }],
    [['end'], { kind: 'end', targets: [] }],
  ])('%j', (words, change) => {
    expect(resolve(words)).toMatchObject({ ok: true, change });
  });
});

describe('what is not', () => {
  test.each<[words: string[], misuse: Misuse]>([
    [['preset', 'lun'], { code: 'ambiguous', typed: 'lun', names: ['Lunch', 'Lunch break'] }],
    [['preset', 'lnuch'], { code: 'preset', typed: 'lnuch', near: 'Lunch' }],
    [['preset', 'lunch', '--until', 'soon'], { code: 'end', typed: 'soon' }],
    [['preset', 'vacation'], { code: 'preset', typed: 'vacation', near: null }],
    [
      ['set', 'x', '--accounts', 'club'],
      { code: 'ambiguous', typed: 'club', names: ['Club (ann@club.example)', 'Club (bob@club.example)'] },
    ],
    [['set', 'x', '--accounts', 'acne'], { code: 'account', typed: 'acne', near: 'Acme' }],
    [['clear', '--accounts', 'home'], { code: 'account', typed: 'home', near: null }],
    [['set', 'x', '--until', 'soon'], { code: 'end', typed: 'soon' }],
    [['set', 'x', '--until', '21 Nov 2026'], { code: 'end', typed: '21 Nov 2026' }],
    [['set', 'x', '--emoji', 'burger'], { code: 'emoji', typed: 'burger' }],
    [['set', 'x', '--emoji', '🍔🍔'], { code: 'emoji', typed: '🍔🍔' }],
    [['set', 'x', '--emoji', ':no_such_thing:'], { code: 'emojiName', typed: ':no_such_thing:' }],
    [['set', 'x', '--accounts', 'riverside', '--emoji', ':fiesta:'], { code: 'emojiName', typed: ':fiesta:' }],
    [['extend', 'soon'], { code: 'length', typed: 'soon' }],
    [['extend', '13:00'], { code: 'length', typed: '13:00' }],
    [['extend', '9000h'], { code: 'length', typed: '9000h' }],
    [['extend', '169h'], { code: 'length', typed: '169h' }],
  ])('%j', (words, misuse) => {
    expect(resolve(words)).toEqual({ ok: false, misuse });
  });
});

test('only what runs and has an end is extended; what runs without one can be ended', () => {
  const endless = atLunch('endless');
  const accounts = [
    atLunch('ends'),
    { ...endless, desired: endless.desired && { ...endless.desired, until: null } },
    atLunch('rejected', { outcome: { kind: 'rejected', problem: { code: 'internal' } } }),
    atLunch('changed', { outcome: { kind: 'superseded', at: NOW } }),
    account('silent'),
  ];
  expect(resolve(['extend', '1h'], { accounts })).toMatchObject({ change: { targets: ['ends'] } });
  expect(resolve(['end'], { accounts })).toMatchObject({ change: { targets: ['ends', 'endless', 'rejected'] } });
});

test('the accounts chosen in the popup are those of a command that names none', () => {
  const settings = { ...sampleState().settings, chosenAccountIds: ['acme'] };
  expect(resolve(['set', 'Lunch'], { settings })).toMatchObject({ change: { accountIds: null, targets: ['acme'] } });
});
