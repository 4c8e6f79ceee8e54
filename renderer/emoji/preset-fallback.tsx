import type { Signal } from '@preact/signals';
import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { EmojiField } from '../parts/emoji-field.tsx';
import { GoneEmoji } from './gone-emoji.tsx';

interface Props {
  emoji: Signal<StatusEmoji | null>;
  fallback: Signal<StatusEmoji | null>;
}

/** The emoji for servers that don't have the preset's own; and a word where an organisation does not have it any more. */
export function PresetFallback({ emoji, fallback }: Props) {
  if (emoji.value === null) return null;
  return (
    <>
      <GoneEmoji emoji={emoji.value} />
      <div class="labelled" title={EMOJI.fallbackHint}>
        <span aria-hidden="true">{EMOJI.fallback}</span>
        <EmojiField emoji={fallback} label={EMOJI.fallback} />
      </div>
    </>
  );
}
