import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import { firstEmoji } from '../one-emoji.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { whenIdle } from '../when-idle.ts';
import { Emoji } from './emoji.tsx';

interface Props {
  emoji: Signal<StatusEmoji | null>;
  label?: string;
}

type Picker = ComponentType<{
  isOpen: boolean;
  emoji: StatusEmoji | null;
  onPick: (emoji: StatusEmoji | null) => void;
  onClose: () => void;
}>;

/** The chosen emoji, as a button that opens the picker. An emoji can be pasted on it; Delete takes it away. */
export function EmojiField({ emoji, label = STATUS_SCREEN.compose.emoji }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const Picker = usePicker(open);
  const [isBuilt, setBuilt] = useBuiltAhead(Picker !== null && !open);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    // Not earlier: nothing below an open dialog can take the keyboard.
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  // The next time begins anew, and so with another picker.
  const close = () => {
    setOpen(false);
    setBuilt(false);
  };
  return (
    <span class="emoji-field">
      <button
        type="button"
        class="emoji-button"
        ref={button}
        aria-label={
          emoji.value === null ? EMOJI.buttonEmpty({ label }) : EMOJI.button({ label, emoji: emojiText(emoji.value) })
        }
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') emoji.value = null;
        }}
        onPaste={(event) => {
          const pasted = firstEmoji(event.clipboardData?.getData('text/plain') ?? '');
          if (pasted === null) return;
          event.preventDefault();
          emoji.value = { kind: 'unicode', value: pasted };
        }}
      >
        {emoji.value === null ? <NoEmoji /> : <Emoji emoji={emoji.value} />}
      </button>
      {Picker && (open || isBuilt) && (
        <Picker
          isOpen={open}
          emoji={emoji.value}
          onPick={(picked) => {
            emoji.value = picked;
            close();
          }}
          onClose={close}
        />
      )}
    </span>
  );
}

/** The picker, once it is loaded: when the popup is idle, so that it is there before anyone asks. */
function usePicker(wanted: boolean): Picker | null {
  const { emoji: shelf, focusWish } = usePopup();
  const { locale } = useAppState();
  const [picker, setPicker] = useState<{ Picker: Picker } | null>(null);
  const shown = focusWish.value;
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const [loaded] = await Promise.all([import('../emoji/picker.tsx'), shelf.refresh(), shelf.load(locale)]);
      if (!gone) setPicker(loaded);
    };
    // What was made ready is as new as the popup: opening the picker does not wait for it once more.
    if (wanted && picker === null) void load();
    const stop = wanted ? () => {} : whenIdle(() => void load());
    return () => {
      gone = true;
      stop();
    };
    // Again each time the popup is shown: an organisation may have new emoji.
  }, [shelf, locale, wanted, shown]);
  return picker?.Picker ?? null;
}

/** Whether the closed picker is in the page, which it is once there was nothing else to do: then it opens at once. */
function useBuiltAhead(isWanted: boolean): [boolean, (isBuilt: boolean) => void] {
  const [isBuilt, setBuilt] = useState(false);
  useEffect(() => (isWanted && !isBuilt ? whenIdle(() => setBuilt(true)) : undefined), [isWanted, isBuilt]);
  return [isBuilt, setBuilt];
}

function NoEmoji() {
  return (
    <svg class="no-emoji" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7 12c.8 1 1.8 1.5 3 1.5s2.200-.5 3-1.500M7.500 8v.01M12.500 8v.01" />
    </svg>
  );
}
