import type { Settings } from './app-state.ts';
import type { PresetDraft } from './preset.ts';
import type { Result } from './result.ts';

/** `merge` keeps what is only here, `replace` takes it away. */
export type ImportMode = 'merge' | 'replace';

/** A preset that is in the file, or `only-here`. */
export interface ImportRow {
  preset: PresetDraft;
  state: 'new' | 'change' | 'same' | 'only-here';
}

/** Something in a file that could not be taken over as it stands there. */
export type ImportNote =
  | { kind: 'emoji-unknown'; preset: string; emoji: string }
  | { kind: 'duration-unknown'; preset: string; duration: string }
  /** Other programs silence notifications; the nearest thing here is to be busy. */
  | { kind: 'notifications-paused'; preset: string }
  | { kind: 'account-unknown'; login: string; server: string }
  | { kind: 'server-unknown'; server: string }
  | { kind: 'not-a-preset'; line: string }
  | { kind: 'field-unknown'; field: string };

export type ImportSource = 'whereabouts' | 'raycast' | 'slacks';

/** A setting that an import may change. */
export type ImportedSetting = Exclude<keyof Settings, SettingThatStays> | 'teamPresets';

/** Means nothing on another computer: presets have other ids there, and it may be another system. */
export type SettingThatStays = 'presetShortcuts' | 'presetsInAppMenu' | 'linkPresetIds';

/** What a chosen file would do, before it does it. */
export interface ImportPreview {
  id: string;
  fileName: string;
  source: ImportSource;
  /** In the file's order, then those that are only here; null where the file says nothing of presets. */
  rows: ImportRow[] | null;
  /** Those that the file changes. */
  settings: ImportedSetting[];
  notes: ImportNote[];
}

export interface ExchangeCommands {
  /** Lets the user choose where; `file-not-chosen` when they choose nowhere. */
  'export-settings': (argument: null) => Result<{ fileName: string }>;
  /** Lets the user choose a file and compares it with what is here; nothing is changed yet. */
  'choose-import-file': (argument: null) => Result<ImportPreview>;
  /** Can be taken back for a minute. Answers what could not be done; the rest is done then. */
  'apply-import': (argument: { importId: string; mode: ImportMode; withSettings: boolean }) => Result<null>;
  /** Reads it at once; what comes of that arrives as app state. */
  'set-team-presets-address': (argument: { address: string }) => Result<null>;
  'choose-team-presets-file': (argument: null) => Result<null>;
  'remove-team-presets': (argument: null) => Result<null>;
  'refresh-team-presets': (argument: null) => Result<null>;
  'copy-team-preset': (argument: { presetId: string }) => Result<{ presetId: string }>;
}
