import { firstEmoji } from '../one-emoji.ts';

/** A shortcode being typed just before the caret. */
export interface TypedShortcode {
  /** Where its colon is. */
  start: number;
  /** What stands behind the colon. */
  typed: string;
  /** True where a second colon ends it. */
  closed: boolean;
}

/** A change of the text, with the caret after it. */
export interface Replaced {
  text: string;
  caret: number;
}

/** From two letters on, so that a smiley does not open a list; not inside a word, so that 12:30 stays a time. */
const SHORTCODE = /(?:^|[\s(])(:(?=[\p{L}+-])([\p{L}\p{N}_+-]{2,})(:?))$/u;
const EMOTICON = /(?:^|\s)(\S{2,4}) $/;

export function typedShortcode(text: string, caret: number): TypedShortcode | null {
  const found = SHORTCODE.exec(text.slice(0, caret));
  if (found === null) return null;
  const [, whole = '', typed = '', colon] = found;
  return { start: caret - whole.length, typed, closed: colon === ':' };
}

/** Puts an emoji in the place of what is being typed; with a space behind it, unless a second colon was typed by hand. */
export function complete(text: string, caret: number, { start, closed }: TypedShortcode, emoji: string): Replaced {
  const rest = text.slice(caret);
  const put = closed || rest.startsWith(' ') ? emoji : `${emoji} `;
  return { text: text.slice(0, start) + put + rest, caret: start + put.length };
}

/** The text with the emoticon that a space has just ended made an emoji; null where there is none. `:-)` is `:)`. */
export function withEmoticon(text: string, caret: number, emoticons: ReadonlyMap<string, string>): Replaced | null {
  const before = text.slice(0, caret);
  const typed = EMOTICON.exec(before)?.[1];
  if (typed === undefined) return null;
  const emoji = emoticons.get(typed) ?? emoticons.get(typed.replace('-', ''));
  if (emoji === undefined) return null;
  const put = `${before.slice(0, -1 - typed.length)}${emoji} `;
  return { text: put + text.slice(caret), caret: put.length };
}

/** The emoji that a change has just put at the start of a text, and the text without it; null where none came. */
export function arrivedEmoji(before: string, after: string): { emoji: string; text: string } | null {
  const start = after.trimStart();
  const emoji = firstEmoji(start);
  if (emoji === null || firstEmoji(before) !== null) return null;
  // The selector may be one that was added to have it in colour.
  const typed = start.startsWith(emoji) ? emoji : emoji.replaceAll('\u{fe0f}', '');
  return { emoji, text: start.slice(typed.length).replace(/^\u{fe0f}?\s?/u, '') };
}
