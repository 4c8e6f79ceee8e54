import type { Problem } from './problem.ts';
import type { Result } from './result.ts';
import type { Status, StatusEmoji } from './status.ts';

/** One of an organisation's own emoji, as the picker offers it. */
export interface OrganizationEmoji {
  emoji: Extract<StatusEmoji, { kind: 'custom' }>;
  aliases: string[];
  /** Address of its picture, relative to the popup's page: `./emoji/…`; main fetches it. null: none that can be shown. */
  picture: string | null;
  /** The picture that does not move, where there is one. */
  stillPicture: string | null;
}

/** All of an organisation's usable emoji, kept for offline use. */
export interface OrganizationEmojiList {
  serverUrl: string;
  serverName: string;
  emoji: OrganizationEmoji[];
}

/**
 * What servers call Unicode's emoji. Under code points in hexadecimal, joined with `-` and without U+FE0F: the names
 * with spaces between, the usual one first.
 */
export type EmojiNamesThere = Record<string, string>;

/** How a status will look on one account. */
export interface StatusPreview {
  accountId: string;
  /** The emoji that will show, after a fallback; null: none. */
  emoji: StatusEmoji | null;
  /** True where the wanted emoji is not on that server. */
  emojiReplaced: boolean;
  /** Why it was replaced, where there is more to say than its skin tone: `emoji-unknown` or `emoji-deactivated`. */
  emojiProblem: Problem | null;
  /** True where the emoji stands in front of the text instead of in a place of its own. */
  emojiInText: boolean;
  /** As that server will keep it. */
  text: string;
  /** The end that others can see there, in milliseconds since the epoch; null where that server shows none. */
  until: number | null;
  /** What would keep it from being set. */
  problem: Problem | null;
}

export interface EmojiCommands {
  'list-organization-emoji': (argument: null) => Result<OrganizationEmojiList[]>;
  /** The names that the servers of the accounts chosen in settings have of their own; from what is kept. */
  'list-emoji-names': (argument: null) => Result<EmojiNamesThere>;
  /** Asks no server: from what is known of each. */
  'preview-status': (argument: { status: Status; accountIds: string[] | null }) => Result<StatusPreview[]>;
}
