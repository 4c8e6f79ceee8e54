import { fail, ok, type Result } from '../../contract/result.ts';
import type { StatusEmoji } from '../../contract/status.ts';
import type { ZulipConnection } from './connection.ts';
import { emojiCode, isSameCode } from './emoji-codes.ts';
import { type EmojiFields, NO_EMOJI, unicodeType } from './emoji-fields.ts';
import { candidateFields } from './names-elsewhere.ts';
import { readParts } from './read-status.ts';

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
 * be unknown. What one try has shown is remembered: the next time takes one request, or none.
 */
export async function writeByCandidates(
  connection: ZulipConnection,
  { text, emoji }: { text: string; emoji: UnicodeEmoji },
  post: Post,
): Promise<Result<StatusEmoji | null>> {
  const { account, known } = connection;
  const code = emojiCode(emoji.value);
  const proven = known.proven(account.serverUrl)[code] ?? null;
  if (proven !== null) {
    const posted = await post(connection, text, emoji, unicodeType(proven.name, proven.code));
    if (posted.ok) return ok(emoji);
    // Else the server has been updated, and calls it something else now.
    if (!isAboutName(posted)) return posted;
  }
  const tried = await tryEach(connection, candidateFields(emoji.value), (fields) =>
    post(connection, text, emoji, fields),
  );
  if (!tried.ok) return tried;
  const fields = tried.value;
  if (fields === null) {
    const back = await putBack(connection, post);
    if (!back.ok) return back;
  }
  known.keepProven(account.serverUrl, code, fields && { name: fields.emoji_name, code: fields.emoji_code });
  return fields === null ? fail({ code: 'emoji-unknown', emoji: emoji.value }) : ok(emoji);
}

/** A refusal of a name; a translated one arrives as `refused`. */
export function isAboutName(answer: Result<unknown>): boolean {
  return !answer.ok && ['emoji-unknown', 'refused'].includes(answer.problem.code);
}

/** The fields that the server has taken and then reported; null: none of them. */
async function tryEach(
  connection: ZulipConnection,
  candidates: readonly EmojiFields[],
  put: (fields: EmojiFields) => Promise<Result<null>>,
): Promise<Result<EmojiFields | null>> {
  const { session } = connection;
  if (candidates.length === 0) return ok(null);
  const read = session.beforeTry === null ? await readParts(connection) : ok(session.beforeTry);
  if (!read.ok) return read;
  let isChanged = session.beforeTry !== null;
  for (const fields of candidates) {
    // Kept until a name is proven or this is put back: the way to the server may break down in between.
    session.beforeTry = read.value;
    const posted = await put(fields);
    if (!posted.ok && !isAboutName(posted)) return posted;
    isChanged ||= posted.ok;
    if (!isChanged) session.beforeTry = null;
    if (!posted.ok) continue;
    const now = await readParts(connection);
    if (!now.ok) return now;
    const { emoji_code = '', reaction_type } = now.value;
    if (reaction_type !== fields.reaction_type || !isSameCode(emoji_code, fields.emoji_code)) continue;
    session.beforeTry = null;
    return ok(fields);
  }
  return ok(null);
}

/** Nothing that was not accepted stays on the server. */
async function putBack(connection: ZulipConnection, post: Post): Promise<Result<null>> {
  const { session } = connection;
  if (session.beforeTry === null) return ok(null);
  const { status_text: text = '', emoji_name, emoji_code, reaction_type } = session.beforeTry;
  const fields = emoji_name && emoji_code && reaction_type ? { emoji_name, emoji_code, reaction_type } : NO_EMOJI;
  const back = await post(connection, text, null, fields);
  // Its emoji may have been deactivated meanwhile.
  const put = isAboutName(back) ? await post(connection, text, null, NO_EMOJI) : back;
  if (put.ok) session.beforeTry = null;
  return put;
}
