import type { StatusEmoji } from '../../electron/contract/status.ts';
import { withEmojiPresentation } from '../../electron/contract/texts/emoji-presentation.ts';
import { organizationEmoji } from '../emoji/emoji-shelf.ts';
import { EmojiPicture } from '../emoji/pickable-emoji.tsx';
import { usePopup } from '../popup-context.ts';

/** An emoji as a picture, always in colour. Hidden from screen readers: the words beside it say more. */
export function Emoji({ emoji }: { emoji: StatusEmoji | null }) {
  if (emoji === null) return <span class="emoji none" aria-hidden="true" />;
  return (
    <span class={`emoji ${emoji.kind}`} aria-hidden="true">
      {emoji.kind === 'unicode' ? withEmojiPresentation(emoji.value) : <OrganizationPicture emoji={emoji} />}
    </span>
  );
}

function OrganizationPicture({ emoji }: { emoji: Extract<StatusEmoji, { kind: 'custom' }> }) {
  const known = organizationEmoji(usePopup().emoji.organizations.value, emoji);
  return <EmojiPicture picture={known?.picture ?? null} stillPicture={known?.stillPicture ?? null} name={emoji.name} />;
}
