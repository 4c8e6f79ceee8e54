import { fail, ok, type Result } from '../../contract/result.ts';
import type { StatusEmoji } from '../../contract/status.ts';
import type { ZulipConnection } from './connection.ts';
import { emojiCode } from './emoji-codes.ts';
import { candidateFields, type EmojiFields, NO_EMOJI } from './emoji-fields.ts';
import { readParts } from './read-status.ts';
import type { StatusParts } from './replies.ts';

/** At most this many names are offered for one emoji. */
const MOST_NAMES = 4;

type UnicodeEmoji = Extract<StatusEmoji, { kind: 'unicode' }>;
type Post = (
  connection: ZulipConnection,
  text: string,
  emoji: StatusEmoji | null,
  fields: EmojiFields,
) => Promise<Result<null>>;

/**
 * For servers without a table of emoji (before Zulip 6.0): offers names known elsewhere, together with the code, and
 * believes one only when the server then reports that code. Else what stood there is put back, and the emoji is said to
 * be unknown. A name that has been proven once is used at once.
 */
export async function writeByCandidates(
  connection: ZulipConnection,
  { text, emoji }: { text: string; emoji: UnicodeEmoji },
  post: Post,
): Promise<Result<StatusEmoji | null>> {
  const { provenNames } = connection.session;
  const code = emojiCode(emoji.value);
  const unknown = fail<StatusEmoji | null>({ code: 'emoji-unknown', emoji: emoji.value });
  const proven = provenNames.get(code);
  const candidates = candidateFields(emoji.value).slice(0, MOST_NAMES);
  const before = proven === undefined && candidates.length > 0 ? await readParts(connection) : ok<StatusParts>({});
  if (!before.ok) return before;
  const offered = candidates.filter(({ emoji_name }) => proven === undefined || emoji_name === proven);
  for (const fields of offered) {
    const posted = await post(connection, text, emoji, fields);
    if (posted.ok && proven !== undefined) return ok(emoji);
    if (posted.ok) return confirm(fields, before.value);
    if (!['emoji-unknown', 'refused'].includes(posted.problem.code)) return posted;
  }
  return unknown;

  async function confirm(fields: EmojiFields, earlier: StatusParts): Promise<Result<StatusEmoji | null>> {
    const now = await readParts(connection);
    if (!now.ok) return now;
    if (now.value.emoji_code === fields.emoji_code && now.value.reaction_type === fields.reaction_type) {
      provenNames.set(code, fields.emoji_name);
      return ok(emoji);
    }
    await post(connection, earlier.status_text ?? '', null, earlierFields(earlier));
    return unknown;
  }
}

function earlierFields({ emoji_name, emoji_code, reaction_type }: StatusParts): EmojiFields {
  if (!emoji_name || !emoji_code || !reaction_type) return NO_EMOJI;
  return { emoji_name, emoji_code, reaction_type };
}
