import type { Preset } from './preset.ts';
import type { Problem } from './problem.ts';

/** Presets that somebody else keeps for a whole team: to be set and copied, never edited here. */
export interface TeamPresets {
  /** Where they come from; `shown` is a file's path, or an address without its query. null: no source is set. */
  source: { kind: 'file' | 'address'; shown: string } | null;
  /** As the source calls the team, or null. */
  name: string | null;
  /** Those that can be set on one of the accounts here. */
  presets: Preset[];
  /** When the source last answered, in milliseconds since the epoch. */
  readAt: number | null;
  reading: boolean;
  /** Why the last reading failed; the presets are then those of the one before. */
  problem: Problem | null;
}
