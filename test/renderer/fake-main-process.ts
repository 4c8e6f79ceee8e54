import type { AppState } from '../../electron/contract/app-state.ts';
import type {
  CommandAnswer,
  CommandArgument,
  CommandName,
  MainProcess,
  PopupShown,
} from '../../electron/contract/commands.ts';

/** One command as the popup sent it. */
export interface SentCommand {
  name: CommandName;
  argument: unknown;
}

type Answers = { [N in CommandName]?: (argument: CommandArgument<N>) => CommandAnswer<N> | Promise<CommandAnswer<N>> };

/** Main's side of the contract, in memory: hands out one snapshot, notes every command, answers as it is told to. */
export interface FakeMainProcess extends MainProcess {
  sent: SentCommand[];
  /** The arguments of all commands of one name. */
  sentArguments<N extends CommandName>(name: N): CommandArgument<N>[];
  answers: Answers;
  /** Pushes a changed snapshot, with the next revision unless the change names one. */
  push(change: Partial<AppState>): void;
  show(shown: PopupShown): void;
}

export function createFakeMainProcess(start: AppState): FakeMainProcess {
  let state = start;
  const stateListeners = new Set<(state: AppState) => void>();
  const shownListeners = new Set<(shown: PopupShown) => void>();
  const sent: SentCommand[] = [];
  const answers: Answers = {
    'list-organization-emoji': () => ({ ok: true, value: [] }),
    'list-emoji-names': () => ({ ok: true, value: {} }),
    'preview-status': () => ({ ok: true, value: [] }),
  };
  return {
    sent,
    answers,
    sentArguments: <N extends CommandName>(name: N) =>
      sent.filter((each) => each.name === name).map((each) => each.argument as CommandArgument<N>),
    async run<N extends CommandName>(name: N, argument: CommandArgument<N>) {
      sent.push({ name, argument: structuredClone(argument) });
      const answer = answers[name];
      return answer === undefined ? ({ ok: true, value: null } as CommandAnswer<N>) : answer(argument);
    },
    getState: async () => state,
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    onShown(listener) {
      shownListeners.add(listener);
      return () => shownListeners.delete(listener);
    },
    push(change) {
      state = { ...state, revision: state.revision + 1, ...change };
      for (const listener of stateListeners) listener(state);
    },
    show(shown) {
      for (const listener of shownListeners) listener(shown);
    },
  };
}
