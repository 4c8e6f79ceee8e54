import type { AccountState, AppState } from '../contract/app-state.ts';
import { chosenAccounts } from '../contract/chosen-accounts.ts';
import { shownStatus } from '../contract/current-status.ts';
import { COMMAND_LINE as T } from '../contract/languages/en/command-line.ts';
import type { Outcome } from '../contract/status.ts';
import { durationText, untilText } from '../contract/texts/duration-texts.ts';
import { outcomeText } from '../contract/texts/outcome-texts.ts';
import { problemText } from '../contract/texts/problem-texts.ts';
import { availabilityText, emojiText, statusText } from '../contract/texts/status-texts.ts';
import type { ExitCode, Reply } from './request.ts';
import { accountName, accountNames, presetNames } from './request-names.ts';

/** The same for people and for machines. */
export interface Listing {
  lines: string[];
  json: unknown;
}

/** What became of a change on each account that it was for. */
export function changeReply({ accounts }: Pick<AppState, 'accounts'>, targets: readonly string[]): Reply {
  const changed = accounts.filter(({ id }) => targets.includes(id));
  const lines = changed.flatMap((account) => {
    const { outcome } = account;
    if (outcome === null) return [];
    const line = T.account({ name: accountName(account, accounts), words: outcomeText(outcome) });
    return outcome.kind === 'rejected' ? [line, T.reason({ reason: problemText(outcome.problem) })] : [line];
  });
  return { exitCode: exitCodeOf(changed.map(({ outcome }) => outcome)), out: lines.join('\n'), err: '' };
}

/** A rejection needs somebody to do something; what waits looks after itself. */
function exitCodeOf(outcomes: readonly (Outcome | null)[]): ExitCode {
  if (outcomes.some((outcome) => outcome?.kind === 'rejected')) return 1;
  return outcomes.some((outcome) => outcome?.kind === 'waiting' || outcome?.kind === 'sending') ? 3 : 0;
}

/** What each account shows. `now` in milliseconds since the epoch. */
export function statusLines({ accounts, locale }: Pick<AppState, 'accounts' | 'locale'>, now: number): Listing {
  const lines = accounts.map((account) => {
    const words = shownWords(account, now, locale);
    const trouble = troubleWords(account);
    const name = accountName(account, accounts);
    return T.account({ name, words: trouble === null ? words : T.withTrouble({ status: words, trouble }) });
  });
  const json = accounts.map((account) => ({ ...whoIs(account, accounts), ...statusJson(account) }));
  return { lines, json: { accounts: json } };
}

function shownWords(account: AccountState, now: number, locale: string): string {
  const shown = shownStatus(account);
  if (shown === null) return T.notRead;
  let status = statusText(shown);
  const wordless = shown.text.trim() === '' && shown.emoji === null;
  if (!wordless && shown.availability !== null)
    status = T.withAvailability({ status, availability: availabilityText(shown.availability) });
  const runs = shown.until !== null && shown.until > now;
  return runs ? T.withEnd({ status, end: untilText(shown.until ?? now, now, locale) }) : status;
}

export function accountLines({ accounts, settings }: Pick<AppState, 'accounts' | 'settings'>): Listing {
  const chosen = new Set(chosenAccounts(accounts, null, settings.chosenAccountIds).map(({ id }) => id));
  const lines = accounts.map((account) => {
    const { login, serverUrl: address } = account;
    const facts = { address, login, state: signInWords(account) };
    const words = chosen.has(account.id) ? T.listedChosen({ ...facts, chosen: T.chosen }) : T.listedAccount(facts);
    return T.account({ name: accountName(account, accounts), words });
  });
  const json = accounts.map((account) => ({
    ...whoIs(account, accounts),
    kind: account.kind,
    fullName: account.fullName,
    signIn: account.signIn,
    chosen: chosen.has(account.id),
  }));
  return { lines, json: { accounts: json } };
}

export function presetLines(state: Pick<AppState, 'presets' | 'teamPresets' | 'locale' | 'accounts'>): Listing {
  const { accounts, locale } = state;
  const presets = presetNames(state).map(({ value }) => value);
  return {
    lines: presets.map((preset) =>
      T.preset({ status: statusText(preset), duration: durationText(preset.duration, locale) }),
    ),
    json: {
      presets: presets.map(({ id, text, emoji, availability, duration, then, accountIds }) => ({
        ...{ id, name: text, emoji: emoji && emojiText(emoji), availability, duration, then },
        accounts:
          accountIds && accounts.filter((one) => accountIds.includes(one.id)).map((one) => accountName(one, accounts)),
      })),
    },
  };
}

/** One name per line, as a shell completes them. Each leads back to just the one that it stands for. */
export function completionNames(
  state: Pick<AppState, 'presets' | 'teamPresets' | 'accounts'>,
  what: 'presets' | 'accounts',
): string[] {
  const named = what === 'presets' ? presetNames(state) : accountNames(state.accounts);
  const firsts = named.map(({ names }) => names[0] ?? '');
  return named.flatMap(({ names, id }, index) => {
    const alone = firsts.filter((first) => first === firsts[index]).length === 1;
    return (alone && names[0]) || id;
  });
}

function whoIs(account: AccountState, all: AppState['accounts']) {
  return { name: accountName(account, all), url: account.serverUrl, login: account.login };
}

function statusJson(account: AccountState) {
  const shown = shownStatus(account);
  const { outcome } = account;
  const problem = outcome?.kind === 'waiting' || outcome?.kind === 'rejected' ? outcome.problem.code : null;
  return {
    status: shown && {
      emoji: shown.emoji && emojiText(shown.emoji),
      text: shown.text,
      availability: shown.availability,
      until: shown.until === null ? null : new Date(shown.until).toISOString(),
    },
    outcome: outcome && { kind: outcome.kind, problem },
    signIn: account.signIn,
  };
}

function troubleWords(account: AccountState): string | null {
  if (account.signIn !== 'signed-in') return signInWords(account);
  const kind = account.outcome?.kind;
  return account.outcome && (kind === 'waiting' || kind === 'rejected') ? outcomeText(account.outcome) : null;
}

function signInWords({ signIn }: AccountState): string {
  return { 'signed-in': T.signedIn, needed: T.signInAgain, 'keychain-locked': T.keychainLocked }[signIn];
}
