import type { Problem } from '../contract/problem.ts';
import type { StatusEmoji } from '../contract/status.ts';

/** One of an organisation's own emoji, as its server tells it. */
export interface CustomEmoji {
  /** What the server knows it by: an id on Zulip, the name on Rocket.Chat. */
  code: string;
  name: string;
  aliases: string[];
  /** Absolute URL; null: none that may be fetched. */
  picture: string | null;
  /** The picture that does not move, where there is one. */
  stillPicture: string | null;
  /** Still in old statuses, but not to be set any more. */
  deactivated: boolean;
}

/** Zulip's code → its names for it, the canonical one first. */
export type EmojiNames = Readonly<Record<string, readonly string[]>>;

/** A server's own table of Unicode emoji. */
export interface EmojiTable {
  /** Where it was read. */
  address: string;
  etag: string | null;
  names: EmojiNames;
}

/** What a server without a table takes for an emoji: its name there and the code that goes with it. */
export interface ProvenName {
  name: string;
  code: string;
}

/** By Zulip's plain code; null: no name known elsewhere is taken there. What was never tried is absent. */
export type ProvenNames = Readonly<Record<string, ProvenName | null>>;

/** What is known of the emoji of servers without asking them. Kept beyond this room, so that it is there when offline. */
export interface KnownEmoji {
  /** null: not read yet. */
  custom(serverUrl: string): readonly CustomEmoji[] | null;
  table(serverUrl: string): EmojiTable | null;
  keepTable(serverUrl: string, table: EmojiTable): void;
  /** Of a server without a table: what trying has shown. */
  proven(serverUrl: string): ProvenNames;
  keepProven(serverUrl: string, code: string, name: ProvenName | null): void;
}

/** Knows nothing at first, and nothing of organisations' own emoji; for as long as the app runs. */
export function createForgetfulEmoji(): KnownEmoji {
  const tables = new Map<string, EmojiTable>();
  const proven = new Map<string, ProvenNames>();
  return {
    custom: () => null,
    table: (serverUrl) => tables.get(serverUrl) ?? null,
    keepTable: (serverUrl, table) => void tables.set(serverUrl, table),
    proven: (serverUrl) => proven.get(serverUrl) ?? {},
    keepProven: (serverUrl, code, name) => void proven.set(serverUrl, { ...proven.get(serverUrl), [code]: name }),
  };
}

/** What a server will show in an emoji's place, and why, where that is another or none. */
export interface ShownEmoji {
  emoji: StatusEmoji | null;
  replaced: boolean;
  /** null also where only the skin tone is lost. */
  problem: Problem | null;
}

/** What a server shows for one emoji by itself: the emoji as it is there, or why it is not there. */
export type EmojiThere = { emoji: StatusEmoji } | { problem: Problem };

/** The emoji of a status as a server shows it: the wanted one, else the fallback, else none. */
export function shownEmoji(
  { emoji, fallbackEmoji }: { emoji: StatusEmoji | null; fallbackEmoji?: StatusEmoji | null },
  there: (emoji: StatusEmoji) => EmojiThere,
): ShownEmoji {
  if (emoji === null) return { emoji: null, replaced: false, problem: null };
  const wanted = there(emoji);
  if ('emoji' in wanted) return { emoji: wanted.emoji, replaced: !isSame(wanted.emoji, emoji), problem: null };
  const fallback = fallbackEmoji ? there(fallbackEmoji) : null;
  return {
    emoji: fallback && 'emoji' in fallback ? fallback.emoji : null,
    replaced: true,
    problem: wanted.problem,
  };
}

/** Whether an organisation's own emoji is on its server; what was never read is taken to be there. */
export function customThere(
  emoji: Extract<StatusEmoji, { kind: 'custom' }>,
  serverUrl: string,
  known: readonly CustomEmoji[] | null,
): EmojiThere {
  const spoken = `:${emoji.name}:`;
  if (emoji.serverUrl !== serverUrl) return { problem: { code: 'emoji-unknown', emoji: spoken } };
  if (known === null) return { emoji };
  const found = known.find(({ code }) => code === emoji.code);
  if (found === undefined) return { problem: { code: 'emoji-unknown', emoji: spoken } };
  if (found.deactivated) return { problem: { code: 'emoji-deactivated', emoji: spoken } };
  return { emoji: { ...emoji, name: found.name } };
}

function isSame(a: StatusEmoji, b: StatusEmoji): boolean {
  const bare = (emoji: StatusEmoji) =>
    emoji.kind === 'unicode' ? emoji.value.replaceAll('\u{FE0F}', '') : `${emoji.serverUrl} ${emoji.code}`;
  return a.kind === b.kind && bare(a) === bare(b);
}
