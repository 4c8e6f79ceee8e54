import type { ImportNote, ImportSource } from '../contract/exchange.ts';
import type { PresetDraft } from '../contract/preset.ts';
import type { FileAccount } from './file-accounts.ts';

/** A preset as a file has it. */
export interface FilePreset extends Omit<PresetDraft, 'accountIds'> {
  accounts: FileAccount[] | null;
}

/** All that could be understood of a file. */
export interface ReadFile {
  source: ImportSource;
  /** What a team's file calls the team. */
  name: string | null;
  /** null where the file says nothing of presets. */
  presets: FilePreset[] | null;
  settings: FileSettings;
  notes: ImportNote[];
}

/** Settings as a file has them, under the file's own names. */
export type FileSettings = Record<string, unknown>;
