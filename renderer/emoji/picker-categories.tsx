import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import { AccountIcon } from '../parts/account-icon.tsx';
import { useAppState } from '../popup-context.ts';
import type { EmojiGroup } from './emoji-data.ts';
import type { EmojiIndex } from './emoji-index.ts';
import type { HeadedBlock } from './grid-layout.ts';
import { readingKey } from './reading-key.ts';

const T = EMOJI_PICKER;

const PICTURES: Record<EmojiGroup | 'used', string> = {
  used: '🕘',
  'smileys-emotion': '😀',
  'people-body': '👋',
  'animals-nature': '🐻',
  'food-drink': '🍔',
  'travel-places': '🚗',
  activities: '⚽',
  objects: '💡',
  symbols: '💟',
  flags: '🏁',
};

interface Props {
  blocks: readonly HeadedBlock[];
  index: EmojiIndex;
  /** While a search is on there is nothing to jump to; the place is for what it found. */
  searching: ReadonlySignal<boolean>;
  /** The key of the block in sight. */
  current: ReadonlySignal<string>;
  go: (key: string) => void;
}

/** One button for each category and organisation: a toolbar with one tab stop, and arrows inside. */
export function PickerCategories({ blocks, index, searching, current, go }: Props) {
  const { accounts } = useAppState();
  const [stop, setStop] = useState(0);
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -blocks.length, End: blocks.length }[readingKey(event)];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(stop + by, blocks.length - 1));
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      class={searching.value ? 'emoji-categories away' : 'emoji-categories'}
      role="toolbar"
      aria-label={T.categories}
      onKeyDown={onKeyDown}
    >
      {blocks.map(({ key, heading }, at) => {
        const section = index.sections.find((one) => one.key === key);
        const account = accounts.find(({ serverUrl }) => key === `organization ${serverUrl}`);
        return (
          <button
            key={key}
            type="button"
            class="emoji-category"
            tabIndex={at === Math.min(stop, blocks.length - 1) ? 0 : -1}
            aria-label={heading}
            title={heading}
            aria-current={key === current.value ? 'true' : undefined}
            onFocus={() => setStop(at)}
            onClick={() => go(key)}
          >
            {section?.organization ? (
              <AccountIcon name={section.organization} icon={account?.serverIcon ?? null} />
            ) : (
              <span aria-hidden="true">{PICTURES[key as keyof typeof PICTURES]}</span>
            )}
          </button>
        );
      })}
    </div>
  );
}
