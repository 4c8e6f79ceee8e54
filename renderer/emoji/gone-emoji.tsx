import type { StatusEmoji } from '../../electron/contract/status.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import { usePopup } from '../popup-context.ts';
import { TEXTS } from '../texts.ts';
import { organizationWithout } from './emoji-shelf.ts';

/** Says so where an organisation does not have an emoji of its own any more. */
export function GoneEmoji({ emoji }: { emoji: StatusEmoji | null }) {
  const gone = organizationWithout(usePopup().emoji.organizations.value, emoji);
  if (gone === null || emoji === null) return null;
  return <p class="problem">{TEXTS.emoji.gone(gone.serverName, emojiText(emoji))}</p>;
}
