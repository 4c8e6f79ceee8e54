import { describe, expect, test } from 'vitest';
import { misuseReply } from '../../electron/command-line/misuse-text.ts';
import { parseWords } from '../../electron/command-line/parse-words.ts';
import type { CommandLineRequest } from '../../electron/command-line/request.ts';

const SET = {
  verb: 'set',
  text: '',
  emoji: null,
  until: null,
  accounts: null,
  availability: null,
  then: 'clear',
} as const;

const UNDERSTOOD: [words: string[], request: CommandLineRequest][] = [
  [['set', 'Lunch'], { ...SET, text: 'Lunch' }],
  [['set', 'Out', 'for', 'lunch'], { ...SET, text: 'Out for lunch' }],
  [
    ['set', 'Lunch', '--emoji', '🍔', '--until', '13:00', '--accounts', 'work'],
    { ...SET, text: 'Lunch', emoji: '🍔', until: '13:00', accounts: ['work'] },
  ],
  // The order is free, and “=” ties a value to its option.
  [
    ['set', '--until=13:00', '--emoji=:hamburger:', 'Lunch'],
    { ...SET, text: 'Lunch', emoji: ':hamburger:', until: '13:00' },
  ],
  [['set', '--for', '45m', 'Lunch'], { ...SET, text: 'Lunch', until: '45m' }],
  [['set', '--availability', 'busy'], { ...SET, availability: 'busy' }],
  [['set', 'Lunch', '--then', 'restore'], { ...SET, text: 'Lunch', then: 'restore' }],
  [['set', '--', '-5 degrees', '--help'], { ...SET, text: '-5 degrees --help' }],
  [['set', 'https://example.org/x'], { ...SET, text: 'https://example.org/x' }],
  [
    ['set', 'A', '--accounts', 'work, home', '--accounts', 'club'],
    { ...SET, text: 'A', accounts: ['work', 'home', 'club'] },
  ],
  [['preset', 'in', 'a', 'meeting'], { verb: 'preset', name: 'in a meeting', until: null }],
  [['preset', '--', '-5 degrees'], { verb: 'preset', name: '-5 degrees', until: null }],
  [['preset', 'lunch', '--until', '13:00'], { verb: 'preset', name: 'lunch', until: '13:00' }],
  [['preset', '--for=45m', 'out', 'for', 'lunch'], { verb: 'preset', name: 'out for lunch', until: '45m' }],
  [['clear'], { verb: 'clear', accounts: null }],
  [['clear', '--accounts', 'all'], { verb: 'clear', accounts: ['all'] }],
  [['extend', '15', 'm'], { verb: 'extend', by: '15 m' }],
  [['end'], { verb: 'end' }],
  [['toggle'], { verb: 'toggle' }],
  [['status'], { verb: 'status', json: false }],
  [['status', '--json'], { verb: 'status', json: true }],
  [['accounts', '--json'], { verb: 'accounts', json: true }],
  [['presets'], { verb: 'presets', json: false }],
  [['complete', 'presets'], { verb: 'complete', what: 'presets' }],
];

test.each(UNDERSTOOD)('%j is understood', (words, request) => {
  expect(parseWords(words)).toEqual({ kind: 'request', request });
});

test.each([
  [['--help'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
  [['help'], { kind: 'help' }],
  [['set', '--help'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
  [['-v'], { kind: 'version' }],
  [['completion', 'fish'], { kind: 'completion', shell: 'fish' }],
])('%j needs no app', (words, parsed) => {
  expect(parseWords(words)).toEqual(parsed);
});

describe('what is misused says why, and ends with 2', () => {
  test.each<[words: string[], says: string]>([
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['preste', 'lunch'], 'Did you mean “preset”?'],
    [['constructor'], 'There is no command “constructor”.'],
    [[''], 'There is no command “”.'],
    [['--jsn'], 'There is no option --jsn here.'],
    [['status', '--jsn'], 'Did you mean “--json”?'],
    [['status', '--json=yes'], '--json takes no value.'],
    [['status', '--json', '--json'], '--json is there twice.'],
    [['status', 'now'], '“now” is one word too many.'],
    [['end', '--accounts', 'work'], 'There is no option --accounts here.'],
    [['set'], 'There is nothing to set.'],
    [['set', '--until', '13:00'], 'There is nothing to set.'],
    [['set', 'Lunch', '--until'], '--until needs a value.'],
    [['set', 'Lunch', '--until', '--accounts', 'work'], '--until needs a value.'],
    [['set', 'Lunch', '--emoji', ''], '--emoji needs a value.'],
    [['set', 'Lunch', '--accounts', ','], '--accounts needs a value.'],
    [['set', 'Lunch', '--until', '13:00', '--until', '14:00'], '--until is there twice.'],
    [['set', 'Lunch', '--until', '13:00', '--for', '1h'], '--until and --for can’t be used together.'],
    [['set', 'Lunch', '--availability', 'gone'], 'Use online, away, busy, or invisible.'],
    [['set', 'Lunch', '--then', 'stay'], '--then can’t be “stay”.'],
    [['set', '-x', 'Lunch'], 'There is no option -x here.'],
    [['set', 'x'.repeat(20_001)], 'That is too long.'],
    [['preset'], 'Which preset?'],
    [['preset', '--until', '13:00'], 'Which preset?'],
    [['preset', 'lunch', '--until'], '--until needs a value.'],
    [['preset', 'lunch', '--until', '13:00', '--for', '1h'], '--until and --for can’t be used together.'],
    [['preset', 'lunch', '--then', 'restore'], 'There is no option --then here.'],
    [['preset', 'x'.repeat(2_000)], 'That is too long.'],
    [['extend'], 'By how much?'],
    [['completion'], 'Which shell?'],
    [['completion', 'tcsh'], 'completion can’t be “tcsh”.'],
    [['complete', 'secrets'], 'All commands: whereabouts --help'],
  ])('%j: %s', (words, says) => {
    const parsed = parseWords(words);
    if (parsed.kind !== 'misused') throw new Error(`It was understood as ${parsed.kind}.`);
    const reply = misuseReply(parsed.misuse);
    expect(reply).toMatchObject({ exitCode: 2, out: '' });
    expect(reply.err).toContain(says);
  });
});
