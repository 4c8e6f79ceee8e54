import { expect, test } from 'vitest';
import type { Preset } from '../../electron/contract/preset.ts';
import { planImport } from '../../electron/exchange/import-plan.ts';
import { printFile } from '../../electron/exchange/print-file.ts';
import { readFileText } from '../../electron/exchange/read-file.ts';
import { account } from './accounts.ts';

const HOME = account('3f2', 'https://chat.acme.example', 'ada@acme.example');
const CLUB = account('9c1', 'https://club.example/chat', 'ada');

function preset(id: string, text: string, change: Partial<Preset> = {}): Preset {
  return {
    ...{ id, emoji: { kind: 'unicode', value: '🍔' }, text, availability: null },
    ...{ duration: { kind: 'minutes', minutes: 30 }, then: 'clear', accountIds: null, ...change },
  };
}

function presetsIn(text: string) {
  const read = readFileText(text);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.presets ?? [];
}

function exported(presets: Preset[]): string {
  const settings = { shortcut: 'Alt+Y', chosenAccountIds: ['9c1'], onQuit: 'keep', presentAccountIds: [] } as const;
  return printFile({
    ...{ appVersion: '1.0.0', now: 0, presets, accounts: [HOME, CLUB] },
    here: {
      settings: { ...settings, chosenAccountIds: [...settings.chosenAccountIds], presentAccountIds: [] } as never,
      teamPresets: null,
    },
  });
}

const OWN = [
  preset('a', 'Lunch', { accountIds: ['3f2'] }),
  preset('b', 'Focus', { then: 'restore', availability: 'busy', fallbackEmoji: { kind: 'unicode', value: '🎧' } }),
  preset('c', 'Party', {
    emoji: { kind: 'custom', serverUrl: 'https://chat.acme.example', name: 'parrot', code: '7' },
  }),
];

test('what was exported comes back the same, elsewhere too, and holds no ids', () => {
  const text = exported(OWN);
  expect(text).not.toContain('3f2');
  expect(text).not.toContain('9c1');
  expect(JSON.parse(text)).toMatchObject({
    whereabouts: 1,
    presets: [
      {
        ...{ emoji: '🍔', text: 'Lunch', duration: '30m' },
        accounts: [{ server: 'https://chat.acme.example', login: 'ada@acme.example' }],
      },
      {},
      {},
    ],
    settings: { shortcut: 'Alt+Y', chosenAccounts: [{ server: 'https://club.example/chat', login: 'ada' }] },
  });
  const elsewhere = [
    { ...HOME, id: 'h2' },
    { ...CLUB, id: 'c2' },
  ];
  expect(planImport(presetsIn(text), OWN, [HOME, CLUB]).rows.map(({ state }) => state)).toEqual([
    'same',
    'same',
    'same',
  ]);
  let id = 0;
  const there = planImport(presetsIn(text), [], elsewhere).result('merge', () => `new-${++id}`);
  expect(there).toEqual([
    { ...OWN[0], id: 'new-1', accountIds: ['h2'] },
    { ...OWN[1], id: 'new-2' },
    { ...OWN[2], id: 'new-3' },
  ]);
});

test('merging keeps what is only here, replacing takes it away; both keep the presets that are changed', () => {
  const file = presetsIn(
    '{ "whereabouts": 1, "presets": [{ "emoji": "☕", "text": "Coffee" }, { "emoji": "🍕", "text": "Lunch", "duration": "1h" }] }',
  );
  const plan = planImport(file, OWN, [HOME]);
  expect(plan.rows.map(({ preset: { text }, state }) => `${text} ${state}`)).toEqual([
    'Coffee new',
    'Lunch change',
    'Focus only-here',
    'Party only-here',
  ]);
  const shown = (presets: Preset[]) => presets.map(({ id, text, emoji }) => [id, text, emoji]);
  expect(shown(plan.result('merge', () => 'new'))).toMatchObject([
    ['a', 'Lunch', { value: '🍕' }],
    ['b', 'Focus', {}],
    ['c', 'Party', {}],
    ['new', 'Coffee', {}],
  ]);
  expect(shown(plan.result('replace', () => 'new'))).toMatchObject([
    ['new', 'Coffee', {}],
    ['a', 'Lunch', { value: '🍕' }],
  ]);
});

test('two presets of the same name stay two', () => {
  const twins = [preset('a', 'Lunch'), preset('b', 'Lunch', { duration: { kind: 'none' } })];
  const plan = planImport(presetsIn(exported(twins)), twins, []);
  expect(plan.rows.map(({ state }) => state)).toEqual(['same', 'same']);
  expect(plan.result('merge', () => 'new')).toEqual(twins);
});

test('accounts that are not here are said, and the preset is for those chosen in the popup', () => {
  const plan = planImport(presetsIn(exported(OWN)), [], [CLUB]);
  expect(plan.notes).toEqual([
    { kind: 'account-unknown', server: 'https://chat.acme.example', login: 'ada@acme.example' },
  ]);
  expect(plan.result('merge', () => 'new')[0]?.accountIds).toBeNull();
});
