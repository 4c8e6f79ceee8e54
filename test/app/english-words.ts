import type { Words } from '../../electron/app/status-room.ts';
import { ORIGINAL_PRESETS } from '../../electron/contract/languages/en/original-presets.ts';

/** What main passes to the services, but for what has to be compiled: this also runs in plain Node. */
export const ENGLISH_WORDS: Words = {
  status: ({ text }) => text,
  originalPreset: (id) => ORIGINAL_PRESETS[id],
};
