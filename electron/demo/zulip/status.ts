import type { Realm, ZulipStatus } from './realm.ts';
import { Refusal } from './refusal.ts';

/** What a request asks for; `undefined` where it does not say. */
export interface StatusRequest {
  away?: boolean | undefined;
  text?: string | undefined;
  emojiName?: string | undefined;
  emojiCode?: string | undefined;
  reactionType?: string | undefined;
}

export const STATUS_TEXT_LIMIT = 60;

/** Trims and counts code points, as Python does; older servers count first. Comes before every other check. */
export function readStatusText({ switches }: Realm, raw: string | undefined): string | undefined {
  const text = raw?.trim();
  const counted = switches.countBeforeTrimming ? raw : text;
  if (counted !== undefined && [...counted].length > STATUS_TEXT_LIMIT) {
    throw new Refusal(`status_text is too long (limit: ${STATUS_TEXT_LIMIT} characters)`);
  }
  return text;
}

/**
 * The fields that a request changes, checked in the server's order. Only what is passed changes.
 * https://zulip.com/api/update-status
 */
export function checkStatus(realm: Realm, asked: StatusRequest): Partial<ZulipStatus> {
  const { text, emojiName } = asked;
  let { emojiCode, reactionType } = asked;
  if (asked.away === undefined && text === undefined && emojiName === undefined) {
    throw new Refusal('Client did not pass any new values.');
  }
  if (emojiName && (emojiCode === undefined || reactionType === undefined)) {
    const found = lookUp(realm, emojiName);
    emojiCode ??= found.code;
    reactionType ??= found.type;
  }
  const changes: Partial<ZulipStatus> = text === undefined ? {} : { text };
  if (emojiName === '') return { ...changes, emojiName: '', emojiCode: '', reactionType: 'unicode_emoji' };
  if (emojiName === undefined) {
    if (emojiCode || reactionType) {
      throw new Refusal('Client must pass emoji_name if they pass either emoji_code or reaction_type.');
    }
    return changes;
  }
  validate(realm, emojiName, emojiCode ?? '', reactionType ?? '');
  return { ...changes, emojiName, emojiCode: emojiCode ?? '', reactionType: reactionType ?? '' };
}

/** An organisation's own emoji come before Unicode's. */
function lookUp(realm: Realm, name: string): { code: string; type: string } {
  const custom = realm.customEmoji.find((emoji) => emoji.name === name && !emoji.deactivated);
  if (custom !== undefined) return { code: custom.id, type: 'realm_emoji' };
  if (name === 'zulip') return { code: 'zulip', type: 'zulip_extra_emoji' };
  const code = realm.emoji.nameToCode.get(name);
  if (code === undefined) throw new Refusal(`Emoji '${name}' does not exist`);
  return { code, type: 'unicode_emoji' };
}

function validate(realm: Realm, name: string, code: string, type: string): void {
  if (type === 'realm_emoji') {
    const custom = realm.customEmoji.find((emoji) => emoji.id === code);
    if (custom === undefined) throw new Refusal('Invalid custom emoji.');
    if (custom.name !== name) throw new Refusal('Invalid custom emoji name.');
    if (custom.deactivated) throw new Refusal('This custom emoji has been deactivated.');
  } else if (type === 'zulip_extra_emoji') {
    if (code !== 'zulip') throw new Refusal('Invalid emoji code.');
    if (name !== 'zulip') throw new Refusal('Invalid emoji name.');
  } else if (type === 'unicode_emoji') {
    const names = realm.emoji.codeToNames.get(code);
    if (names === undefined) throw new Refusal('Invalid emoji code.');
    if (!names.includes(name)) throw new Refusal('Invalid emoji name.');
  } else {
    throw new Refusal('Invalid emoji type.');
  }
}

/** Stores the change and answers the fields to announce, in the wire's names; a cleared field is "". */
export function applyStatus(
  person: { status: ZulipStatus | null },
  changes: Partial<ZulipStatus>,
): Record<string, string> {
  const empty: ZulipStatus = { text: '', emojiName: '', emojiCode: '', reactionType: 'unicode_emoji' };
  person.status = { ...empty, ...person.status, ...changes };
  const announced: Record<string, string> = {};
  if (changes.text !== undefined) announced.status_text = changes.text;
  if (changes.emojiName !== undefined) {
    announced.emoji_name = changes.emojiName;
    announced.emoji_code = changes.emojiCode ?? '';
    announced.reaction_type = changes.reactionType ?? '';
  }
  return announced;
}

/** Only the parts that are set; `away` only for those who have a status and are invisible. */
export function statusOnWire(person: {
  status: ZulipStatus | null;
  presenceEnabled: boolean;
}): Record<string, unknown> {
  const { status } = person;
  if (status === null) return {};
  return {
    ...(person.presenceEnabled ? {} : { away: true }),
    ...(status.text === '' ? {} : { status_text: status.text }),
    ...(status.emojiName === ''
      ? {}
      : { emoji_name: status.emojiName, emoji_code: status.emojiCode, reaction_type: status.reactionType }),
  };
}
