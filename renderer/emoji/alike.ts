import type { StatusPreview } from '../../electron/contract/emoji.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';

/** Accounts on which a status will look the same. */
export interface SameLook {
  look: StatusPreview;
  accountIds: string[];
}

/** Puts together what looks alike: emoji, words and the end that is shown; the same emoji in or before the text is alike. */
export function alike(previews: readonly StatusPreview[]): SameLook[] {
  const looks = new Map<string, SameLook>();
  for (const look of previews) {
    const emoji = look.emoji === null ? '' : emojiText(look.emoji).replaceAll('\u{fe0f}', '');
    const key = JSON.stringify([emoji, look.text, look.until, look.problem?.code ?? null]);
    const same = looks.get(key);
    if (same === undefined) looks.set(key, { look, accountIds: [look.accountId] });
    else same.accountIds.push(look.accountId);
  }
  return [...looks.values()];
}
