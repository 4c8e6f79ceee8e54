import { batch } from '@preact/signals';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { durationText } from '../../electron/contract/texts/duration-texts.ts';
import { Emoji } from '../parts/emoji.tsx';
import { Menu } from '../parts/menu.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = PEOPLE;

/** Fills the form from one of one's own presets. Nothing is set by that, for anyone. */
export function PresetPill({ account }: { account: AccountState }) {
  const { status: draft } = usePopup().people;
  const { presets, locale } = useAppState();
  if (presets.length === 0) return null;
  const fill = (preset: Preset) =>
    batch(() => {
      draft.emoji.value = emojiThere(preset, account.serverUrl);
      draft.text.value = preset.text;
      // Only Rocket.Chat lets someone choose another's availability.
      draft.availability.value = account.kind === 'rocket-chat' ? preset.availability : null;
      draft.duration.value = preset.duration;
      draft.then.value = preset.then;
    });
  const item = (preset: Preset) => ({
    key: preset.id,
    kind: 'action' as const,
    label: (
      <>
        <Emoji emoji={preset.emoji} />
        {preset.text}
      </>
    ),
    detail: durationText(preset.duration, locale),
    checked: false,
    choose: () => fill(preset),
  });
  return (
    <Menu label={T.fill} kind="radio" items={() => presets.map(item)}>
      {T.preset}
    </Menu>
  );
}

/** One organisation's own emoji is unknown to all others. */
function emojiThere({ emoji, fallbackEmoji }: Preset, serverUrl: string): StatusEmoji | null {
  return emoji?.kind === 'custom' && emoji.serverUrl !== serverUrl ? (fallbackEmoji ?? null) : emoji;
}
