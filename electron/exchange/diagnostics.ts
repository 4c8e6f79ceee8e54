import type { AccountState, AppState } from '../contract/app-state.ts';
import type { DiagnosedAccount, Diagnostics } from '../contract/diagnostics.ts';
import { readLogEnd } from './log-end.ts';
import { createRedaction } from './redact.ts';

/** What the app runs on; told by whoever started it. */
export interface Surroundings {
  versions: Diagnostics['versions'];
  display: string;
  /** An absolute path. */
  logFile: string;
  home: string;
}

export interface DiagnosticsReader {
  read(withAddresses: boolean): Promise<{ facts: Diagnostics; report: string }>;
}

const LOG_LINES = 80;

export function createDiagnostics(getState: () => AppState, surroundings: Surroundings): DiagnosticsReader {
  return {
    async read(withAddresses) {
      const state = getState();
      const facts = diagnose(state, surroundings);
      const redact = createRedaction(state, { withAddresses, home: surroundings.home });
      const log = await readLogEnd(surroundings.logFile, LOG_LINES);
      return { facts, report: printReport(facts, log.map(redact), withAddresses) };
    },
  };
}

function diagnose(state: AppState, { versions, display }: Surroundings): Diagnostics {
  const { locale, keychain, shortcut, loginItem, accounts } = state;
  return { versions, display, locale, keychain, shortcut, loginItem, accounts: accounts.map(diagnoseAccount) };
}

function diagnoseAccount(account: AccountState): DiagnosedAccount {
  const { kind, serverUrl, capabilities, signIn, outcome, readProblem } = account;
  const problem = outcome?.kind === 'waiting' || outcome?.kind === 'rejected' ? outcome.problem : readProblem;
  return {
    ...{ kind, host: new URL(serverUrl).host, serverVersion: capabilities.serverVersion, signIn },
    ...{ outcome: outcome?.kind ?? 'none', problem },
  };
}

/** In English whatever the app speaks: it is read by whoever looks after the program. */
function printReport(facts: Diagnostics, log: readonly string[], withAddresses: boolean): string {
  const { versions, shortcut } = facts;
  const { registered, unconfirmed, problem } = shortcut;
  const keys = shortcut.accelerator === null ? 'none' : registered ? 'active' : `not active (${problem?.code ?? '–'})`;
  const lines = [
    `Whereabouts ${versions.app}`,
    `Electron ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}`,
    `System: ${versions.system}; display: ${facts.display}; language: ${facts.locale}`,
    `Keychain: ${facts.keychain}`,
    `Shortcut: ${keys}${unconfirmed ? ', unconfirmed' : ''}`,
    `Start at login: ${facts.loginItem}`,
    '',
    `Accounts: ${facts.accounts.length}`,
    ...facts.accounts.map((account, index) => `  ${accountLine(account, index, withAddresses)}`),
    '',
    `The log’s last ${log.length} lines:`,
    ...log,
  ];
  return `${lines.join('\n')}\n`;
}

function accountLine(account: DiagnosedAccount, index: number, withAddresses: boolean): string {
  const { kind, host, serverVersion, signIn, outcome, problem } = account;
  const at = withAddresses ? host : `‹server ${index + 1}›`;
  const why = problem === null ? '' : ` (${problem.code}${'httpStatus' in problem ? ` ${problem.httpStatus}` : ''})`;
  return `${kind} ${serverVersion} at ${at}: ${signIn}, last outcome: ${outcome}${why}`;
}
