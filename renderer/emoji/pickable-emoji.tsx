import { useState } from 'preact/hooks';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import type { Pickable } from './emoji-index.ts';
import { type SkinTone, withSkinTone } from './skin-tone.ts';

/** One emoji of the picker as it looks; its name is said elsewhere. */
export function PickableEmoji({ one, tone }: { one: Pickable; tone: SkinTone }) {
  const emoji = tonedEmoji(one, tone);
  if (emoji.kind === 'unicode') return <>{emoji.value}</>;
  return <EmojiPicture picture={one.picture} stillPicture={one.stillPicture} name={emoji.name} />;
}

/** What a status gets when this one is picked. */
export function tonedEmoji({ emoji, toned }: Pickable, tone: SkinTone): StatusEmoji {
  return toned && emoji.kind === 'unicode' ? { ...emoji, value: withSkinTone(emoji.value, tone) } : emoji;
}

interface PictureProps {
  picture: string | null;
  stillPicture: string | null;
  name: string;
}

/** An organisation's emoji; a few letters of its name where there is no picture, or none that can be shown. */
export function EmojiPicture({ picture, stillPicture, name }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (picture === null || picture === broken) {
    return (
      <span class="emoji-letters" aria-hidden="true">
        {name.slice(0, 3)}
      </span>
    );
  }
  return (
    <picture>
      {stillPicture !== null && <source media="(prefers-reduced-motion: reduce)" srcset={stillPicture} />}
      <img class="emoji-picture" src={picture} alt="" draggable={false} onError={() => setBroken(picture)} />
    </picture>
  );
}
