import type { AppState } from '../../electron/contract/app-state.ts';

type Platform = AppState['platform'];

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
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
  NumpadMultiply: 'nummult',
  NumpadDivide: 'numdiv',
  NumpadDecimal: 'numdec',
};

/**
 * What keys pressed together mean: an accelerator, a wish for one more key, or why they can't be a shortcut. `not-usable` are
 * keys that no accelerator names or that belong to others, such as media keys.
 */
export type Heard = { accelerator: string } | 'more' | 'no-modifier' | 'not-usable' | 'types-characters';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/** Keys that only change what another key means, and what an input method sends instead of the key itself. */
const WAITING_FOR_MORE = new Set([
  ...['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Fn', 'FnLock', 'Hyper', 'Super', 'Symbol', 'SymbolLock'],
  ...['CapsLock', 'NumLock', 'ScrollLock', 'Compose', 'Unidentified'],
]);

/** Reads the physical key, not the character, so that Shift, Alt, dead keys and input methods do not change what is recorded. */
export function hearShortcut(event: Keys, platform: Platform): Heard {
  if (WAITING_FOR_MORE.has(event.key)) return 'more';
  const key = keyName(event.code, event.key);
  // An input method or a dead key that does not even tell where it was pressed: there may be more to come.
  if (key === null) return ['Process', 'Dead'].includes(event.key) ? 'more' : 'not-usable';
  const mac = platform === 'darwin';
  // Windows reports AltGr as Ctrl and Alt together. On macOS it is how browsers call the Option key.
  if (!mac && event.getModifierState?.('AltGraph')) return 'types-characters';
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
  const onNumberPad = /^Numpad([0-9])$/.exec(code)?.[1];
  if (onNumberPad !== undefined) return `num${onNumberPad}`;
  return /^Digit([0-9])$/.exec(code)?.[1] ?? /^F\d{1,2}$/.exec(code)?.[0] ?? CODE_NAMES[code] ?? null;
}
