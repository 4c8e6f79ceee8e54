import { fail, ok, type Result } from '../../contract/result.ts';
import type { Status } from '../../contract/status.ts';
import type { ZulipConnection } from './connection.ts';
import { type EmojiFields, emojiFields } from './emoji-fields.ts';
import { written } from './replies.ts';
import { TEXT_LIMIT, textLength } from './status-parts.ts';

/** A server without a table of emoji is offered at most this many names for one. */
const MOST_NAMES = 4;

/**
 * Text and emoji, always together: a parameter that is left out would keep its old value there.
 * https://zulip.com/api/update-status
 */
export async function writeParts(connection: ZulipConnection, status: Status): Promise<Result<null>> {
  const { account, session } = connection;
  const length = textLength(status.text);
  if (length > TEXT_LIMIT.max) return fail({ code: 'text-too-long', length, max: TEXT_LIMIT.max });
  const names = status.emoji?.kind === 'unicode' ? await session.emojiNames() : ok(null);
  if (!names.ok) return names;
  const spellings = emojiFields(status.emoji, account.serverUrl, names.value);
  if (!spellings.ok) return spellings;
  const [first, ...others] = spellings.value;
  let answer = await post(connection, status, first);
  for (const spelling of others.slice(0, MOST_NAMES - 1)) {
    // A translated refusal of a name arrives as `refused`.
    const isAboutName = !answer.ok && ['emoji-unknown', 'refused'].includes(answer.problem.code);
    if (!isAboutName) break;
    answer = await post(connection, status, spelling);
  }
  return answer;
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
