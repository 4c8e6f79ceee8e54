import type { Account } from '../contract/account.ts';
import type { Preset } from '../contract/preset.ts';
import type { StatusEmoji } from '../contract/status.ts';
import { printDuration } from './duration-words.ts';
import { printAccounts } from './file-accounts.ts';
import { FILE_VERSION } from './own-file.ts';
import { printSettings, type SettingsHere } from './portable-settings.ts';

/** Presets and settings as a file that people can read and write. No secrets, no ids. */
export function printFile(from: {
  appVersion: string;
  now: number;
  presets: readonly Preset[];
  here: SettingsHere;
  accounts: readonly Account[];
}): string {
  const file = {
    whereabouts: FILE_VERSION,
    app: from.appVersion,
    exported: new Date(from.now).toISOString(),
    presets: from.presets.map((preset) => printPreset(preset, from.accounts)),
    settings: printSettings(from.here, from.accounts),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function printPreset(preset: Preset, accounts: readonly Account[]): object {
  const { emoji, fallbackEmoji, text, availability, duration, then, accountIds } = preset;
  return {
    emoji: printEmoji(emoji),
    ...(fallbackEmoji ? { fallbackEmoji: printEmoji(fallbackEmoji) } : {}),
    text,
    ...(availability === null ? {} : { availability }),
    duration: printDuration(duration),
    ...(then === 'clear' ? {} : { then }),
    ...(accountIds === null ? {} : { accounts: printAccounts(accountIds, accounts) }),
  };
}

function printEmoji(emoji: StatusEmoji | null): unknown {
  if (emoji === null || emoji.kind === 'unicode') return emoji?.value ?? null;
  return { custom: emoji.name, server: emoji.serverUrl, code: emoji.code };
}
