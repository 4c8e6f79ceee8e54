import { NOT_IN_TABLE, OLDER_CODES, ZULIP_NAMES } from './zulip-names.ts';

/** A Zulip server's table of Unicode emoji: code to names, the canonical one first. */
export interface EmojiTable {
  codeToNames: ReadonlyMap<string, readonly string[]>;
  nameToCode: ReadonlyMap<string, string>;
}

/** Loads the table; reads its data only now, so that it costs nothing before try-it mode starts. */
export async function loadEmojiTable(older = false): Promise<EmojiTable> {
  const data = await import('emojibase-data/en/shortcodes/github.json', { with: { type: 'json' } });
  return buildEmojiTable(data.default as Record<string, string | string[]>, older);
}

/**
 * Zulip's own names first; the names of all other emoji come from `shortcodes` (hex code to one or more names), less
 * those that Zulip gives to another picture. A picture that has no name left is a gap.
 */
export function buildEmojiTable(shortcodes: Record<string, string | string[]>, older: boolean): EmojiTable {
  const codeToNames = new Map<string, string[]>();
  const nameToCode = new Map<string, string>();
  const add = (code: string, names: readonly string[]) => {
    const free = names.filter((name) => !nameToCode.has(name));
    if (free.length === 0 || codeToNames.has(code)) return;
    codeToNames.set(code, free);
    for (const name of free) nameToCode.set(name, code);
  };
  for (const line of ZULIP_NAMES.trim().split('\n')) {
    const [code = '', ...names] = line.split(' ');
    add(code, names);
  }
  for (const [hexCode, names] of Object.entries(shortcodes)) {
    const code = zulipCode(hexCode, older);
    if (code !== null) add(code, Array.isArray(names) ? names : [names]);
  }
  return { codeToNames, nameToCode };
}

/** null for skin tones and for what this server's table lacks. */
function zulipCode(hexCode: string, older: boolean): string | null {
  const parts = hexCode
    .toLowerCase()
    .split('-')
    .map((part) => part.padStart(4, '0'));
  if (parts.some((part) => part >= '1f3fb' && part <= '1f3ff' && part.length === 5)) return null;
  const bare = parts.filter((part) => part !== 'fe0f').join('-');
  if (NOT_IN_TABLE.includes(bare)) return null;
  const kept = OLDER_CODES.find((code) => code.replaceAll('-fe0f', '') === bare);
  return older && kept !== undefined ? kept : bare;
}
