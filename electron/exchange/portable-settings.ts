import type { Account } from '../contract/account.ts';
import type { Settings } from '../contract/app-state.ts';
import type { ImportedSetting, ImportNote, SettingThatStays } from '../contract/exchange.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { settingsSchema } from '../storage/schemas.ts';
import { type FileAccount, findAccounts, missingNotes, printAccounts } from './file-accounts.ts';
import type { FileSettings } from './file-content.ts';

type Portable = Exclude<keyof Settings, SettingThatStays>;

/**
 * How each setting goes into a file: as it is, or with accounts by address and login instead of ids. The compiler asks
 * for each new one; what means nothing on another computer is named in the contract.
 */
const PORTABLE: Record<Portable, 'as-is' | 'accounts'> = {
  shortcut: 'as-is',
  chosenAccountIds: 'accounts',
  onQuit: 'as-is',
  presentAccountIds: 'accounts',
  clearShortcut: 'as-is',
  notifications: 'as-is',
  language: 'as-is',
};

/** The address of team presets is kept with them, but is a setting to its user. */
export interface SettingsHere {
  settings: Settings;
  teamPresets: string | null;
}

type Known = readonly Pick<Account, 'id' | 'serverUrl' | 'login'>[];

const keys = Object.keys(PORTABLE) as Portable[];

/** `chosenAccountIds` is `chosenAccounts` in a file: there are no ids in it. */
function nameInFile(key: Portable): string {
  return PORTABLE[key] === 'accounts' ? key.replace(/AccountIds$/, 'Accounts') : key;
}

export function printSettings({ settings, teamPresets }: SettingsHere, accounts: Known): FileSettings {
  const printed = keys.map((key): [string, unknown] => {
    const value = settings[key];
    const ids = value as string[] | null;
    return [nameInFile(key), PORTABLE[key] === 'accounts' ? printAccounts(ids, accounts) : value];
  });
  return { ...Object.fromEntries(printed), ...(teamPresets === null ? {} : { teamPresets }) };
}

/** Checks each setting by the schema that the settings file has; `unknown` are names that this app does not have. */
export function readSettings(value: FileSettings): Result<{ settings: FileSettings; unknown: string[] }> {
  const settings: FileSettings = {};
  const unknown: string[] = [];
  for (const [name, given] of Object.entries(value)) {
    const key = keys.find((one) => nameInFile(one) === name);
    if (key === undefined && name !== 'teamPresets') unknown.push(`settings.${name}`);
    else if (!fits(key ?? 'teamPresets', given)) return fail({ code: 'import-field', preset: null, field: name });
    else settings[name] = given;
  }
  return ok({ settings, unknown });
}

function fits(key: ImportedSetting, given: unknown): boolean {
  if (key === 'teamPresets') return typeof given === 'string' && URL.canParse(given);
  if (PORTABLE[key] === 'as-is') return settingsSchema[key].safeParse(given).success;
  return given === null ? settingsSchema[key].safeParse(null).success : isAccountList(given);
}

function isAccountList(given: unknown): given is FileAccount[] {
  return Array.isArray(given) && given.every(isAccount);
}

function isAccount(one: unknown): one is FileAccount {
  if (typeof one !== 'object' || one === null) return false;
  const { server, login } = one as Record<string, unknown>;
  return typeof server === 'string' && (login === undefined || typeof login === 'string');
}

export interface SettingsChange {
  change: Partial<Settings>;
  teamPresets: string | null;
  changed: ImportedSetting[];
  notes: ImportNote[];
}

/** What a file's settings would change here. Where an account of a list is not here, the others of it count. */
export function compareSettings(file: FileSettings, here: SettingsHere, accounts: Known): SettingsChange {
  const change: Record<string, unknown> = {};
  const notes: ImportNote[] = [];
  for (const key of keys) {
    const given = file[nameInFile(key)];
    if (given === undefined) continue;
    const found = PORTABLE[key] === 'accounts' ? findAccounts(given as FileAccount[] | null, accounts) : null;
    notes.push(...missingNotes(found?.missing ?? []));
    // None of them is here: that says nothing about the accounts that are.
    if (found !== null && found.ids === null && found.missing.length > 0) continue;
    const value = found === null ? given : (found.ids ?? (given === null ? null : []));
    if (JSON.stringify(value) !== JSON.stringify(here.settings[key])) change[key] = value;
  }
  const teamPresets = typeof file.teamPresets === 'string' ? file.teamPresets : null;
  const isNewTeam = teamPresets !== null && teamPresets !== here.teamPresets;
  return {
    change: change as Partial<Settings>,
    teamPresets: isNewTeam ? teamPresets : null,
    changed: [...(Object.keys(change) as Portable[]), ...(isNewTeam ? (['teamPresets'] as const) : [])],
    notes,
  };
}
