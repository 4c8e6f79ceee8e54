import type { Signal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import { firstEmoji } from '../one-emoji.ts';
import { TEXTS } from '../texts.ts';

/** A small field for one emoji, typed or pasted. Whatever is no emoji is refused, in words. */
export function EmojiField({ emoji }: { emoji: Signal<StatusEmoji | null> }) {
  const id = useId();
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = (input: HTMLInputElement) => {
    const typed = input.value.trim();
    const first = firstEmoji(typed);
    if (first !== null) emoji.value = { kind: 'unicode', value: first };
    else if (typed === '') emoji.value = null;
    setRefusal(refusalFor(typed, first));
    // What was refused must leave the field even when the signal did not change.
    input.value = emoji.value === null ? '' : emojiText(emoji.value);
  };

  return (
    <span class="emoji-field">
      <input
        class="emoji"
        type="text"
        aria-label={TEXTS.compose.emoji}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={refusal ? id : undefined}
        placeholder="💬"
        autoComplete="off"
        value={emoji.value === null ? '' : emojiText(emoji.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setRefusal(null)}
        onInput={(event) => {
          // An input method is still at work; its end comes as one more input.
          if (!event.isComposing) take(event.currentTarget);
        }}
        onCompositionEnd={(event) => take(event.currentTarget)}
      />
      {refusal && (
        <span class="refusal" id={id} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}

function refusalFor(typed: string, first: string | null): string | null {
  if (typed === '') return null;
  if (first === null) return TEXTS.compose.notAnEmoji;
  // The selector that only asks for colour is no second emoji.
  return typed.replaceAll('\u{fe0f}', '') === first.replaceAll('\u{fe0f}', '') ? null : TEXTS.compose.oneEmoji;
}
