import type { ReadonlySignal } from '@preact/signals';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { Button } from '../parts/button.tsx';
import type { Pickable } from './emoji-index.ts';
import { PickableEmoji } from './pickable-emoji.tsx';
import type { SkinTone } from './skin-tone.ts';

interface Props {
  active: ReadonlySignal<Pickable | null>;
  tone: SkinTone;
  chosen: StatusEmoji | null;
  onNone: () => void;
}

/** What Enter would pick, large and by name. Screen readers hear it from the grid. */
export function PickerFoot({ active: at, tone, chosen, onNone }: Props) {
  const active = at.value;
  return (
    <footer class="emoji-foot">
      <span class="emoji-large" aria-hidden="true">
        {active && <PickableEmoji key={active.key} one={active} tone={tone} />}
      </span>
      <span class="emoji-names" aria-hidden="true">
        <span class={`emoji-name ${active?.emoji.kind}`}>{active?.name}</span>
        <span class="emoji-code">
          {active?.shortcodes
            .split(' ')
            .filter(Boolean)
            .slice(0, 2)
            .map((code) => `:${code}:`)
            .join(' ')}
        </span>
      </span>
      {chosen !== null && (
        <Button look="soft" onClick={onNone}>
          {EMOJI_PICKER.none}
        </Button>
      )}
    </footer>
  );
}
