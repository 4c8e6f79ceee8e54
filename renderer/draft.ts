import { batch, type Signal, signal } from '@preact/signals';
import { resolveDuration } from '../electron/contract/duration.ts';
import type { DurationRule, PresetDraft } from '../electron/contract/preset.ts';
import type { Availability, Status, StatusEmoji, Then } from '../electron/contract/status.ts';

/** A status being made up. It outlives the popup's closing, so nothing typed is lost. */
export interface Draft {
  emoji: Signal<StatusEmoji | null>;
  text: Signal<string>;
  availability: Signal<Availability | null>;
  duration: Signal<DurationRule>;
  /** What happens at the end. */
  then: Signal<Then>;
  reset(): void;
}

export function createDraft(start?: Pick<PresetDraft, 'emoji' | 'text' | 'availability' | 'duration' | 'then'>): Draft {
  const emoji = signal<StatusEmoji | null>(start?.emoji ?? null);
  const text = signal(start?.text ?? '');
  const availability = signal<Availability | null>(start?.availability ?? null);
  const duration = signal<DurationRule>(start?.duration ?? { kind: 'none' });
  const then = signal<Then>(start?.then ?? 'clear');
  return {
    emoji,
    text,
    availability,
    duration,
    then,
    reset() {
      batch(() => {
        emoji.value = null;
        text.value = '';
        availability.value = null;
        duration.value = { kind: 'none' };
        then.value = 'clear';
      });
    },
  };
}

/** The status that the draft would be at `now`, in milliseconds since the epoch. */
export function statusOf(draft: Draft, now: number): Status {
  return {
    emoji: draft.emoji.value,
    text: draft.text.value.trim(),
    availability: draft.availability.value,
    until: resolveDuration(draft.duration.value, now),
    then: draft.then.value,
  };
}
