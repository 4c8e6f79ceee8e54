import type { Account } from './account.ts';
import type { PeopleJob, Rights, WorkspaceStatus, WorkspaceStatusImport } from './administration.ts';
import type { LinkQuestion } from './command-line.ts';
import type { LoginItemState } from './login-item.ts';
import type { Preset, Recent } from './preset.ts';
import type { KeychainState, Problem } from './problem.ts';
import { NO_SHORTCUT, type ShortcutState } from './shortcut.ts';
import type { Outcome, ReportedStatus, Status } from './status.ts';
import type { TeamPresets } from './team-presets.ts';

/** One account as the popup shows it. */
export interface AccountState extends Account {
  signIn: 'signed-in' | 'needed' | 'keychain-locked';
  reported: ReportedStatus | null;
  /** When `reported` was read, in milliseconds since the epoch. */
  reportedAt: number | null;
  reading: boolean;
  /** Why the last reading failed, or null. */
  readProblem: Problem | null;
  /** Counts up with each wish for this account: two with the same number are about the same wish. */
  wish: number;
  /** What the last wish is about: to show a status, or to put back nothing or what was there before. null: none yet. */
  aim: 'show' | 'put-back' | null;
  /** What was last asked for here and is still wanted, or null. */
  desired: Status | null;
  /** What became of it, or null when nothing was asked for yet. */
  outcome: Outcome | null;
  rights: Rights;
  /** Those of a Rocket.Chat workspace, by name; empty elsewhere and until they are read. */
  workspaceStatuses: WorkspaceStatus[];
}

export interface Settings {
  /** The accelerator that opens the popup, or null when switched off. */
  shortcut: string | null;
  /** Ids of the accounts chosen in the popup; null: all, also those added later. */
  chosenAccountIds: string[] | null;
  onQuit: 'keep' | 'clear';
  /** Accounts that show the user as present while this computer is in use; only Rocket.Chat has such. */
  presentAccountIds: string[];
  /** The accelerator that clears the status, or null. */
  clearShortcut: string | null;
  /** Accelerators under the ids of their presets. One of a deleted preset stays until another use takes it. */
  presetShortcuts: Record<string, string>;
  /** Which notifications of the system are wanted. */
  notifications: NotificationSettings;
  /** Linux: writes the user's own entry of the app menu, which offers the first presets. */
  presetsInAppMenu: boolean;
  /** Presets that a link may set without asking. */
  linkPresetIds: string[];
  /** The tag of a language that the app speaks; null: the system's. */
  language: string | null;
}

export interface NotificationSettings {
  /** A status has ended while this computer is in use. */
  ended: boolean;
  /** A status was refused, or has waited for long. */
  unsent: boolean;
  signIn: boolean;
  /** A status that may have been forgotten. */
  nudges: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  shortcut: 'CommandOrControl+Shift+Y',
  chosenAccountIds: null,
  onQuit: 'keep',
  presentAccountIds: [],
  clearShortcut: null,
  presetShortcuts: {},
  notifications: { ended: true, unsent: true, signIn: true, nudges: false },
  presetsInAppMenu: false,
  linkPresetIds: [],
  language: null,
};

/** Something that was done and can be taken back for a minute. */
export interface Undo {
  id: string;
  what: 'preset-deleted' | 'presets-restored' | 'status-changed' | 'workspace-status-deleted' | 'imported';
  label: string;
  /** When the offer ends, in milliseconds since the epoch. */
  until: number;
}

/** Something the user should know that belongs to no single account. */
export type Notice =
  | { id: string; kind: 'file-set-aside'; file: string; copy: string }
  | { id: string; kind: 'not-saved'; file: string }
  | { id: string; kind: 'keychain'; state: KeychainState };

/** What the desktop has told the app about itself. */
export interface DesktopFacts {
  /** The one that opens the popup. */
  shortcut: ShortcutState;
  clearShortcut: ShortcutState;
  /** Under the preset's id; presets without a shortcut are not in it. */
  presetShortcuts: Record<string, ShortcutState>;
  loginItem: LoginItemState;
}

/** While nothing has been registered or read yet. */
export const NO_DESKTOP_FACTS: DesktopFacts = {
  shortcut: NO_SHORTCUT,
  clearShortcut: NO_SHORTCUT,
  presetShortcuts: {},
  loginItem: 'unknown',
};

/** The one snapshot that main pushes to the popup. Plain JSON; never holds a secret. */
export interface AppState extends DesktopFacts {
  /** Counts up; a snapshot with a lower number than one seen is stale. */
  revision: number;
  appVersion: string;
  platform: 'darwin' | 'win32' | 'linux';
  /** The tag of the language that is spoken. */
  language: string;
  /** The same as a BCP 47 tag with the user's region and clock. */
  locale: string;
  accounts: AccountState[];
  presets: Preset[];
  teamPresets: TeamPresets;
  recents: Recent[];
  settings: Settings;
  keychain: KeychainState;
  notices: Notice[];
  undo: Undo | null;
  /** Statuses being set for other people, the newest last. */
  peopleJobs: PeopleJob[];
  workspaceStatusImports: WorkspaceStatusImport[];
  /** The newest link that waits for an answer. */
  link: LinkQuestion | null;
  /** True while the demo servers run. */
  tryIt: boolean;
}
