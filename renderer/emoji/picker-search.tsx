import { effect, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { Menu } from '../parts/menu.tsx';
import { SKIN_TONES, type SkinTone, withSkinTone } from './skin-tone.ts';
import type { FoundEmoji } from './use-found-emoji.ts';

const T = EMOJI_PICKER;
const TONE_KEYS = ['none', 'light', 'mediumLight', 'medium', 'mediumDark', 'dark'] as const;
const HAND = '✋';

interface Props {
  found: FoundEmoji;
  gridId: string;
  /** Of the cell that the keyboard is at. */
  activeId: ReadonlySignal<string | undefined>;
  tone: SkinTone;
  onKeyDown: (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => void;
  onTone: (tone: SkinTone) => void;
  onClose: () => void;
}

/** The way back, the search field that keeps the keyboard, and the skin tone. */
export function PickerSearch({ found, gridId, activeId, tone, onKeyDown, onTone, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  // Taken away once it can't be seen, and the attribute with it: even an empty one has its style reckoned with every letter.
  useLayoutEffect(
    () =>
      effect(() => {
        if (found.isSearching.value) input.current?.removeAttribute('placeholder');
        else input.current?.setAttribute('placeholder', T.search);
      }),
    [found],
  );
  return (
    <header class="emoji-head">
      <button type="button" class="button plain back" aria-label={POPUP.back} onClick={onClose}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M10 3 5 8l5 5" />
        </svg>
      </button>
      <input
        class="emoji-search"
        type="text"
        role="combobox"
        ref={input}
        // Taken by the dialog as it opens.
        autofocus
        aria-label={T.search}
        aria-autocomplete="list"
        aria-haspopup="grid"
        aria-expanded="true"
        aria-controls={gridId}
        aria-activedescendant={activeId}
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => found.search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Menu
        label={T.tone}
        kind="radio"
        items={() =>
          SKIN_TONES.map((each) => ({
            key: String(each),
            label: (
              <>
                <span class="emoji" aria-hidden="true">
                  {withSkinTone(HAND, each)}
                </span>
                {T.tones[TONE_KEYS[each]]}
              </>
            ),
            checked: each === tone,
            choose: () => onTone(each),
          }))
        }
      >
        <span class="emoji" aria-hidden="true">
          {withSkinTone(HAND, tone)}
        </span>
        <span class="sr-only">{T.tones[TONE_KEYS[tone]]}</span>
      </Menu>
    </header>
  );
}
