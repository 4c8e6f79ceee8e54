import { fail, ok, type Result } from '../../contract/result.ts';
import type { Status } from '../../contract/status.ts';
import type { ZulipConnection } from './connection.ts';
import { type EmojiFields, emojiFields } from './emoji-fields.ts';
import type { EmojiNames } from './emoji-table.ts';
import { written } from './replies.ts';
import { TEXT_LIMIT, textLength } from './status-parts.ts';

/** Without the server's table of emoji, at most this many names are offered for one. */
const MOST_NAMES = 4;

/**
 * Text and emoji, always together: a parameter that is left out would keep its old value there. The server's table of
 * emoji is read first only if the name known elsewhere is refused, so that a status takes one request.
 * https://zulip.com/api/update-status
 */
export async function writeParts(connection: ZulipConnection, status: Status): Promise<Result<null>> {
  const { api, session } = connection;
  const length = textLength(status.text);
  if (length > TEXT_LIMIT.max) return fail({ code: 'text-too-long', length, max: TEXT_LIMIT.max });
  const answer = await postSpellings(connection, status, session.emojiNames);
  const mayBeNamedOtherwise = status.emoji?.kind === 'unicode' && session.emojiNames === null;
  if (!mayBeNamedOtherwise || !isAboutName(answer)) return answer;
  const names = await session.readEmojiNames(api);
  if (!names.ok) return names;
  return names.value === null ? answer : postSpellings(connection, status, names.value);
}

async function postSpellings(
  connection: ZulipConnection,
  status: Status,
  names: EmojiNames | null,
): Promise<Result<null>> {
  const spellings = emojiFields(status.emoji, connection.account.serverUrl, names);
  if (!spellings.ok) return spellings;
  const [first, ...others] = spellings.value;
  let answer = await post(connection, status, first);
  for (const spelling of others.slice(0, MOST_NAMES - 1)) {
    if (!isAboutName(answer)) break;
    answer = await post(connection, status, spelling);
  }
  return answer;
}

/** A translated refusal of a name arrives as `refused`. */
function isAboutName(answer: Result<null>): boolean {
  return !answer.ok && ['emoji-unknown', 'refused'].includes(answer.problem.code);
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

async function post({ api }: ZulipConnection, status: Status, emoji: EmojiFields): Promise<Result<null>> {
  const text = status.text.trim();
  const reply = await api.call('/users/me/status', written, {
    method: 'POST',
    form: { status_text: text, ...emoji },
    asked: { textLength: textLength(text), ...(status.emoji ? { emoji: spoken(status.emoji) } : {}) },
  });
  if (!reply.ok) return reply;
  return reply.value.ignored.length > 0 ? fail({ code: 'not-applied', what: reply.value.ignored }) : ok(null);
}

function spoken(emoji: NonNullable<Status['emoji']>): string {
  return emoji.kind === 'unicode' ? emoji.value : `:${emoji.name}:`;
}
