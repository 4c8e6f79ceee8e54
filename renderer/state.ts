import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ServerKind } from '../electron/contract/account.ts';
import type { AppState } from '../electron/contract/app-state.ts';
import type {
  CommandAnswer,
  CommandArgument,
  CommandName,
  MainProcess,
  PopupShown,
} from '../electron/contract/commands.ts';
import type { Problem } from '../electron/contract/problem.ts';
import { createDraft, type Draft } from './draft.ts';
import { type ReadEmojiFile, readEmojiFile } from './emoji/emoji-data.ts';
import { createEmojiShelf, type EmojiShelf } from './emoji/emoji-shelf.ts';
import { createPeopleDraft, type PeopleDraft } from './people/people-draft.ts';

export type Screen =
  | { name: 'status' }
  | { name: 'accounts' | 'people' | 'presets' | 'settings' }
  | { name: 'exchange' | 'team-presets' | 'diagnostics' | 'commands' }
  | { name: 'preset'; presetId: string | null }
  | { name: 'workspace-statuses'; accountId: string }
  | { name: 'workspace-status'; accountId: string; statusId: string | null }
  /** `address` and `login` are filled in when an account signs in again. */
  | { name: 'add-account'; kind: ServerKind | null; address?: string; login?: string };

/** Where the keyboard should go; a new object for each wish, so that the same wish twice is seen twice. */
export interface FocusWish {
  target: 'text' | 'presets';
}

/** All that the popup knows and can do. The snapshot is main's; the rest is of the popup alone. */
export interface Popup {
  app: ReadonlySignal<AppState | null>;
  /** The time, in milliseconds since the epoch, renewed often enough for minutes. */
  now: ReadonlySignal<number>;
  screen: Signal<Screen>;
  focusWish: Signal<FocusWish>;
  /** What the last command without a place of its own ran into. */
  problem: Signal<Problem | null>;
  draft: Draft;
  emoji: EmojiShelf;
  people: PeopleDraft;
  /** Sends a command and answers what came of it. */
  ask<N extends CommandName>(name: N, argument: CommandArgument<N>): Promise<CommandAnswer<N>>;
  /** Sends a command; a problem is shown in the bar at the foot. True when all went well. */
  run<N extends CommandName>(name: N, argument: CommandArgument<N>): Promise<boolean>;
  go(screen: Screen): void;
  /** One screen up. False where there is none. */
  goBack(): boolean;
  stop(): void;
}

const TICK_MS = 5_000;

export function createPopup(main: MainProcess, readEmoji: ReadEmojiFile = readEmojiFile): Popup {
  const app = signal<AppState | null>(null);
  const now = signal(Date.now());
  const screen = signal<Screen>({ name: 'status' });
  const focusWish = signal<FocusWish>({ target: 'text' });
  const problem = signal<Problem | null>(null);

  const take = (state: AppState) => {
    now.value = Date.now();
    if (app.value === null || state.revision >= app.value.revision) app.value = state;
  };
  const go = (to: Screen) => {
    problem.value = null;
    screen.value = to;
  };
  const ask: Popup['ask'] = (name, argument) => main.run(name, argument);

  const stopState = main.onState(take);
  const stopShown = main.onShown((shown) => {
    now.value = Date.now();
    if (!keepsForm(screen.value, shown, app.value)) {
      go(shown.screen === 'add-account' ? signInScreen(app.value, shown.accountId) : { name: shown.screen });
    }
    focusWish.value = { target: shown.focus };
    // Someone looks: read anew what the servers say.
    void main.run('refresh', null);
  });
  const ticking = setInterval(() => {
    now.value = Date.now();
  }, TICK_MS);
  void main.getState().then(take);

  return {
    app,
    now,
    screen,
    focusWish,
    problem,
    draft: createDraft(),
    people: createPeopleDraft(),
    emoji: createEmojiShelf({ ask, readFile: readEmoji, memory: () => localStorage }),
    ask,
    async run(name, argument) {
      const answer = await ask(name, argument);
      problem.value = answer.ok ? null : answer.problem;
      return answer.ok;
    },
    go,
    goBack() {
      const up = parentOf(screen.value, (app.value?.accounts.length ?? 0) > 0);
      if (up !== null) go(up);
      return up !== null;
    },
    stop() {
      stopState();
      stopShown();
      clearInterval(ticking);
    },
  };
}

/** The form for another account, or filled in for one that signs in again. */
function signInScreen(app: AppState | null, accountId: string | undefined): Screen {
  const account = app?.accounts.find(({ id }) => id === accountId);
  if (account === undefined) return { name: 'add-account', kind: null };
  const { kind, serverUrl: address, login } = account;
  return { name: 'add-account', kind, address, login };
}

/**
 * True where a half-filled form stays open: its user went to the browser for a key, which hid the popup, and came back.
 * The shortcut still leads to the status line, once there is an account to set it on.
 */
function keepsForm(screen: Screen, shown: PopupShown, app: AppState | null): boolean {
  const form = ['add-account', 'preset', 'workspace-statuses', 'workspace-status', 'exchange', 'team-presets'].includes(
    screen.name,
  );
  return form && shown.screen === 'status' && (shown.focus === 'presets' || app?.accounts.length === 0);
}

function parentOf(screen: Screen, hasAccounts: boolean): Screen | null {
  switch (screen.name) {
    case 'status':
      return null;
    case 'preset':
      return { name: 'presets' };
    case 'exchange':
    case 'team-presets':
    case 'diagnostics':
    case 'commands':
      return { name: 'settings' };
    case 'workspace-statuses':
      return { name: 'people' };
    case 'workspace-status':
      return { name: 'workspace-statuses', accountId: screen.accountId };
    case 'add-account':
      return { name: hasAccounts ? 'accounts' : 'status' };
    default:
      return { name: 'status' };
  }
}
