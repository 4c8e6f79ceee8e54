import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { completionScript, SHELLS, type Shell } from '../../electron/command-line/completion.ts';
import { optionsOf, VERB_NAMES } from '../../electron/command-line/parse-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));
const commands = VERB_NAMES.map((name) => ({ name, options: optionsOf(name) }));

// An app that is running, as the scripts ask it.
writeFileSync(
  join(folder, 'whereabouts'),
  `#!/bin/sh
case "$1 $2" in
  'complete presets') printf '%s\\n' 'In a meeting' 'Lunch' "It's \\$late" 'naïve' ;;
  'complete accounts') printf '%s\\n' 'Acme' 'Club (ann@club.example)' ;;
esac
`,
);
chmodSync(join(folder, 'whereabouts'), 0o755);
for (const shell of SHELLS) writeFileSync(join(folder, shell), completionScript(shell, commands));

/** What bash offers behind these words. */
function bashOffers(...words: string[]): string[] {
  const script = `. ${folder}/bash; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _whereabouts; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, LC_ALL: 'C.UTF-8' };
  const output = execFileSync('bash', ['-euc', script, 'bash', 'whereabouts', ...words], { env }).toString();
  return output.split('\n').filter(Boolean);
}

test.each<[typed: string[], offered: string[]]>([
  [['se'], ['set']],
  [['p'], ['preset', 'presets']],
  [
    ['preset', ''],
    ['In\\ a\\ meeting', 'Lunch', "It\\'s\\ \\$late", 'naïve'],
  ],
  [['preset', 'in'], ['In\\ a\\ meeting']],
  [['preset', 'in\\ a'], ['In\\ a\\ meeting']],
  [['preset', '"in'], ['In a meeting']],
  [
    ['preset', 'Lunch', ''],
    ['--until', '--for'],
  ],
  [['preset', 'Lunch', '--u'], ['--until']],
  [['preset', 'Lunch', '--until', ''], []],
  [['set', 'x', '--ac'], ['--accounts']],
  [['set', 'x', '--accounts', 'cl'], ['Club\\ \\(ann@club.example\\)']],
  [['set', 'x', '--availability', 'b'], ['busy']],
  [
    ['set', 'x', '--then', ''],
    ['clear', 'restore'],
  ],
  [['set', 'x', '--until', ''], []],
  [['status', '--'], ['--json']],
  [['completion', 'f'], ['fish']],
  [['end', ''], []],
])('bash completes %j', (typed, offered) => {
  expect(bashOffers(...typed)).toEqual(offered);
});

const CHECKS: Record<Shell, string[]> = { bash: ['-n'], zsh: ['-n'], fish: ['--no-execute'] };

for (const shell of SHELLS) {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  test.skipIf(!isThere)(`${shell} finds no mistake in its script`, () => {
    const { status, stderr } = spawnSync(shell, [...CHECKS[shell], join(folder, shell)]);
    expect([status, String(stderr)]).toEqual([0, '']);
  });
}

test.each(SHELLS)('the script for %s names every command and option', (shell) => {
  const script = completionScript(shell, commands);
  for (const { name, options } of commands) {
    expect(script).toContain(name);
    for (const option of options) expect(script).toContain(shell === 'fish' ? `-l ${option.slice(2)}` : option);
  }
});
