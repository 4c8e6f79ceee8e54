import type { StatusPreview } from '../../contract/emoji.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Status, StatusEmoji } from '../../contract/status.ts';
import { keptText } from '../kept-text.ts';
import { type EmojiNames, type KnownEmoji, type ShownEmoji, shownEmoji } from '../known-emoji.ts';
import type { ZulipAccount } from './connection.ts';
import { zulipEmojiThere } from './emoji-fields.ts';
import { hasEmojiTable } from './session.ts';
import { TEXT_LIMIT, textLength } from './status-parts.ts';

/** What stands in the emoji's place of a status, by what is known of the server. */
export function shownOnZulip(
  status: Pick<Status, 'emoji' | 'fallbackEmoji'>,
  serverUrl: string,
  names: EmojiNames | null,
  known: KnownEmoji,
): ShownEmoji {
  const there = { serverUrl, names, custom: known.custom(serverUrl), proven: known.proven(serverUrl) };
  return shownEmoji(status, (emoji: StatusEmoji) => zulipEmojiThere(emoji, there));
}

export function previewOnZulip(
  known: KnownEmoji,
  { serverUrl, capabilities }: Pick<ZulipAccount, 'serverUrl' | 'capabilities'>,
  status: Status,
): Omit<StatusPreview, 'accountId'> {
  const names = hasEmojiTable(capabilities.featureLevel) ? (known.table(serverUrl)?.names ?? null) : null;
  const shown = shownOnZulip(status, serverUrl, names, known);
  const text = keptText(status.text);
  const hides = status.availability === 'invisible' && !capabilities.availabilities.includes('invisible');
  return {
    emoji: shown.emoji,
    emojiReplaced: shown.replaced,
    emojiProblem: shown.problem,
    emojiInText: false,
    text,
    // Zulip shows nobody when a status ends: https://github.com/zulip/zulip/issues/28543
    until: null,
    problem: textProblem(text) ?? nothingLeft(shown, text) ?? (hides ? { code: 'presence-disabled' } : null),
  };
}

export function textProblem(text: string): Problem | null {
  const length = textLength(text);
  return length > TEXT_LIMIT.max ? { code: 'text-too-long', length, max: TEXT_LIMIT.max } : null;
}

/** A status of an emoji alone, which the server does not have, would say nothing there. */
export function nothingLeft(shown: ShownEmoji, text: string): Problem | null {
  return shown.emoji === null && keptText(text) === '' ? shown.problem : null;
}
