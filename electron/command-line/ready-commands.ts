import type { AppState } from '../contract/app-state.ts';
import type { ReadyCommand } from '../contract/command-line.ts';
import { findByName } from './find-by-name.ts';
import { presetNames } from './request-names.ts';

/** For a POSIX shell, or for Windows. */
export type Quoting = 'posix' | 'windows';

/** Commands that do the same as the menu, ready to be pasted. `program`: what the app is called by, a path or a name. */
export function readyCommands(
  state: Pick<AppState, 'presets' | 'teamPresets'>,
  program: readonly string[],
  quoting: Quoting,
): ReadyCommand[] {
  const line = (...words: string[]) => [...program, ...words].map((word) => quoted(word, quoting)).join(' ');
  const named = presetNames(state);
  return [
    ...named.map(({ value: { id }, names: [name = ''] }): ReadyCommand => {
      const found = findByName(named, name);
      const alone = found.kind === 'found' && found.value.id === id && isTyped(name, quoting);
      return { id: `preset ${id}`, presetId: id, verb: 'preset', line: line('preset', alone ? name : id) };
    }),
    { id: 'clear', presetId: null, verb: 'clear', line: line('clear') },
    { id: 'toggle', presetId: null, verb: 'toggle', line: line('toggle') },
  ];
}

/** False for names that begin like an option, and for what Windows' shell changes even between quotes. */
function isTyped(name: string, quoting: Quoting): boolean {
  return !name.startsWith('-') && !/[\p{Cc}]/u.test(name) && (quoting === 'posix' || !/["%!^]/.test(name));
}

function quoted(word: string, quoting: Quoting): string {
  if (/^[\w./:@-]+$/.test(word) || (quoting === 'windows' && /^[\w./:@\\-]+$/.test(word))) return word;
  return quoting === 'windows' ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
