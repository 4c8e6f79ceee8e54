import type { AppState } from '../electron/contract/app-state.ts';

type Platform = AppState['platform'];

const MAC_NAMES: Record<string, string> = {
  CommandOrControl: '⌘',
  Command: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};
const OTHER_NAMES: Record<string, string> = { CommandOrControl: 'Ctrl', Control: 'Ctrl', Super: 'Win', Plus: '+' };

/** Keys whose `KeyboardEvent.code` has another name in an accelerator. https://www.electronjs.org/docs/latest/api/accelerator */
const CODE_NAMES: Record<string, string> = {
  Space: 'Space',
  Tab: 'Tab',
  Enter: 'Enter',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
};

/** The keys of an accelerator as this system's keyboards show them. */
export function shortcutKeys(accelerator: string, platform: Platform): string[] {
  const names = platform === 'darwin' ? MAC_NAMES : OTHER_NAMES;
  return accelerator.split('+').map((key) => names[key] ?? key);
}

/** What keys pressed together mean: an accelerator, a wish for one more key, or nothing that can be a shortcut. */
export type Heard = { accelerator: string } | 'more' | 'no-modifier';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Reads the physical key, not the character, so that Shift or Alt do not change what is recorded. */
export function hearShortcut(event: Keys, platform: Platform): Heard {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return 'more';
  const key = keyName(event.code, event.key);
  if (key === null) return 'no-modifier';
  const mac = platform === 'darwin';
  const modifiers = [
    (mac ? event.metaKey : event.ctrlKey) && 'CommandOrControl',
    mac && event.ctrlKey && 'Control',
    !mac && event.metaKey && 'Super',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((modifier) => modifier !== false);
  const strong = modifiers.some((modifier) => modifier !== 'Shift') || /^F\d+$/.test(key);
  return strong ? { accelerator: [...modifiers, key].join('+') } : 'no-modifier';
}

function keyName(code: string, key: string): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // Where the layout has another letter on this key, its own letter is what the user sees.
  if (letter !== undefined) return /^[a-z]$/i.test(key) ? key.toUpperCase() : letter;
  return /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? /^F\d{1,2}$/.exec(code)?.[0] ?? CODE_NAMES[code] ?? null;
}
