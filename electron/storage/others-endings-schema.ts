import { z } from 'zod';
import type { ReportedStatus, Status } from '../contract/status.ts';
import { availability, emoji, then } from './schemas.ts';

/** The wanted end of somebody else's status. */
export interface StoredOthersEnding {
  /** Whose rights it was set with. */
  accountId: string;
  personId: string;
  /** As it was set; its `until` is never null. */
  status: Status;
  /** What they had before; null where it is not known. */
  before: ReportedStatus | null;
  /** When it is to be carried out or tried again, in milliseconds since the epoch. */
  dueAt: number;
  failures: number;
}

export interface StoredOthersEndings {
  endings: StoredOthersEnding[];
}

const status: z.ZodType<Status> = z.object({
  emoji: emoji.nullable(),
  fallbackEmoji: emoji.nullable().exactOptional(),
  text: z.string(),
  availability: availability.nullable(),
  until: z.number().nullable(),
  then,
});

const reported: z.ZodType<ReportedStatus> = z.object({
  emoji: emoji.nullable(),
  text: z.string(),
  availability: availability.nullable(),
  until: z.number().nullable(),
});

const ending: z.ZodType<StoredOthersEnding> = z.object({
  accountId: z.string(),
  personId: z.string(),
  status,
  before: reported.nullable(),
  dueAt: z.number(),
  failures: z.number(),
});

export const othersEndingsSchema = { endings: z.array(ending) };
