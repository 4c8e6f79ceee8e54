import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import type { Pickable } from './emoji-index.ts';
import { fittingShortcode } from './emoji-search.ts';
import { PickableEmoji } from './pickable-emoji.tsx';

interface Props {
  id: string;
  found: readonly Pickable[];
  at: number;
  typed: string;
  choose: (one: Pickable) => void;
}

/** The emoji for the shortcode being typed. The keyboard stays in the text. */
export function CompletionList({ id, found, at, typed, choose }: Props) {
  return (
    <div class="completions" id={id} role="listbox" aria-label={EMOJI.completions}>
      {found.map((one, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text field names the one that is active.
        <div
          key={one.key}
          id={`${id}-${place}`}
          class={place === at ? 'completion at' : 'completion'}
          role="option"
          aria-selected={place === at}
          // Before the field loses the keyboard, which would close the list.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(one);
          }}
        >
          <span class="emoji" aria-hidden="true">
            <PickableEmoji one={one} tone={0} />
          </span>
          <span class="completion-code">:{fittingShortcode(one, typed)}:</span>
          <span class="completion-name">{one.emoji.kind === 'custom' ? '' : one.name}</span>
        </div>
      ))}
    </div>
  );
}
