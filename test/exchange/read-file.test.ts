import { expect, test } from 'vitest';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { readFileText } from '../../electron/exchange/read-file.ts';

/** What is said of a text that can't be used. */
function fault(text: string): string {
  const read = readFileText(text);
  return read.ok ? 'no fault' : problemText(read.problem);
}

function contents(text: string) {
  const read = readFileText(text);
  if (!read.ok) throw new Error(problemText(read.problem));
  return read.value;
}

const own = (preset: object) => JSON.stringify({ whereabouts: 1, presets: [{ text: 'First' }, preset] });

test('a preset in a hand-written file needs little', () => {
  const { presets, name } = contents(
    '{ "whereabouts": 1, "name": "Acme", "presets": [{ "emoji": ":hamburger:", "text": " Lunch ", "duration": "1h30" }] }',
  );
  expect(name).toBe('Acme');
  expect(presets).toEqual([
    {
      ...{ emoji: { kind: 'unicode', value: '🍔' }, text: 'Lunch', availability: null },
      ...{ duration: { kind: 'minutes', minutes: 90 }, then: 'clear', accounts: null },
    },
  ]);
});

test.each([
  ['{ "whereabouts": 1, ', 'not valid JSON'],
  ['hello', 'neither presets of Whereabouts'],
  ['{}', 'neither presets of Whereabouts'],
  ['[]', 'neither presets of Whereabouts'],
  ['[{ "name": "x" }]', 'neither presets of Whereabouts'],
  ['{ "whereabouts": 2 }', 'newer Whereabouts'],
  [own({ text: 'x', duration: 'soon' }), '“duration” of preset 2'],
  [own({ text: 'x', duration: '0m' }), '“duration” of preset 2'],
  [own({ text: 'x', duration: '24:00' }), '“duration” of preset 2'],
  [own({ text: 'x', emoji: ':no_such_emoji:' }), '“emoji” of preset 2'],
  [own({ text: 'x', emoji: 'words' }), '“emoji” of preset 2'],
  [own({ text: 'x', availability: 'asleep' }), '“availability” of preset 2'],
  [own({ text: 'x', then: 'explode' }), '“then” of preset 2'],
  [own({ text: 'x', accounts: ['Acme'] }), '“accounts” of preset 2'],
  [own({ text: ' ' }), '“text” of preset 2'],
  [own({ text: 7 }), '“text” of preset 2'],
  ['{ "whereabouts": 1, "presets": {} }', '“presets” in the file'],
  ['{ "whereabouts": 1, "settings": { "onQuit": "explode" } }', '“onQuit” in the file'],
  ['{ "whereabouts": 1, "settings": { "chosenAccounts": ["1b2"] } }', '“chosenAccounts” in the file'],
])('%s is refused and the fault is named', (text, words) => {
  expect(fault(text)).toContain(words);
});

test('what is not known is left out and noted', () => {
  const { notes } = contents(
    '{ "whereabouts": 1, "colour": 1, "presets": [{ "text": "x", "size": 2 }], "settings": { "sound": 3 } }',
  );
  expect(notes).toEqual([
    { kind: 'field-unknown', field: 'colour' },
    { kind: 'field-unknown', field: 'presets[1].size' },
    { kind: 'field-unknown', field: 'settings.sound' },
  ]);
});

test('presets of Raycast’s Slack Status are mapped, and what can’t be is noted', () => {
  const { source, presets, notes } = contents(
    JSON.stringify([
      {
        title: 'In a Meeting',
        emojiCode: ':spiral_calendar_pad:',
        defaultDuration: 30,
        pauseNotifications: false,
        id: 'a',
      },
      {
        title: 'Focus',
        emojiCode: ':technologist::skin-tone-3:',
        defaultDuration: 120,
        pauseNotifications: true,
        id: 'b',
      },
      { title: 'Party', emojiCode: ':partyparrot:', defaultDuration: 0, id: 'c' },
      { title: 'Odd', emojiCode: ':coffee:', defaultDuration: -5 },
      { emojiCode: ':coffee:' },
    ]),
  );
  expect(source).toBe('raycast');
  expect(presets).toMatchObject([
    { text: 'In a Meeting', emoji: { value: '🗓️' }, duration: { kind: 'minutes', minutes: 30 }, availability: null },
    { text: 'Focus', duration: { kind: 'minutes', minutes: 120 }, availability: 'busy' },
    { text: 'Party', emoji: null, duration: { kind: 'none' } },
    { text: 'Odd', emoji: { value: '☕' }, duration: { kind: 'none' } },
  ]);
  expect(notes).toEqual([
    { kind: 'notifications-paused', preset: 'Focus' },
    { kind: 'emoji-unknown', preset: 'Party', emoji: ':partyparrot:' },
    { kind: 'duration-unknown', preset: 'Odd', duration: '-5' },
    { kind: 'not-a-preset', line: '5' },
  ]);
});

test('Slack’s skin tones are taken over where the emoji has them', () => {
  const emojiOf = (code: string) =>
    contents(JSON.stringify([{ title: 'x', emojiCode: code, defaultDuration: 0 }])).presets?.[0]?.emoji;
  expect(emojiOf(':wave::skin-tone-2:')).toEqual({ kind: 'unicode', value: '👋🏻' });
  expect(emojiOf(':wave::skin-tone-6:')).toEqual({ kind: 'unicode', value: '👋🏿' });
  expect(emojiOf(':coffee::skin-tone-6:')).toEqual({ kind: 'unicode', value: '☕' });
});

test('a configuration of slacks is read line by line and never run', () => {
  const { source, presets, notes } = contents(
    [
      '# Handled by Slacks',
      'WORKSPACES=[myworkspace,other]',
      '',
      'PRESET_EMOJI_lunch=":hamburger:"',
      'PRESET_TEXT_lunch="Having lunch"',
      'PRESET_DUR_lunch="60"',
      'PRESET_EMOJI_brb=":brb:"',
      "PRESET_TEXT_brb='Be right back' # soon",
      'PRESET_TEXT_focus="Focused session"',
      'PRESET_DNR_focus="true"',
      'PRESET_DND_meeting=true',
      'PRESET_TEXT_evil="$(touch /tmp/evil)"',
      'rm -rf ~',
    ].join('\n'),
  );
  expect(source).toBe('slacks');
  expect(presets).toMatchObject([
    { text: 'Having lunch', emoji: { value: '🍔' }, duration: { kind: 'minutes', minutes: 60 } },
    { text: 'Be right back', emoji: null, duration: { kind: 'none' } },
    { text: 'Focused session', emoji: { value: '💬' }, availability: 'busy' },
    { text: 'meeting', emoji: { value: '💬' }, availability: 'busy' },
  ]);
  expect(notes).toEqual([
    { kind: 'emoji-unknown', preset: 'Be right back', emoji: ':brb:' },
    { kind: 'notifications-paused', preset: 'Focused session' },
    { kind: 'notifications-paused', preset: 'meeting' },
    { kind: 'not-a-preset', line: 'PRESET_TEXT_evil="$(touch /tmp/evil)"' },
    { kind: 'not-a-preset', line: 'rm -rf ~' },
  ]);
});
