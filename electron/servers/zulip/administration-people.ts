import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { ReportedStatus, Status, StatusEmoji } from '../../contract/status.ts';
import type { WrittenForOther } from '../administration.ts';
import { pauseAsked } from '../pacing.ts';
import { otherPersonProblem } from './administration-errors.ts';
import { isSuccess, readReply } from './api.ts';
import type { ZulipConnection } from './connection.ts';
import { customFields, type EmojiFields, NO_EMOJI, unicodeFields } from './emoji-fields.ts';
import { nothingLeft, shownOnZulip } from './preview.ts';
import { ownStatus, written } from './replies.ts';
import { reportedEmoji, TEXT_LIMIT, textLength } from './status-parts.ts';

/** Calls of each minute that are left for everything else. */
const CALLS_LEFT_ALONE = 20;

const NOT_ASKED = { textLength: 0, emoji: '' };

/** https://zulip.com/api/get-user-status; nothing of an availability, which is a personal setting. */
export async function readZulipStatusOf(
  { api, account }: ZulipConnection,
  personId: string,
): Promise<Result<ReportedStatus>> {
  const reply = await api.send(`/users/${encodeURIComponent(personId)}/status`);
  if (!reply.ok) return reply;
  if (!isSuccess(reply.value)) return fail(otherPersonProblem(reply.value, NOT_ASKED));
  const parts = readReply(reply.value, ownStatus);
  if (!parts.ok) return parts;
  const emoji = reportedEmoji(parts.value, account.serverUrl);
  return ok({ emoji, text: parts.value.status_text ?? '', availability: null, until: null });
}

/** All four parameters always, since one that is left out keeps its value: https://zulip.com/api/update-status-for-user */
export async function writeZulipStatusOf(
  connection: ZulipConnection,
  personId: string,
  status: Status,
): Promise<Result<WrittenForOther>> {
  const { api, session } = connection;
  const length = textLength(status.text);
  if (length > TEXT_LIMIT.max) return fail({ code: 'text-too-long', length, max: TEXT_LIMIT.max });
  if (session.emojiNames() === null && isUnicode(status)) await session.readEmojiNames(api);
  const answer = await writeNamed(connection, personId, status);
  if (answer.ok || !isAboutName(answer.problem)) return answer;
  // The server may have been updated since its table of emoji was read.
  const before = session.emojiNames();
  const now = await session.readEmojiNames(api);
  return now.ok && now.value !== before ? writeNamed(connection, personId, status) : answer;
}

function isUnicode({ emoji, fallbackEmoji }: Status): boolean {
  return emoji?.kind === 'unicode' || fallbackEmoji?.kind === 'unicode';
}

function isAboutName({ code }: Problem): boolean {
  return code === 'emoji-name-wrong' || code === 'emoji-code-wrong';
}

async function writeNamed(
  connection: ZulipConnection,
  personId: string,
  status: Status,
): Promise<Result<WrittenForOther>> {
  const { account, session, known } = connection;
  const names = session.emojiNames();
  const shown = shownOnZulip(status, account.serverUrl, names, known);
  const nothing = nothingLeft(shown, status.text) ?? (shown.emoji === null ? shown.problem : null);
  if (nothing) return fail(nothing);
  const fields = fieldsOf(shown.emoji, names ?? {});
  return fields === null
    ? fail({ code: 'emoji-unknown', emoji: spoken(shown.emoji) })
    : post(connection, personId, status, shown.emoji, fields);
}

function fieldsOf(emoji: StatusEmoji | null, names: Parameters<typeof unicodeFields>[1]): EmojiFields | null {
  if (emoji === null) return NO_EMOJI;
  return emoji.kind === 'custom' ? customFields(emoji) : unicodeFields(emoji.value, names);
}

async function post(
  { api }: ZulipConnection,
  personId: string,
  status: Status,
  emoji: StatusEmoji | null,
  fields: EmojiFields,
): Promise<Result<WrittenForOther>> {
  const form = { status_text: status.text.trim(), ...fields };
  const reply = await api.send(`/users/${encodeURIComponent(personId)}/status`, { method: 'POST', form });
  if (!reply.ok) return reply;
  if (!isSuccess(reply.value)) {
    const asked = { textLength: textLength(status.text), emoji: spoken(emoji) };
    return fail(otherPersonProblem(reply.value, asked));
  }
  const read = readReply(reply.value, written);
  if (!read.ok) return read;
  const availability = status.availability === null ? [] : ['availability'];
  return ok({
    notApplied: [...new Set([...read.value.ignored.map(partOf), ...availability])],
    pauseMs: pauseAsked(reply.value.headers, CALLS_LEFT_ALONE, Date.now()),
  });
}

/** Which part of a status a parameter is. */
function partOf(parameter: string): string {
  if (parameter === 'status_text') return 'text';
  return ['emoji_name', 'emoji_code', 'reaction_type'].includes(parameter) ? 'emoji' : parameter;
}

function spoken(emoji: StatusEmoji | null): string {
  if (emoji === null) return '';
  return emoji.kind === 'unicode' ? emoji.value : `:${emoji.name}:`;
}
