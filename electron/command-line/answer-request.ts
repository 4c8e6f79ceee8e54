import type { AppState } from '../contract/app-state.ts';
import { COMMAND_LINE } from '../contract/languages/en/command-line.ts';
import { problemText } from '../contract/texts/problem-texts.ts';
import { misuseReply } from './misuse-text.ts';
import { accountLines, changeReply, completionNames, type Listing, presetLines, statusLines } from './reply-lines.ts';
import type { CommandLineRequest, Reply } from './request.ts';
import { type ChangeRequest, type ResolveContext, resolveRequest } from './resolve-request.ts';
import { type ChangeCommands, runChange } from './run-change.ts';

export interface AnswerRequestDeps extends Pick<ResolveContext, 'organizationEmoji' | 'namedEmoji'> {
  getState: () => AppState;
  /** Answers its own undo. */
  onState: (listener: () => void) => () => void;
  commands: ChangeCommands;
  togglePopup: () => void;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Calls back once; answers its undo. */
  after: (ms: number, callback: () => void) => () => void;
}

/** How long a command waits for its servers before it says that it is still sending. */
const LONGEST_WAIT_MS = 15_000;

/** Carries out one request in the running app, and answers what came of it once that is known. */
export function createRequestAnswers(deps: AnswerRequestDeps): (request: CommandLineRequest) => Promise<Reply> {
  const { getState, now } = deps;

  async function change(request: ChangeRequest): Promise<Reply> {
    if (getState().accounts.length === 0) return rejected(COMMAND_LINE.noAccounts);
    const resolution = resolveRequest(request, { ...deps, state: getState(), now: now() });
    if (!resolution.ok) return misuseReply(resolution.misuse);
    const { targets, kind } = resolution.change;
    if (targets.length === 0 && kind === 'extend') return rejected(COMMAND_LINE.noEndRunning);
    if (targets.length === 0 && kind === 'end') return rejected(COMMAND_LINE.nothingRunning);
    const result = await runChange(resolution.change, deps.commands);
    if (!result.ok) return rejected(problemText(result.problem));
    const isOpen = () =>
      getState().accounts.some(({ id, outcome }) => targets.includes(id) && outcome?.kind === 'sending');
    await untilNot(isOpen, deps);
    return changeReply(getState(), targets);
  }

  /** Right after the start the servers have not said yet what is there. */
  async function known(): Promise<AppState> {
    const isUnread = () =>
      getState().accounts.some(
        ({ reported, readProblem, signIn }) => reported === null && readProblem === null && signIn === 'signed-in',
      );
    await untilNot(isUnread, deps);
    return getState();
  }

  const listing = (list: Listing, json: boolean) => done(json ? `${JSON.stringify(list.json, null, 2)}` : list.lines);

  return async (request) => {
    switch (request.verb) {
      case 'toggle':
        deps.togglePopup();
        return done([]);
      case 'status': {
        const state = await known();
        if (state.accounts.length === 0 && !request.json) return { exitCode: 0, out: '', err: COMMAND_LINE.noAccounts };
        return listing(statusLines(state, now()), request.json);
      }
      case 'accounts':
        if (getState().accounts.length === 0 && !request.json)
          return { exitCode: 0, out: '', err: COMMAND_LINE.noAccounts };
        return listing(accountLines(getState()), request.json);
      case 'presets':
        return listing(presetLines(getState()), request.json);
      case 'complete':
        return done(completionNames(getState(), request.what));
      default:
        return change(request);
    }
  };
}

/** Waits until something no longer holds, but not for ever. */
function untilNot(
  holds: () => boolean,
  { onState, after }: Pick<AnswerRequestDeps, 'onState' | 'after'>,
): Promise<void> {
  return new Promise((resolve) => {
    if (!holds()) return resolve();
    const finish = () => {
      stop();
      stopWaiting();
      resolve();
    };
    const stop = onState(() => {
      if (!holds()) finish();
    });
    const stopWaiting = after(LONGEST_WAIT_MS, finish);
  });
}

function done(out: string | string[]): Reply {
  return { exitCode: 0, out: typeof out === 'string' ? out : out.join('\n'), err: '' };
}

function rejected(line: string): Reply {
  return { exitCode: 1, out: '', err: line };
}
