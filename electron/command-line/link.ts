import type { CommandLineRequest } from './request.ts';

/** The scheme of the app's links, as it is registered with the system. */
export const LINK_SCHEME = 'whereabouts';

/** How a link begins among arguments. */
export const LINK_START = /^whereabouts:/i;

const LONGEST_LINK = 2_048;

/**
 * Controls, line separators and what turns the direction of writing around: a question that holds them can't be trusted
 * to read as it is. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const NOT_SHOWN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffd]/u;

/** What a link asks for. It may be written by anybody. */
export type LinkRequest = Extract<CommandLineRequest, { verb: 'set' | 'preset' | 'clear' }>;

/**
 * Reads `whereabouts://preset/NAME`, `whereabouts://set?text=…&emoji=…&until=…` and `whereabouts://clear`. null for all
 * that is not exactly one of these: nothing is corrected or left out.
 */
export function parseLink(link: string): LinkRequest | null {
  if (link.length > LONGEST_LINK) return null;
  // Taken apart by hand, because a URL parser corrects: it resolves “..” and drops tabs and line breaks.
  const parts = /^whereabouts:\/\/([a-z]+)(\/[^?#]*)?(?:\?([^#]*))?$/i.exec(link);
  if (parts === null || !URL.canParse(link)) return null;
  const [, place = '', path = '', query] = parts;
  switch (place.toLowerCase()) {
    case 'preset':
      return query === undefined ? readPreset(path) : null;
    case 'clear':
      return isBare(path) && query === undefined ? { verb: 'clear', accounts: null } : null;
    case 'set':
      return isBare(path) && query !== undefined ? readSet(query) : null;
    default:
      return null;
  }
}

/** True for a text that shows as what it is. */
export function isShownAsItIs(text: string): boolean {
  return !NOT_SHOWN.test(text);
}

/** Desktops add the slash to a link without a path. */
function isBare(path: string): boolean {
  return path === '' || path === '/';
}

function readPreset(path: string): LinkRequest | null {
  const name = decoded(path.slice(1).replace(/\/$/, ''));
  if (name === null || name === '' || name === '.' || name === '..' || /[/\\]/.test(name)) return null;
  return { verb: 'preset', name, until: null };
}

function readSet(query: string): LinkRequest | null {
  const given = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [key = '', value] = splitOnce(pair);
    const words = value === undefined ? null : decoded(value.replaceAll('+', ' '));
    if (words === null || !['text', 'emoji', 'until'].includes(key) || given.has(key)) return null;
    given.set(key, words);
  }
  const text = given.get('text') ?? '';
  const emoji = given.get('emoji') || null;
  if (text === '' && emoji === null) return null;
  const until = given.get('until') || null;
  return { verb: 'set', text, emoji, until, accounts: null, availability: null, then: 'clear' };
}

function splitOnce(pair: string): [string, string | undefined] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** null where it is no percent-encoded UTF-8, or holds what can't be shown. */
function decoded(encoded: string): string | null {
  try {
    const text = decodeURIComponent(encoded).trim();
    return isShownAsItIs(text) ? text : null;
  } catch {
    return null;
  }
}
