import { z } from 'zod';
import type { ImportNote } from '../contract/exchange.ts';
import type { DurationRule } from '../contract/preset.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { StatusEmoji } from '../contract/status.ts';
import { availability, then } from '../storage/schemas.ts';
import { readDuration } from './duration-words.ts';
import { readEmoji } from './emoji-words.ts';
import type { FilePreset, ReadFile } from './file-content.ts';
import { readSettings } from './portable-settings.ts';

/** The form of the file; it counts up when an older app could not read it any more. */
export const FILE_VERSION = 1;
const MOST_PRESETS = 500;
const LONGEST_TEXT = 1_000;
const LONGEST_WORD = 2_048;

const word = z.string().min(1).max(LONGEST_WORD);

/** Reads a string by a function that answers null for what it doesn't understand. */
const understood = <T>(read: (words: string) => T | null) =>
  z.string().transform((words, context) => {
    const value = read(words);
    if (value !== null) return value;
    context.addIssue('not understood');
    return z.NEVER;
  });

const emoji: z.ZodType<StatusEmoji | null> = z
  .union([
    understood<StatusEmoji>(readEmoji),
    z.object({ custom: word, server: word, code: word }).transform(
      ({ custom, server, code }): StatusEmoji => ({
        kind: 'custom',
        serverUrl: server,
        name: custom,
        code,
      }),
    ),
  ])
  .nullable();

const account = z.object({ server: word, login: word.exactOptional() });

const presetShape = {
  emoji: emoji.default(null),
  fallbackEmoji: emoji.exactOptional(),
  text: z.string().max(LONGEST_TEXT).default(''),
  availability: availability.nullable().default(null),
  duration: understood<DurationRule>(readDuration).default({ kind: 'none' }),
  then: then.default('clear'),
  accounts: z.array(account).max(MOST_PRESETS).nullable().default(null),
};
const preset = z
  .looseObject(presetShape)
  .refine(({ text, emoji: sign }) => text.trim() !== '' || sign !== null, { path: ['text'] });

const fileShape = {
  whereabouts: z.literal(FILE_VERSION),
  /** Who wrote it when: for people. */
  app: z.string().optional(),
  exported: z.string().optional(),
  name: z.string().max(LONGEST_TEXT).optional(),
  presets: z.array(preset).max(MOST_PRESETS).optional(),
  settings: z.looseObject({}).optional(),
};
const file = z.looseObject(fileShape);

/** Understands a file of this app whole or not at all, and says which field is wrong. What it does not know is noted. */
export function readOwnFile(value: object): Result<ReadFile> {
  const version: unknown = 'whereabouts' in value ? value.whereabouts : undefined;
  if (typeof version !== 'number') return fail({ code: 'import-file', reason: 'unknown' });
  if (version > FILE_VERSION) return fail({ code: 'import-file', reason: 'newer' });
  const parsed = file.safeParse(value);
  if (!parsed.success) return fail(fieldProblem(parsed.error.issues[0]?.path ?? []));
  const { name, presets, settings } = parsed.data;
  const readSettingsPart = readSettings(settings ?? {});
  if (!readSettingsPart.ok) return readSettingsPart;
  return ok({
    source: 'whereabouts',
    name: name?.trim() || null,
    presets: presets?.map(toPreset) ?? null,
    settings: readSettingsPart.value.settings,
    notes: [
      ...unknownFields(parsed.data, fileShape, ''),
      ...(presets ?? []).flatMap((one, index) => unknownFields(one, presetShape, `presets[${index + 1}].`)),
      ...readSettingsPart.value.unknown.map((field): ImportNote => ({ kind: 'field-unknown', field })),
    ],
  });
}

function toPreset(parsed: z.infer<typeof preset>): FilePreset {
  const { text, availability: reachable, duration, then: after, accounts, fallbackEmoji } = parsed;
  return {
    ...{ emoji: parsed.emoji, text: text.trim(), availability: reachable, duration, then: after, accounts },
    ...(fallbackEmoji === undefined ? {} : { fallbackEmoji }),
  };
}

function fieldProblem(path: readonly PropertyKey[]) {
  const [part, index, field] = path;
  const isPreset = part === 'presets' && typeof index === 'number';
  return {
    code: 'import-field' as const,
    preset: isPreset ? index + 1 : null,
    field: String((isPreset ? field : part) ?? 'presets'),
  };
}

function unknownFields(value: object, shape: object, prefix: string): ImportNote[] {
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(shape, key))
    .map((key) => ({ kind: 'field-unknown', field: prefix + key }));
}
