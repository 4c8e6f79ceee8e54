import type { FoundServer, SignInRequest, SignInStep } from './account.ts';
import type { AdministrationCommands } from './administration.ts';
import type { AppState, Settings } from './app-state.ts';
import type { CommandLineCommands } from './command-line.ts';
import type { DiagnosticsCommands } from './diagnostics.ts';
import type { EmojiCommands } from './emoji.ts';
import type { ExchangeCommands } from './exchange.ts';
import type { LoginItemCommands } from './login-item.ts';
import type { DurationRule, PresetDraft } from './preset.ts';
import type { Result } from './result.ts';
import type { ShortcutCommands } from './shortcut.ts';
import type { Status } from './status.ts';

/**
 * Every command, with its argument and its answer. The popup, the tray menu, shortcuts and whatever comes later use
 * these and nothing else. A command answers when the wish is on disk; what became of it arrives as app state.
 */
export interface CommandMap
  extends EmojiCommands,
    AdministrationCommands,
    ExchangeCommands,
    DiagnosticsCommands,
    ShortcutCommands,
    LoginItemCommands,
    CommandLineCommands {
  /** Sets a status on the named accounts; null: those chosen in settings. Its end follows from `duration`, when given. */
  'set-status': (argument: {
    status: Status;
    accountIds: string[] | null;
    duration?: DurationRule | undefined;
  }) => Result<null>;
  'clear-status': (argument: { accountIds: string[] | null }) => Result<null>;
  /** Its end follows from `duration` where one is given, else from the preset. */
  'apply-preset': (argument: { presetId: string; duration?: DurationRule | null | undefined }) => Result<null>;
  'apply-recent': (argument: { recentId: string }) => Result<null>;
  /** Moves the end of the running status; minutes may be 1 to 10,080. */
  'extend-status': (argument: { minutes: number }) => Result<null>;
  'end-status': (argument: null) => Result<null>;
  /** Takes back the change named in the app state's `undo`. */
  undo: (argument: { undoId: string }) => Result<null>;
  /** Tries waiting or rejected accounts again at once; null: all. */
  retry: (argument: { accountId: string | null }) => Result<null>;
  /** Reads every account's present status. Never changes presence. */
  refresh: (argument: null) => Result<null>;

  'find-server': (argument: { address: string }) => Result<FoundServer>;
  'sign-in': (argument: SignInRequest) => Result<SignInStep>;
  /** Lets the user choose a `zuliprc` file; its secret never reaches the popup. */
  'sign-in-with-zuliprc': (argument: null) => Result<SignInStep>;
  /** Mails another two-factor code. */
  'resend-code': (argument: { url: string; login: string }) => Result<null>;
  'remove-account': (argument: { accountId: string }) => Result<null>;
  'start-try-it': (argument: null) => Result<null>;

  'save-preset': (argument: { presetId: string | null; preset: PresetDraft }) => Result<{ presetId: string }>;
  'delete-preset': (argument: { presetId: string }) => Result<null>;
  /** The new order; ids not named keep their place at the end. */
  'order-presets': (argument: { presetIds: string[] }) => Result<null>;
  'restore-presets': (argument: null) => Result<null>;
  'forget-recent': (argument: { recentId: string }) => Result<null>;

  'change-settings': (argument: Partial<Settings>) => Result<null>;
  /** While true, global shortcuts are silent so that a recorder can hear the keys. */
  'record-shortcut': (argument: { recording: boolean }) => Result<null>;
  'dismiss-notice': (argument: { noticeId: string }) => Result<null>;
  'open-link': (argument: { url: string }) => Result<null>;
  'hide-popup': (argument: null) => Result<null>;
  quit: (argument: null) => Result<null>;
}

export type CommandName = keyof CommandMap;
export type CommandArgument<N extends CommandName> = Parameters<CommandMap[N]>[0];
export type CommandAnswer<N extends CommandName> = ReturnType<CommandMap[N]>;

/** What does each command; all of them, by the compiler's word. */
export type CommandHandlers = {
  [N in CommandName]: (argument: CommandArgument<N>) => CommandAnswer<N> | Promise<CommandAnswer<N>>;
};

/** Runs a command where nobody waits for its answer; a problem is said in a notification. */
export type RunCommand = <N extends CommandName>(name: N, argument: CommandArgument<N>) => Promise<void>;

/** What `preload.ts` puts on the popup's window as `whereabouts`, and nothing more. */
export interface MainProcess {
  run<N extends CommandName>(name: N, argument: CommandArgument<N>): Promise<CommandAnswer<N>>;
  getState(): Promise<AppState>;
  /** Answers its own undo. */
  onState(listener: (state: AppState) => void): () => void;
  /** Main asks the popup to focus something: the text field when the shortcut opened it, a screen from the menu. */
  onShown(listener: (shown: PopupShown) => void): () => void;
}

/** Sent each time the popup is shown. */
export interface PopupShown {
  screen: 'status' | 'settings' | 'accounts' | 'add-account';
  focus: 'text' | 'presets';
  /** The account to sign in to again, for `add-account`. */
  accountId?: string;
}

/** The IPC channels, named once. */
export const CHANNELS = {
  run: 'whereabouts:run',
  getState: 'whereabouts:get-state',
  state: 'whereabouts:state',
  shown: 'whereabouts:shown',
} as const;
