import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { Button } from '../parts/button.tsx';
import { useAppState } from '../popup-context.ts';
import type { Pickable } from './emoji-index.ts';
import { PickableEmoji, tonedEmoji } from './pickable-emoji.tsx';
import type { SkinTone } from './skin-tone.ts';

interface Props {
  active: ReadonlySignal<Pickable | null>;
  tone: SkinTone;
  chosen: StatusEmoji | null;
  onNone: () => void;
}

/** What Enter would pick, large and by name. Screen readers hear it from the grid. */
export function PickerFoot({ active, tone, chosen, onNone }: Props) {
  const { locale } = useAppState();
  // Each in a signal of its own: with a key pressed three texts change, and nothing is rendered.
  const { large, name, codes } = useMemo(
    () => ({
      large: computed(() => active.value && largeEmoji(active.value, tone)),
      name: computed(() => shownName(active.value, locale)),
      codes: computed(() => firstCodes(active.value?.shortcodes ?? '')),
    }),
    [active, tone, locale],
  );
  return (
    <footer class="emoji-foot">
      <span class="emoji-large" aria-hidden="true">
        {large}
      </span>
      <span class="emoji-names" aria-hidden="true">
        <span class="emoji-name">{name}</span>
        <span class="emoji-code">{codes}</span>
      </span>
      {chosen !== null && (
        <Button look="soft" onClick={onNone}>
          {EMOJI_PICKER.none}
        </Button>
      )}
    </footer>
  );
}

function largeEmoji(one: Pickable, tone: SkinTone) {
  const emoji = tonedEmoji(one, tone);
  // As a text of its own, a signal changes it in place.
  return emoji.kind === 'unicode' ? emoji.value : <PickableEmoji key={one.key} one={one} tone={tone} />;
}

/**
 * A name of Unicode's begins as a line does; one that an organisation gave stays as it is. Only i has another capital in
 * some languages (Turkish), so that the others need not wait for a language's rules.
 */
function shownName(one: Pickable | null, locale: string): string {
  if (one?.emoji.kind !== 'unicode') return one?.name ?? '';
  const [first = ''] = one.name;
  return (first === 'i' ? first.toLocaleUpperCase(locale) : first.toUpperCase()) + one.name.slice(first.length);
}

function firstCodes(shortcodes: string): string {
  const codes = shortcodes.split(' ').filter(Boolean).slice(0, 2);
  return codes.map((code) => `:${code}:`).join(' ');
}
