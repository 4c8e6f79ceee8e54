import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import { GONE_EMOJI } from '../../electron/contract/languages/en/gone-emoji.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import { usePopup } from '../popup-context.ts';
import { organizationWithout } from './emoji-shelf.ts';

/** Says so where an organisation does not have an emoji of its own any more. */
export function GoneEmoji({ emoji }: { emoji: StatusEmoji | null }) {
  const gone = organizationWithout(usePopup().emoji.organizations.value, emoji);
  if (gone === null || emoji === null) return null;
  return <p class="problem">{EMOJI.gone({ server: gone.serverName, emoji: emojiText(emoji) })}</p>;
}

/** The same beside a row, as a mark: in words for screen readers and under the pointer. */
export function GoneMark({ emoji }: { emoji: StatusEmoji | null }) {
  const gone = organizationWithout(usePopup().emoji.organizations.value, emoji);
  if (gone === null || emoji === null) return null;
  const words = GONE_EMOJI.mark({ server: gone.serverName, emoji: emojiText(emoji) });
  return (
    <span class="gone-mark" title={words}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M8 2.500 14 13H2zM8 6.500v3M8 11.200v.1" />
      </svg>
      <span class="sr-only">{words}</span>
    </span>
  );
}
