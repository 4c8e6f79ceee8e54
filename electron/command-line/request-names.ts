import type { AccountState, AppState } from '../contract/app-state.ts';
import type { Preset } from '../contract/preset.ts';
import type { Named } from './find-by-name.ts';

/** What a preset can be called by, one's own and those of a team. */
export function presetNames({ presets, teamPresets }: Pick<AppState, 'presets' | 'teamPresets'>): Named<Preset>[] {
  return [...presets, ...teamPresets.presets].map((preset) => ({
    value: preset,
    names: [preset.text.trim() === '' ? emojiName(preset) : preset.text.trim()],
    id: preset.id,
  }));
}

function emojiName({ emoji }: Preset): string {
  if (emoji === null) return '';
  return emoji.kind === 'unicode' ? emoji.value : `:${emoji.name}:`;
}

/** What an account can be called by: its server's name, the server's host, its login, who it is. */
export function accountNames(accounts: AppState['accounts']): Named<AccountState>[] {
  return accounts.map((account) => ({
    value: account,
    names: [accountName(account, accounts), account.serverName, hostOf(account), account.login],
    id: account.id,
  }));
}

/** The server's name, with the login behind it where two accounts would else be called the same. */
export function accountName(account: AccountState, all: AppState['accounts']): string {
  const { serverName, login } = account;
  const alone = all.every((other) => other.id === account.id || other.serverName !== serverName);
  return alone ? serverName : `${serverName} (${login})`;
}

function hostOf({ serverUrl }: AccountState): string {
  return URL.parse(serverUrl)?.host ?? serverUrl;
}
