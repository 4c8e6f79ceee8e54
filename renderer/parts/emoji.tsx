import type { StatusEmoji } from '../../electron/contract/status.ts';
import { withEmojiPresentation } from '../../electron/contract/texts/emoji-presentation.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';

/** An emoji as a picture, always in colour. Hidden from screen readers: the words beside it say more. */
export function Emoji({ emoji }: { emoji: StatusEmoji | null }) {
  if (emoji === null) return <span class="emoji none" aria-hidden="true" />;
  return (
    <span class={`emoji ${emoji.kind}`} aria-hidden="true">
      {emoji.kind === 'unicode' ? withEmojiPresentation(emoji.value) : emojiText(emoji)}
    </span>
  );
}
