import { PRESETS } from '../../electron/contract/languages/en/presets.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import { durationText } from '../../electron/contract/texts/duration-texts.ts';
import { GoneMark } from '../emoji/gone-emoji.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = PRESETS;

interface Props {
  preset: Preset;
  dragged: boolean;
  onDrag: () => void;
  onDrop: () => void;
  /** −1 for up, 1 for down. */
  onMove: (by: number) => void;
}

export function PresetRow({ preset, dragged, onDrag, onDrop, onMove }: Props) {
  const popup = usePopup();
  const { locale } = useAppState();
  const onArrow = (event: KeyboardEvent, needsAlt: boolean) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || (needsAlt && !event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    <li
      class={dragged ? 'preset-row dragged' : 'preset-row'}
      draggable
      onDragStart={(event) => {
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
        onDrag();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      onKeyDown={(event) => onArrow(event, true)}
    >
      <button
        type="button"
        class="button plain grip"
        aria-label={T.move({ name: preset.text })}
        title={T.moveHint}
        onKeyDown={(event) => onArrow(event, false)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />
        </svg>
      </button>
      <button type="button" class="preset-open" onClick={() => popup.go({ name: 'preset', presetId: preset.id })}>
        <Emoji emoji={preset.emoji} />
        <span class="sr-only">{T.edit} </span>
        <span class="row-text">{preset.text}</span>
        <GoneMark emoji={preset.emoji} />
        <span class="row-end">{durationText(preset.duration, locale)}</span>
      </button>
      <button
        type="button"
        class="button plain close"
        aria-label={T.remove({ name: preset.text })}
        onClick={() => void popup.run('delete-preset', { presetId: preset.id })}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="m4 4 8 8m0-8-8 8" />
        </svg>
      </button>
    </li>
  );
}
