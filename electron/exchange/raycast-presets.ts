import { z } from 'zod';
import type { ImportNote } from '../contract/exchange.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { ReadFile } from './file-content.ts';
import { fromForeign } from './foreign-preset.ts';

// The list that Raycast's extension “Slack Status” keeps as `presets.json`; durations are in minutes, 0 means no end:
// https://github.com/raycast/extensions/blob/main/extensions/slack-status/src/presets.ts
const preset = z.object({
  title: z.string().trim().min(1).max(1_000),
  emojiCode: z.string().max(200).default(''),
  defaultDuration: z.number().default(0),
  pauseNotifications: z.boolean().default(false),
});

/** Items that are none are noted; where there is not one, it is no such list. */
export function readRaycastPresets(list: readonly unknown[]): Result<ReadFile> {
  const parsed = list.map((one) => preset.safeParse(one));
  if (!parsed.some(({ success }) => success)) return fail({ code: 'import-file', reason: 'unknown' });
  const found = parsed.flatMap(({ data }) =>
    data === undefined
      ? []
      : [
          fromForeign({
            text: data.title,
            emoji: data.emojiCode,
            duration: String(data.defaultDuration),
            pausesNotifications: data.pauseNotifications,
          }),
        ],
  );
  const faulty = parsed.flatMap(({ success }, index): ImportNote[] =>
    success ? [] : [{ kind: 'not-a-preset', line: `${index + 1}` }],
  );
  return ok({
    source: 'raycast',
    name: null,
    presets: found.map(({ preset: one }) => one),
    settings: {},
    notes: [...found.flatMap(({ notes }) => notes), ...faulty],
  });
}
