const MODIFIERS = new Set([
  ...['command', 'cmd', 'control', 'ctrl', 'commandorcontrol', 'cmdorctrl'],
  ...['alt', 'option', 'altgr', 'shift', 'super', 'meta'],
]);

/** Modifiers that people type letters with; alone they would take a letter away from every program. */
const TYPING_MODIFIERS = new Set(['shift', 'altgr']);

const NAMED_KEYS = new Set([
  ...['plus', 'space', 'tab', 'backspace', 'delete', 'insert', 'return', 'enter', 'escape', 'esc'],
  ...['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'printscreen'],
  ...['numdec', 'numadd', 'numsub', 'nummult', 'numdiv'],
]);

const FUNCTION_KEY = /^f([1-9]|1\d|2[0-4])$/;
const NUMBER_PAD_DIGIT = /^num\d$/;
const PRINTABLE = /^[!-~]$/;

/**
 * Whether a system-wide shortcut can be made of an accelerator in Electron's spelling: known modifiers, one key, and a
 * modifier other than Shift unless the key is F1 to F24. Media keys are refused: taking one stops every player's.
 * https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators
 */
export function isUsableAccelerator(accelerator: string): boolean {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  if (parts.some((part) => !MODIFIERS.has(part)) || new Set(parts).size !== parts.length) return false;
  if (FUNCTION_KEY.test(key)) return true;
  const isKey = NAMED_KEYS.has(key) || NUMBER_PAD_DIGIT.test(key) || (PRINTABLE.test(key) && key !== '+');
  return isKey && parts.some((part) => !TYPING_MODIFIERS.has(part));
}

/** Other spellings of the same modifier; the primary one is Command on macOS and Ctrl elsewhere. */
const SAME_MODIFIER: Record<string, string> = {
  ...{ cmd: 'super', command: 'super', meta: 'super', ctrl: 'control', option: 'alt', altgr: 'alt' },
  ...{ cmdorctrl: 'primary', commandorcontrol: 'primary' },
};

const SAME_KEY: Record<string, string> = { return: 'enter', esc: 'escape' };

/** One spelling for all that mean the same keys, for comparing. */
export function canonicalAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const primary = platform === 'darwin' ? 'super' : 'control';
  const modifiers = parts
    .map((part) => SAME_MODIFIER[part] ?? part)
    .map((part) => (part === 'primary' ? primary : part));
  return [...new Set(modifiers)]
    .sort()
    .concat(SAME_KEY[key] ?? key)
    .join('+');
}

const EDITING = ['a', 'c', 'v', 'x', 'z'];
const NEEDED_ON_MAC = [...EDITING, 'q', 'w', 'tab', 'space'].map((key) => `super+${key}`);
const NEEDED_ELSEWHERE = [
  ...EDITING.map((key) => `control+${key}`),
  ...['alt+tab', 'alt+f4', 'alt+control+delete', 'super+l'],
];

/** Whether a shortcut of these keys would take away what every program needs, such as copying or closing a window. */
export function isNeededElsewhere(accelerator: string, platform: NodeJS.Platform): boolean {
  const needed = platform === 'darwin' ? NEEDED_ON_MAC : NEEDED_ELSEWHERE;
  return needed.includes(canonicalAccelerator(accelerator, platform));
}
