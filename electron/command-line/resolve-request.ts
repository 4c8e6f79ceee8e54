import type { AccountState, AppState } from '../contract/app-state.ts';
import { chosenAccounts } from '../contract/chosen-accounts.ts';
import { parseDuration } from '../contract/duration-input.ts';
import type { OrganizationEmojiList } from '../contract/emoji.ts';
import type { DurationRule, Preset } from '../contract/preset.ts';
import type { Status, StatusEmoji } from '../contract/status.ts';
import { ownEmoji, shortcodeIn, unicodeEmoji } from './asked-emoji.ts';
import { type Found, findByName, type Named } from './find-by-name.ts';
import type { Misuse } from './misuse.ts';
import type { CommandLineRequest, SetRequest } from './request.ts';
import { accountNames, presetNames } from './request-names.ts';

/** A change that is asked for, held against what there is: ready for a command. `targets`: ids of whom it changes. */
export type ResolvedChange =
  | { kind: 'set'; status: Status; duration: DurationRule; accountIds: string[] | null; targets: string[] }
  /** `duration` null: the preset's own. */
  | { kind: 'preset'; preset: Preset; duration: DurationRule | null; targets: string[] }
  | { kind: 'clear'; accountIds: string[] | null; targets: string[] }
  | { kind: 'extend'; minutes: number; targets: string[] }
  | { kind: 'end'; targets: string[] };

export type Resolution = { ok: true; change: ResolvedChange } | Wrong;

interface Wrong {
  ok: false;
  misuse: Misuse;
}

export type ChangeRequest = Extract<CommandLineRequest, { verb: 'set' | 'preset' | 'clear' | 'extend' | 'end' }>;

export interface ResolveContext {
  state: Pick<AppState, 'accounts' | 'presets' | 'teamPresets' | 'settings' | 'locale'>;
  /** Milliseconds since the epoch. */
  now: number;
  organizationEmoji: () => readonly OrganizationEmojiList[];
  /** One of Unicode's emoji by its name, without colons. */
  namedEmoji: (name: string) => StatusEmoji | null;
}

const MOST_MINUTES = 7 * 24 * 60;

/** Holds a request against accounts, presets and the clock. Nothing is guessed: what is unclear is said. */
export function resolveRequest(request: ChangeRequest, context: ResolveContext): Resolution {
  const { state, now } = context;
  switch (request.verb) {
    case 'set':
      return resolveSet(request, context);
    case 'preset': {
      const found = findByName(presetNames(state), request.name);
      if (found.kind !== 'found') return notFound(found, 'preset', request.name);
      const duration = readEnd(request.until, context);
      if (!duration.ok) return duration;
      const targets = targetsOf(found.value.accountIds, state);
      return done({ kind: 'preset', preset: found.value, duration: duration.value, targets });
    }
    case 'clear': {
      const accountIds = findAccounts(request.accounts, state.accounts);
      if (!accountIds.ok) return accountIds;
      return done({ kind: 'clear', accountIds: accountIds.ids, targets: targetsOf(accountIds.ids, state) });
    }
    case 'extend': {
      const length = parseDuration(request.by, now, state.locale);
      if (length?.kind !== 'minutes' || length.minutes > MOST_MINUTES)
        return wrong({ code: 'length', typed: request.by });
      const targets = state.accounts.filter(
        (account) => isRunning(account) && account.outcome?.kind !== 'rejected' && (account.desired?.until ?? 0) > now,
      );
      return done({ kind: 'extend', minutes: length.minutes, targets: targets.map(({ id }) => id) });
    }
    case 'end':
      return done({ kind: 'end', targets: state.accounts.filter(isRunning).map(({ id }) => id) });
  }
}

function resolveSet(request: SetRequest, context: ResolveContext): Resolution {
  const { state } = context;
  const { text, availability, then } = request;
  const accounts = findAccounts(request.accounts, state.accounts);
  if (!accounts.ok) return accounts;
  const duration = readEnd(request.until, context);
  if (!duration.ok) return duration;
  const targets = targetsOf(accounts.ids, state);
  const emoji = readEmoji(request.emoji, targets, context);
  if (!emoji.ok) return emoji;
  const status: Status = { emoji: emoji.value, text, availability, until: null, then };
  return done({ kind: 'set', status, duration: duration.value ?? { kind: 'none' }, accountIds: accounts.ids, targets });
}

function readEnd(
  typed: string | null,
  { state, now }: ResolveContext,
): { ok: true; value: DurationRule | null } | Wrong {
  const duration = typed === null ? null : parseDuration(typed, now, state.locale);
  if (typed !== null && duration === null) return wrong({ code: 'end', typed });
  return { ok: true, value: duration };
}

function readEmoji(
  typed: string | null,
  targets: readonly string[],
  { state, organizationEmoji, namedEmoji }: ResolveContext,
): { ok: true; value: StatusEmoji | null } | Wrong {
  if (typed === null) return { ok: true, value: null };
  const unicode = unicodeEmoji(typed);
  if (unicode !== null) return { ok: true, value: unicode };
  const name = shortcodeIn(typed);
  if (name === null) return wrong({ code: 'emoji', typed });
  const servers = state.accounts.filter(({ id }) => targets.includes(id)).map(({ serverUrl }) => serverUrl);
  const own = organizationEmoji().filter(({ serverUrl }) => servers.includes(serverUrl));
  const value = ownEmoji(name, own) ?? namedEmoji(name);
  return value === null ? wrong({ code: 'emojiName', typed }) : { ok: true, value };
}

/** null: none are named, so it is for the chosen ones. */
function findAccounts(
  typed: readonly string[] | null,
  all: AppState['accounts'],
): { ok: true; ids: string[] | null } | Wrong {
  if (typed === null) return { ok: true, ids: null };
  const named: Named<AccountState>[] = accountNames(all);
  const ids = new Set<string>();
  for (const name of typed) {
    const found = findByName(named, name);
    if (found.kind === 'found') ids.add(found.value.id);
    else if (name.toLowerCase() === 'all') for (const { id } of all) ids.add(id);
    else return notFound(found, 'account', name);
  }
  return { ok: true, ids: [...ids] };
}

function notFound(found: Exclude<Found<unknown>, { kind: 'found' }>, code: 'preset' | 'account', typed: string): Wrong {
  return found.kind === 'ambiguous'
    ? wrong({ code: 'ambiguous', typed, names: found.names })
    : wrong({ code, typed, near: found.near });
}

function targetsOf(named: string[] | null, { accounts, settings }: Pick<AppState, 'accounts' | 'settings'>): string[] {
  return chosenAccounts(accounts, named, settings.chosenAccountIds).map(({ id }) => id);
}

/** True where something that was set here still stands or is on its way. */
function isRunning({ desired, outcome }: AccountState): boolean {
  return desired !== null && outcome?.kind !== 'superseded';
}

function done(change: ResolvedChange): Resolution {
  return { ok: true, change };
}

function wrong(misuse: Misuse): Wrong {
  return { ok: false, misuse };
}
