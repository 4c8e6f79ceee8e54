import type { ImportNote } from '../contract/exchange.ts';
import type { DurationRule } from '../contract/preset.ts';
import { inMinutes } from './duration-words.ts';
import { readEmoji } from './emoji-words.ts';
import type { FilePreset } from './file-content.ts';

/** What programs for Slack's statuses keep of a preset. */
export interface ForeignPreset {
  text: string;
  /** A `:shortcode:`, or empty. */
  emoji: string;
  /** In minutes; 0 or empty for no end. */
  duration: string;
  pausesNotifications: boolean;
}

/** The nearest preset of ours, and what of it could not be taken over as it was. */
export function fromForeign(foreign: ForeignPreset): { preset: FilePreset; notes: ImportNote[] } {
  const { text, pausesNotifications } = foreign;
  const emoji = readEmoji(foreign.emoji);
  const minutes = foreign.duration.trim();
  const lasts = minutes === '' || Number(minutes) === 0 ? NO_END : inMinutes(Number(minutes));
  const notes: ImportNote[] = [];
  if (emoji === null && foreign.emoji !== '') notes.push({ kind: 'emoji-unknown', preset: text, emoji: foreign.emoji });
  if (lasts === null) notes.push({ kind: 'duration-unknown', preset: text, duration: minutes });
  if (pausesNotifications) notes.push({ kind: 'notifications-paused', preset: text });
  const availability = pausesNotifications ? 'busy' : null;
  return {
    preset: { emoji, text, availability, duration: lasts ?? NO_END, then: 'clear', accounts: null },
    notes,
  };
}

const NO_END: DurationRule = { kind: 'none' };
