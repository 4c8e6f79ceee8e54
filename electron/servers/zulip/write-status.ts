import { fail, ok, type Result } from '../../contract/result.ts';
import type { Status, StatusEmoji } from '../../contract/status.ts';
import { keptText } from '../kept-text.ts';
import type { ZulipConnection } from './connection.ts';
import { customFields, type EmojiFields, NO_EMOJI, unicodeFields } from './emoji-fields.ts';
import { nothingLeft, shownOnZulip, textProblem } from './preview.ts';
import { written } from './replies.ts';
import { hasEmojiTable } from './session.ts';
import { textLength } from './status-parts.ts';
import { isAboutName, writeByCandidates } from './write-by-candidates.ts';

/**
 * Text and emoji, always together: a parameter that is left out would keep its old value there. The emoji is named as
 * the server's own table names it; the table is read first only where it is not known yet. The value is the emoji that
 * stands there then. https://zulip.com/api/update-status
 */
export async function writeParts(connection: ZulipConnection, status: Status): Promise<Result<StatusEmoji | null>> {
  const { api, session } = connection;
  const tooLong = textProblem(status.text);
  if (tooLong) return fail(tooLong);
  const needsTable = [status.emoji, status.fallbackEmoji].some((emoji) => emoji?.kind === 'unicode');
  const mayHaveTable = needsTable && hasEmojiTable(session.featureLevel);
  const wasKnown = session.emojiNames() !== null;
  if (mayHaveTable && !wasKnown) await session.readEmojiNames(api);
  const answer = await writeShown(connection, status);
  if (!mayHaveTable || !wasKnown || !isAboutName(answer)) return answer;
  // The server has been updated since its table was read.
  const before = session.emojiNames();
  const now = await session.readEmojiNames(api);
  return now.ok && now.value !== before ? writeShown(connection, status) : answer;
}

async function writeShown(connection: ZulipConnection, status: Status): Promise<Result<StatusEmoji | null>> {
  const { account, known, session } = connection;
  const names = session.emojiNames();
  const shown = shownOnZulip(status, account.serverUrl, names, known);
  const nothing = nothingLeft(shown, status.text);
  if (nothing) return fail(nothing);
  const answer = await writeEmoji(connection, status.text, shown.emoji);
  if (names !== null || !isUnknown(answer)) return answer;
  // Only trying has shown that it is not there. What nobody was told before is not done now: no emoji is a refusal.
  const { emoji: fallback } = shownOnZulip(status, account.serverUrl, names, known);
  const instead = fallback === null ? answer : await writeEmoji(connection, status.text, fallback);
  return isUnknown(instead) ? answer : instead;
}

async function writeEmoji(
  connection: ZulipConnection,
  text: string,
  emoji: StatusEmoji | null,
): Promise<Result<StatusEmoji | null>> {
  const { session } = connection;
  const names = session.emojiNames();
  if (emoji?.kind === 'unicode' && names === null) return writeByCandidates(connection, { text, emoji }, post);
  const fields = emoji === null ? NO_EMOJI : fieldsOf(emoji, names ?? {});
  if (fields === null) throw new Error('An emoji that is shown has a name.');
  const posted = await post(connection, text, emoji, fields);
  if (posted.ok) session.beforeTry = null;
  return posted.ok ? ok(emoji) : posted;
}

function isUnknown(answer: Result<unknown>): boolean {
  return !answer.ok && answer.problem.code === 'emoji-unknown';
}

function fieldsOf(emoji: StatusEmoji, names: Parameters<typeof unicodeFields>[1]): EmojiFields | null {
  return emoji.kind === 'custom' ? customFields(emoji) : unicodeFields(emoji.value, names);
}

/** `invisible` is a personal setting on Zulip: https://zulip.com/api/update-settings#parameter-presence_enabled */
export async function writeAvailability(
  { api, session }: ZulipConnection,
  wanted: 'online' | 'invisible',
): Promise<Result<null>> {
  const enabled = wanted === 'online';
  const form = { presence_enabled: JSON.stringify(enabled) };
  const reply = await api.call('/settings', written, { method: 'PATCH', form });
  if (!reply.ok) return reply;
  if (reply.value.ignored.length > 0) return fail({ code: 'not-applied', what: reply.value.ignored });
  session.presenceEnabled = enabled;
  return ok(null);
}

async function post(
  { api }: ZulipConnection,
  text: string,
  emoji: StatusEmoji | null,
  fields: EmojiFields,
): Promise<Result<null>> {
  const status_text = keptText(text);
  const reply = await api.call('/users/me/status', written, {
    method: 'POST',
    form: { status_text, ...fields },
    asked: { textLength: textLength(text), ...(emoji ? { emoji: spoken(emoji) } : {}) },
  });
  if (!reply.ok) return reply;
  return reply.value.ignored.length > 0 ? fail({ code: 'not-applied', what: reply.value.ignored }) : ok(null);
}

function spoken(emoji: StatusEmoji): string {
  return emoji.kind === 'unicode' ? emoji.value : `:${emoji.name}:`;
}
