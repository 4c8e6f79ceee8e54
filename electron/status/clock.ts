/** Time, passed in so that tests can turn it. */
export interface Clock {
  /** The clock on the wall, in milliseconds since the epoch. It may jump. */
  now(): number;
  /** Milliseconds that never jump and go on while the computer sleeps. Only differences mean something. */
  steady(): number;
  /** Calls back once after `ms` (at most 60,000 here, well under the 2^31 that `setTimeout` can hold); answers its undo. */
  after(ms: number, callback: () => void): () => void;
  /** 0 to 1, for jitter. */
  random(): number;
}
