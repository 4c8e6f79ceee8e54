import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Quoting, readyCommands } from '../../electron/command-line/ready-commands.ts';
import { preset, sampleState } from './sample.ts';

const NAMES = ["It's lunch", '$(id) `id` "quoted"', '-5 degrees', 'naïve café ☕', '100 %', 'a\\b', 'two\nlines'];
const state = sampleState({ presets: NAMES.map((name, index) => preset(`id-${index}`, name)) });
const lines = (quoting: Quoting, program = ['whereabouts']) =>
  readyCommands(state, program, quoting).map(({ line }) => line);

test('a shell hands over just the words that lead back to the preset', () => {
  const heard = lines('posix', ['printf', '%s\\0'])
    .slice(0, NAMES.length)
    .map((line) => {
      const [verb, name] = execFileSync('bash', ['-c', line]).toString().split('\0');
      return [verb, name];
    });
  const names = NAMES.map((name, index) => (/^-|\n/.test(name) ? `id-${index}` : name));
  expect(heard).toEqual(names.map((name) => ['preset', name]));
});

test('on Windows names with what its shell changes are called by their id', () => {
  expect(lines('windows', ['C:\\Program Files\\Whereabouts\\resources\\bin\\whereabouts.cmd'])).toEqual(
    ['"It\'s lunch"', 'id-1', 'id-2', '"naïve café ☕"', 'id-4', 'a\\b', 'id-6']
      .map((name) => `preset ${name}`)
      .concat('clear', 'toggle')
      .map((words) => `"C:\\Program Files\\Whereabouts\\resources\\bin\\whereabouts.cmd" ${words}`),
  );
});

test('two presets of one name, and one without, are told apart', () => {
  const twins = sampleState({ presets: [preset('a', 'Same'), preset('b', 'Same'), preset('c', '')] });
  expect(readyCommands(twins, ['whereabouts'], 'posix').map(({ line }) => line)).toEqual([
    'whereabouts preset a',
    'whereabouts preset b',
    "whereabouts preset '🛠️'",
    'whereabouts clear',
    'whereabouts toggle',
  ]);
});
