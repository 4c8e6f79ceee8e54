import type { AccountService } from '../accounts/account-service.ts';
import type { Account } from '../contract/account.ts';
import type { AccountState, AppState, DesktopFacts, Notice, Settings } from '../contract/app-state.ts';
import type { LinkQuestion } from '../contract/command-line.ts';
import { createListeners } from '../contract/listeners.ts';
import type { KeychainState } from '../contract/problem.ts';
import type { Outcome } from '../contract/status.ts';
import type { TeamPresetsService } from '../exchange/team-presets.ts';
import { type DesiredRecord, running } from '../status/desired-record.ts';
import type { DesiredStatuses } from '../status/desired-statuses.ts';
import type { PresetService } from '../status/preset-service.ts';
import type { RecentStatuses } from '../status/recent-statuses.ts';
import type { Reconciler } from '../status/reconciler.ts';
import type { ReportedStatuses } from '../status/reported-statuses.ts';
import type { UndoOffer } from '../status/undo-offer.ts';
import type { AdministrationServices } from './administration-services.ts';
import type { SpokenLanguage } from './spoken-language.ts';

export interface AppStateDeps {
  appVersion: string;
  platform: AppState['platform'];
  language: SpokenLanguage;
  accounts: AccountService;
  desired: DesiredStatuses;
  reports: ReportedStatuses;
  reconciler: Pick<Reconciler, 'isSending'>;
  presets: PresetService;
  teamPresets: Pick<TeamPresetsService, 'get' | 'onChange'>;
  recents: RecentStatuses;
  undo: UndoOffer;
  settings: { get(): Settings; onChange(listener: () => void): () => void };
  desktop: () => DesktopFacts;
  keychain: { state(): KeychainState; onState(listener: () => void): () => void };
  notices: { list(): Notice[]; onChange(listener: () => void): () => void };
  tryIt: () => boolean;
  link: () => LinkQuestion | null;
  administration: AdministrationServices;
}

export interface AppStateSource {
  get(): AppState;
  /** Told once per turn of the event loop, however much has changed in it. */
  onState(listener: (state: AppState) => void): () => void;
  /** For what has no listener of its own. */
  changed(): void;
}

/** Puts the one snapshot together from what each service knows. */
export function createAppState(deps: AppStateDeps): AppStateSource {
  const listeners = createListeners<AppState>();
  let revision = 0;
  let snapshot: AppState | null = null;

  function changed(): void {
    const told = snapshot === null;
    snapshot = null;
    revision += told ? 0 : 1;
    if (!told) setImmediate(() => listeners.tell(get()));
  }

  function get(): AppState {
    // What the user has seen must not be undone by a crash: the disk hears of it first.
    if (snapshot === null) deps.desired.flush();
    snapshot ??= assemble(deps, revision);
    return snapshot;
  }

  get();
  for (const part of [
    deps.accounts,
    deps.presets,
    deps.teamPresets,
    deps.recents,
    deps.undo,
    deps.settings,
    deps.notices,
  ])
    part.onChange(changed);
  deps.desired.onChange(changed);
  deps.reports.onReport(changed);
  deps.keychain.onState(changed);
  deps.administration.onChange(changed);
  return { get, onState: listeners.add, changed };
}

function assemble(deps: AppStateDeps, revision: number): AppState {
  return {
    ...deps.desktop(),
    revision,
    appVersion: deps.appVersion,
    platform: deps.platform,
    language: deps.language.tag(),
    locale: deps.language.locale(),
    accounts: deps.accounts.list().map((account) => accountState(account, deps)),
    presets: deps.presets.list(),
    teamPresets: deps.teamPresets.get(),
    recents: deps.recents.list(),
    settings: deps.settings.get(),
    keychain: deps.keychain.state(),
    notices: deps.notices.list(),
    undo: deps.undo.current(),
    peopleJobs: deps.administration.people.jobs(),
    workspaceStatusImports: deps.administration.imports.list(),
    link: deps.link(),
    tryIt: deps.tryIt(),
  };
}

function accountState(account: Account, deps: AppStateDeps): AccountState {
  const { reported, reportedAt, reading, problem } = deps.reports.get(account.id);
  const record = deps.desired.get(account.id);
  return {
    ...account,
    signIn: deps.accounts.signInState(account.id),
    reported,
    reportedAt,
    reading,
    readProblem: problem,
    wish: record?.wish ?? 0,
    aim: record?.aim ?? null,
    desired: record === null ? null : (running(record)?.status ?? null),
    outcome: record === null ? null : outcomeOf(record, deps.reconciler.isSending(account.id)),
    rights: deps.administration.rights.get(account.id),
    workspaceStatuses: deps.administration.workspaceStatuses.get(account.id),
  };
}

function outcomeOf(record: DesiredRecord, isSending: boolean): Outcome {
  const { phase, problem, at, nextTryAt } = record;
  if (phase === 'applied' || phase === 'superseded') return { kind: phase, at };
  if (phase === 'rejected') return { kind: 'rejected', problem: problem ?? { code: 'internal' } };
  if (isSending || problem === null) return { kind: 'sending' };
  return { kind: 'waiting', problem, nextTryAt };
}
