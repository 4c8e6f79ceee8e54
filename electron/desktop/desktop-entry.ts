/**
 * Text files of the Desktop Entry Specification 1.5, which starters, app menus and autostart read.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/
 */

export interface DesktopEntry {
  /** Keys and values of the main group, values not yet escaped. Exec lines are made with {@link execLine}. */
  keys: Readonly<Record<string, string>>;
  /** Further entries of the app's own menu, in order. */
  actions?: readonly DesktopEntryAction[];
}

export interface DesktopEntryAction {
  /** Letters, digits and hyphens. */
  id: string;
  name: string;
  exec: string;
}

/** An entry as text, ready for a file. */
export function printDesktopEntry({ keys, actions = [] }: DesktopEntry): string {
  const list = actions.length === 0 ? {} : { Actions: `${actions.map(({ id }) => id).join(';')};` };
  const groups = [
    group('Desktop Entry', { Type: 'Application', ...keys, ...list }),
    ...actions.map(({ id, name, exec }) => group(`Desktop Action ${id}`, { Name: name, Exec: exec })),
  ];
  return groups.join('\n');
}

function group(name: string, keys: Readonly<Record<string, string>>): string {
  const lines = Object.entries(keys).map(([key, value]) => `${key}=${escapedValue(value)}\n`);
  return [`[${name}]\n`, ...lines].join('');
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The general rule for values: backslashes, line breaks and tabs are escaped, and a space at the start would be lost. */
function escapedValue(value: string): string {
  return value.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character).replace(/^ /, '\\s');
}

/** Characters that must not stand in an argument without quotes. */
const RESERVED = /[\s"'\\><~|&;$*?#()`]/;

/**
 * The value of an `Exec` key for a program and its arguments, before the general escaping. A percent sign would start a
 * field code; a program whose path has an equals sign is not allowed there, so that a shell has to name it.
 */
export function execLine(command: readonly string[]): string {
  const [program = '', ...args] = command;
  const words = program.includes('=') ? ['sh', '-c', 'exec "$0" "$@"', program, ...args] : [program, ...args];
  return words.map(execWord).join(' ');
}

function execWord(word: string): string {
  const plain = word.replaceAll('%', '%%');
  if (word !== '' && !RESERVED.test(word)) return plain;
  return `"${plain.replace(/["`$\\]/g, '\\$&')}"`;
}

/** The main group's keys as they stand in a file, unescaped; comments, other groups and broken lines are left out. */
export function readDesktopEntry(text: string): Record<string, string> {
  const keys: Record<string, string> = {};
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inside = line.trim() === '[Desktop Entry]';
    const parts = inside ? /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=\s*(.*)$/.exec(line) : null;
    if (parts?.[1] !== undefined) keys[parts[1]] = unescapedValue(parts[2] ?? '');
  }
  return keys;
}

const UNESCAPES: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

function unescapedValue(value: string): string {
  return value.replace(/\\(.)/g, (whole, letter: string) => UNESCAPES[letter] ?? whole);
}
