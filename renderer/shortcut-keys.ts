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

/** Keys of the number pad, as they are labelled. */
const NUMBER_PAD: Record<string, string> = { numadd: '+', numsub: '−', nummult: '×', numdiv: '÷', numdec: '.' };

/** The keys of an accelerator as this system's keyboards show them. */
export function shortcutKeys(accelerator: string, platform: Platform): string[] {
  const names = platform === 'darwin' ? MAC_NAMES : OTHER_NAMES;
  return accelerator.split('+').map((key) => names[key] ?? NUMBER_PAD[key] ?? key.replace(/^num(\d)$/, 'Num $1'));
}
