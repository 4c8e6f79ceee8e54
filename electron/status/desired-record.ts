import { z } from 'zod';
import type { Problem } from '../contract/problem.ts';
import type { ReportedStatus, Status } from '../contract/status.ts';

const emoji = z.union([
  z.object({ kind: z.literal('unicode'), value: z.string() }),
  z.object({ kind: z.literal('custom'), serverUrl: z.string(), name: z.string(), code: z.string() }),
]);
const availability = z.enum(['online', 'away', 'busy', 'invisible']);
const status = z.object({
  emoji: emoji.nullable(),
  fallbackEmoji: emoji.nullable().exactOptional(),
  text: z.string(),
  availability: availability.nullable(),
  until: z.number().nullable(),
  then: z.enum(['clear', 'restore']),
});
const reported = z.object({
  emoji: emoji.nullable(),
  text: z.string(),
  availability: availability.nullable(),
  until: z.number().nullable(),
});

/** What one account is wished to show, and how far that has come. On disk before any request leaves. */
export interface DesiredRecord {
  /** Counts up with each wish; a reply to an older wish is not about this one. */
  wish: number;
  /** `show`: a status somebody asked for; `put-back`: nothing, or what was there before. */
  aim: 'show' | 'put-back';
  status: Status;
  /** True: written only where the server still shows one of `ours`. */
  guarded: boolean;
  /** What we have put there, or may have: a request can arrive though its reply is lost. */
  ours: Array<Status | ReportedStatus>;
  phase: 'pending' | 'applied' | 'rejected' | 'superseded';
  problem: Problem | null;
  /** When the phase last changed, in milliseconds since the epoch. */
  at: number;
  failedTries: number;
  /** null: at once, or (after a pause) when the user has signed in again. */
  nextTryAt: number | null;
  paused: boolean;
  /** What the server showed before, for putting it back. */
  before: ReportedStatus | null;
  /** True where the end was given as a length: it moves along when the clock on the wall is corrected. */
  endIsLength: boolean;
  /** The wish that was shown when this one came: it has to end as well, should this one be rejected. */
  previous: { status: Status; before: ReportedStatus | null; endIsLength: boolean } | null;
}

/** Reads a record back from disk; the problem is trusted to be one of ours, since it only becomes words. */
export const desiredRecordSchema = z.object({
  wish: z.number(),
  aim: z.enum(['show', 'put-back']),
  status,
  guarded: z.boolean(),
  ours: z.array(z.union([status, reported])),
  phase: z.enum(['pending', 'applied', 'rejected', 'superseded']),
  problem: z.custom<Problem>((value) => typeof value === 'object' && value !== null && 'code' in value).nullable(),
  at: z.number(),
  failedTries: z.number(),
  nextTryAt: z.number().nullable(),
  paused: z.boolean(),
  before: reported.nullable(),
  endIsLength: z.boolean(),
  previous: z.object({ status, before: reported.nullable(), endIsLength: z.boolean() }).nullable(),
}) satisfies z.ZodType<DesiredRecord>;

/** The part of a record that still has to end: its own status, or the one it replaced when it was rejected itself. */
export function running(record: DesiredRecord): DesiredRecord['previous'] {
  if (record.phase === 'superseded') return null;
  if (record.phase === 'rejected') return record.previous;
  return record.aim === 'show' ? record : null;
}

/** When this record has to be ended, in milliseconds since the epoch, or null. */
export function endOf(record: DesiredRecord): number | null {
  return running(record)?.status.until ?? null;
}
