import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jumpListTasks, windowsArgument } from '../../electron/desktop/jump-list.ts';
import { launcherChoices } from '../../electron/desktop/launcher-choices.ts';
import { loginItemState } from '../../electron/desktop/login-item.ts';
import { startsHidden } from '../../electron/desktop/start-hidden.ts';
import { account, appState, preset } from './app-state-samples.ts';

/** How Windows takes a command line apart: https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw */
function windowsArguments(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; ) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    const next = line[at + slashes];
    if (slashes > 0) {
      word = (word ?? '') + '\\'.repeat(next === '"' ? Math.floor(slashes / 2) : slashes);
      at += slashes;
      if (next === '"' && slashes % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else {
      if (next === '"') {
        quoted = !quoted;
        word ??= '';
      } else if (!quoted && /\s/.test(next ?? '')) {
        if (word !== null) words.push(word);
        word = null;
      } else word = (word ?? '') + next;
      at += 1;
    }
  }
  return word === null ? words : [...words, word];
}

test('any arguments come through Windows’ own rules as they are', () => {
  const argument = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '%', '🍔', 'ü', '\t') });
  fc.assert(
    fc.property(fc.array(argument), (words) => {
      expect(windowsArguments(words.map(windowsArgument).join(' '))).toEqual(words);
    }),
  );
});

const PROGRAM = 'C:\\Program Files\\Whereabouts\\Whereabouts.exe';
const presets = ['Lunch', 'In a "meeting"', '', 'Line\nbreak', `Long ${'🍔'.repeat(200)}`, 'The sixth'].map(
  (text, index) => preset(`p${index}`, text),
);

test('the first five presets, Clear and Open, within what Windows takes', () => {
  const tasks = jumpListTasks([PROGRAM], launcherChoices(appState({ accounts: [account('acme')], presets })));
  expect(tasks.map((task) => windowsArguments(task.arguments).slice(0, 2))).toEqual([
    ['preset', 'Lunch'],
    ['preset', 'In a "meeting"'],
    ['preset', '🛠️'],
    ['preset', 'Line break'],
    ['preset', presets[4]?.text],
    ['clear'],
    [],
  ]);
  for (const { program, title, description, iconPath } of tasks) {
    expect([program, iconPath]).toEqual([PROGRAM, PROGRAM]);
    expect(description.length).toBeLessThanOrEqual(260);
    expect(`${title}${description}`).not.toMatch(/[\n\r]/);
    expect(description.isWellFormed()).toBe(true);
  }
});

test('without an account there is nothing to set', () => {
  expect(launcherChoices(appState({ presets })).map(({ id }) => id)).toEqual(['clear', 'open']);
});

const told = { openAtLogin: false, status: 'not-registered', executableWillLaunchAtLogin: false } as const;

test.each([
  ['win32', {}, 'off'],
  ['win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
  ['win32', { openAtLogin: true }, 'off-in-system'],
  ['darwin', { status: 'enabled', openAtLogin: true }, 'on'],
  ['darwin', { status: 'requires-approval' }, 'needs-approval'],
  ['darwin', { status: 'not-found' }, 'off'],
] as const)('%s says %j: %s', (platform, change, state) => {
  expect(loginItemState(platform, { ...told, ...change })).toBe(state);
});

test.each([
  [['app', '--hidden'], false, true],
  [['app'], true, true],
  [['app', 'preset', 'hidden'], false, false],
] as const)('%j, opened at login: %s; starts hidden: %s', (args, atLogin, hidden) => {
  expect(startsHidden(args, atLogin)).toBe(hidden);
});
