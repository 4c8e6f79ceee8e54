import type { Availability, StatusEmoji, Then } from './status.ts';

/** How long a preset's status lasts, counted when it is applied, in the user's time zone. */
export type DurationRule =
  | { kind: 'none' }
  | { kind: 'minutes'; minutes: number }
  /** Today at a local time; tomorrow at that time when it has passed. */
  | { kind: 'time'; hour: number; minute: number }
  /** Until the start of tomorrow. */
  | { kind: 'tomorrow' }
  /** Until the start of next Monday. */
  | { kind: 'monday' }
  /** A moment chosen by hand, in milliseconds since the epoch. */
  | { kind: 'at'; at: number };

/** A named status. Its text is its name. */
export interface Preset {
  id: string;
  emoji: StatusEmoji | null;
  /** Shown where a server does not have `emoji`; absent or null: none is shown there. */
  fallbackEmoji?: StatusEmoji | null;
  text: string;
  availability: Availability | null;
  duration: DurationRule;
  then: Then;
  /** Ids of the accounts it is for; null: those chosen in the popup. */
  accountIds: string[] | null;
}

/** What the form of a preset sends. */
export type PresetDraft = Omit<Preset, 'id'>;

/** A status set before, offered again. The newest first. */
export interface Recent {
  id: string;
  emoji: StatusEmoji | null;
  fallbackEmoji?: StatusEmoji | null;
  text: string;
  availability: Availability | null;
  duration: DurationRule;
}
