/** What someone can be reached as. Which of them an account has, and what its server calls them, is in its capabilities. */
export type Availability = 'online' | 'away' | 'busy' | 'invisible';

export const AVAILABILITIES: readonly Availability[] = ['online', 'away', 'busy', 'invisible'];

/** Either a Unicode emoji (with U+FE0F where a font would else draw a text glyph), or one of an organisation's own. */
export type StatusEmoji =
  | { kind: 'unicode'; value: string }
  | { kind: 'custom'; serverUrl: string; name: string; code: string };

/** What happens when a status ends. */
export type Then = 'clear' | 'restore';

/** A status as somebody asks for it. */
export interface Status {
  emoji: StatusEmoji | null;
  /** Shown where the server does not have `emoji`; absent or null: none is shown there. */
  fallbackEmoji?: StatusEmoji | null;
  text: string;
  /** null leaves the availability as it is. */
  availability: Availability | null;
  /** When it ends, in milliseconds since the epoch; null: no end. */
  until: number | null;
  /** What happens at the end. A plain word, never a promise. */
  then: Then;
}

/** What the server last said. */
export interface ReportedStatus {
  emoji: StatusEmoji | null;
  text: string;
  /** What the user chose there; null where the server does not say. */
  availability: Availability | null;
  /** The end that the server itself keeps, in milliseconds since the epoch. */
  until: number | null;
}

/** What became of a status on one account. */
export type Outcome =
  | { kind: 'sending' }
  | { kind: 'applied'; at: number }
  | { kind: 'waiting'; problem: import('./problem.ts').Problem; nextTryAt: number | null }
  | { kind: 'rejected'; problem: import('./problem.ts').Problem }
  | { kind: 'superseded'; at: number };
