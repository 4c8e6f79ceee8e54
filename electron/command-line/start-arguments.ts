import { HIDDEN_SWITCH } from '../contract/hidden-switch.ts';
import { LINK_START } from './link.ts';

/** What a start of the app's binary is for. */
export type StartWish =
  /** `hidden`: without its window, for whoever starts it in the background. */
  | { kind: 'app'; hidden: boolean }
  | { kind: 'link'; url: string }
  | {
      kind: 'words';
      words: string[];
      /** Chromium's, which stood in front of the words. */
      switches: string[];
    };

const OURS = new Set(['--help', '-h', '--version', '-v']);

/**
 * Reads the arguments of this very process, where they stand as they were typed. Switches in front of the first word are
 * Chromium's and the desktop's own; a `--` ends them. Behind a link everything is dropped: a page may have put it there.
 * https://www.electronjs.org/docs/latest/api/app#event-second-instance
 */
export function readStartArguments(argv: readonly string[], isDefaultApp: boolean): StartWish {
  // Electron's own binary gets the app's folder as its first argument.
  const given = argv.slice(isDefaultApp ? 2 : 1);
  const first = given.findIndex((arg) => arg === '--' || OURS.has(arg) || !arg.startsWith('-'));
  const words = first === -1 ? [] : given.slice(given[first] === '--' ? first + 1 : first);
  const [word] = words;
  if (word === undefined) return { kind: 'app', hidden: given.includes(HIDDEN_SWITCH) };
  return LINK_START.test(word)
    ? { kind: 'link', url: word }
    : { kind: 'words', words, switches: given.slice(0, first).filter((arg) => arg !== HIDDEN_SWITCH) };
}

/** What a second start wished for, from what it has passed on; a start by another version or user may have passed nothing. */
export function readSecondStart(
  argv: readonly string[],
  additionalData: unknown,
): Exclude<StartWish, { kind: 'words' }> {
  if (typeof additionalData === 'object' && additionalData !== null) {
    const { kind, url, hidden } = additionalData as Record<string, unknown>;
    if (kind === 'link' && typeof url === 'string') return { kind, url };
    if (kind === 'app') return { kind, hidden: hidden === true };
  }
  // These arguments have been sorted by Chromium, so only what can be told by itself is read from them.
  const url = argv.find((arg) => LINK_START.test(arg));
  return url === undefined ? { kind: 'app', hidden: argv.includes(HIDDEN_SWITCH) } : { kind: 'link', url };
}
