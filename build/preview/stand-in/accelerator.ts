/** A key combination as Electron writes it, taken apart. Used by the stand-in to refuse and by the page to match. */
export interface Accelerator {
  control: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
  /** As `KeyboardEvent.key` in lower case, or a `KeyboardEvent.code` for `num…` keys. */
  key: string;
}

type Modifier = 'control' | 'alt' | 'shift' | 'meta';

const MODIFIERS: Record<string, Modifier | 'command-or-control'> = {
  command: 'meta',
  cmd: 'meta',
  control: 'control',
  ctrl: 'control',
  commandorcontrol: 'command-or-control',
  cmdorctrl: 'command-or-control',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
};

const NAMED_KEYS: Record<string, string> = {
  plus: '+',
  space: ' ',
  tab: 'tab',
  capslock: 'capslock',
  numlock: 'numlock',
  scrolllock: 'scrolllock',
  backspace: 'backspace',
  delete: 'delete',
  insert: 'insert',
  return: 'enter',
  enter: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  home: 'home',
  end: 'end',
  pageup: 'pageup',
  pagedown: 'pagedown',
  escape: 'escape',
  esc: 'escape',
  volumeup: 'audiovolumeup',
  volumedown: 'audiovolumedown',
  volumemute: 'audiovolumemute',
  medianexttrack: 'mediatracknext',
  mediaprevioustrack: 'mediatrackprevious',
  mediastop: 'mediastop',
  mediaplaypause: 'mediaplaypause',
  printscreen: 'printscreen',
  numdec: 'NumpadDecimal',
  numadd: 'NumpadAdd',
  numsub: 'NumpadSubtract',
  nummult: 'NumpadMultiply',
  numdiv: 'NumpadDivide',
};

function keyNamed(name: string): string | null {
  const lower = name.toLowerCase();
  const named = NAMED_KEYS[lower];
  if (named !== undefined) return named;
  if (/^f([1-9]|1\d|2[0-4])$/.test(lower)) return lower;
  if (/^num\d$/.test(lower)) return `Numpad${lower.slice(3)}`;
  return lower.length === 1 && lower > ' ' && lower <= '~' ? lower : null;
}

/** Answers null for what Electron calls an invalid accelerator. `https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators` */
export function parseAccelerator(text: string, platform: string): Accelerator | null {
  const parts = text.split('+').map((part) => part.trim());
  const accelerator: Accelerator = { control: false, alt: false, shift: false, meta: false, key: '' };
  for (const part of parts) {
    const modifier = MODIFIERS[part.toLowerCase()];
    if (modifier === 'command-or-control') accelerator[platform === 'darwin' ? 'meta' : 'control'] = true;
    else if (modifier !== undefined) accelerator[modifier] = true;
    else if (accelerator.key !== '') return null;
    else {
      const key = keyNamed(part);
      if (key === null) return null;
      accelerator.key = key;
    }
  }
  return accelerator.key === '' ? null : accelerator;
}

/** What a key press has of a `KeyboardEvent`. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

export function matches(accelerator: Accelerator, press: KeyPress): boolean {
  const { key } = accelerator;
  const letterOrDigit = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : null;
  const sameKey = press.key.toLowerCase() === key || press.code === key || press.code === letterOrDigit;
  return (
    sameKey &&
    press.ctrlKey === accelerator.control &&
    press.altKey === accelerator.alt &&
    press.shiftKey === accelerator.shift &&
    press.metaKey === accelerator.meta
  );
}

/** One spelling for all that mean the same, for comparing. */
export function canonical(accelerator: Accelerator): string {
  const { control, alt, shift, meta, key } = accelerator;
  return [control && 'control', alt && 'alt', shift && 'shift', meta && 'meta', key].filter(Boolean).join('+');
}
