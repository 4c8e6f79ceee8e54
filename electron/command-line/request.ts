import { z } from 'zod';
import { AVAILABILITIES, type Availability, type Then } from '../contract/status.ts';

/** What somebody asks for on the command line or by a link: words as they were given, not yet held against presets and accounts. */
export type CommandLineRequest =
  | SetRequest
  /** `until`: another end than the preset's own. */
  | { verb: 'preset'; name: string; until: string | null }
  | { verb: 'clear'; accounts: string[] | null }
  | { verb: 'extend'; by: string }
  | { verb: 'end' }
  | { verb: 'toggle' }
  | { verb: 'status' | 'accounts' | 'presets'; json: boolean }
  /** The names for a shell's completion. */
  | { verb: 'complete'; what: 'presets' | 'accounts' };

export interface SetRequest {
  verb: 'set';
  text: string;
  emoji: string | null;
  until: string | null;
  accounts: string[] | null;
  availability: Availability | null;
  then: Then;
}

/** 0 done, 1 rejected, 2 misused, 3 waiting. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What is to be printed, and how the command ends. */
export interface Reply {
  exitCode: ExitCode;
  out: string;
  err: string;
}

/** More than any server takes, so that it is refused in words by those who know the limit. */
const LONGEST_TEXT = 20_000;
const LONGEST_WORD = 1_000;

const word = z.string().max(LONGEST_WORD);
const accounts = z.array(word).max(1_000).nullable();

/** A request as it comes from another process. */
export const requestSchema: z.ZodType<CommandLineRequest> = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('set'),
    text: z.string().max(LONGEST_TEXT),
    emoji: word.nullable(),
    until: word.nullable(),
    accounts,
    availability: z.enum(AVAILABILITIES as [Availability, ...Availability[]]).nullable(),
    then: z.enum(['clear', 'restore']),
  }),
  z.strictObject({ verb: z.literal('preset'), name: word, until: word.nullable() }),
  z.strictObject({ verb: z.literal('clear'), accounts }),
  z.strictObject({ verb: z.literal('extend'), by: word }),
  z.strictObject({ verb: z.literal('end') }),
  z.strictObject({ verb: z.literal('toggle') }),
  z.strictObject({ verb: z.enum(['status', 'accounts', 'presets']), json: z.boolean() }),
  z.strictObject({ verb: z.literal('complete'), what: z.enum(['presets', 'accounts']) }),
]);

export const replySchema: z.ZodType<Reply> = z.strictObject({
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  out: z.string(),
  err: z.string(),
});
