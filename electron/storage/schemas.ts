import { z } from 'zod';
import type { Account, Capabilities } from '../contract/account.ts';
import type { Settings } from '../contract/app-state.ts';
import type { DurationRule, Preset, Recent } from '../contract/preset.ts';
import { AVAILABILITIES, type Availability, type StatusEmoji, type Then } from '../contract/status.ts';

// Written against the contract's types: where one changes and the other doesn't, the compiler says so.

export const availability: z.ZodType<Availability> = z.enum(AVAILABILITIES as [Availability, ...Availability[]]);
export const then: z.ZodType<Then> = z.enum(['clear', 'restore']);

export const emoji: z.ZodType<StatusEmoji> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unicode'), value: z.string() }),
  z.object({ kind: z.literal('custom'), serverUrl: z.string(), name: z.string(), code: z.string() }),
]);

const duration: z.ZodType<DurationRule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('minutes'), minutes: z.number().positive() }),
  z.object({
    kind: z.literal('time'),
    hour: z.number().int().min(0).max(23),
    minute: z.number().int().min(0).max(59),
  }),
  z.object({ kind: z.literal('tomorrow') }),
  z.object({ kind: z.literal('monday') }),
  z.object({ kind: z.literal('at'), at: z.number() }),
]);

const capabilities: z.ZodType<Capabilities> = z.object({
  serverVersion: z.string(),
  featureLevel: z.number(),
  textLimit: z.object({
    max: z.number(),
    counting: z.enum(['code-points', 'utf-16-units']),
    emojiCounts: z.boolean(),
  }),
  availabilities: z.array(availability),
  availabilityNames: z.object({
    online: z.string().exactOptional(),
    away: z.string().exactOptional(),
    busy: z.string().exactOptional(),
    invisible: z.string().exactOptional(),
  }),
  endsByItself: z.boolean(),
  mayChangeText: z.boolean(),
});

const account: z.ZodType<Account> = z.object({
  id: z.string(),
  kind: z.enum(['zulip', 'rocket-chat']),
  serverUrl: z.string(),
  serverName: z.string(),
  serverIcon: z.string().nullable(),
  userId: z.string(),
  login: z.string(),
  fullName: z.string(),
  credential: z.enum(['api-key', 'login-token', 'personal-access-token']),
  demo: z.boolean(),
  capabilities,
});

const preset: z.ZodType<Preset> = z.object({
  id: z.string(),
  emoji: emoji.nullable(),
  fallbackEmoji: emoji.nullable().exactOptional(),
  text: z.string(),
  availability: availability.nullable(),
  duration,
  then,
  accountIds: z.array(z.string()).nullable(),
});

const recent: z.ZodType<Recent> = z.object({
  id: z.string(),
  emoji: emoji.nullable(),
  fallbackEmoji: emoji.nullable().exactOptional(),
  text: z.string(),
  availability: availability.nullable(),
  duration,
});

/** The accounts that the user has added. Being listed means that a secret is expected in the keychain. */
export interface StoredAccounts {
  accounts: Account[];
  /** Those that must sign in again: their secret was refused by the server. */
  signedOutIds: string[];
}

export interface StoredPresets {
  /** null: the originals, never edited. */
  presets: Preset[] | null;
}

export interface StoredRecents {
  /** The newest first. */
  recents: Recent[];
}

/** What is known of one server's emoji; null: not read yet. */
export interface StoredServerEmoji {
  custom:
    | {
        code: string;
        name: string;
        aliases: string[];
        picture: string | null;
        stillPicture: string | null;
        deactivated: boolean;
      }[]
    | null;
  table: { address: string; etag: string | null; names: Record<string, string[]> } | null;
  /** Only of a server without a table: by code, what it takes for it; null: nothing. */
  proven?: Record<string, { name: string; code: string } | null>;
}

/** Keys of the statuses that the user has been asked about. */
export interface StoredNudges {
  told: string[];
}

/** Under each server's URL. */
export interface StoredEmoji {
  servers: Record<string, StoredServerEmoji>;
}

/** What is wanted on each account, under the account's id. */
export interface StoredDesired<D> {
  records: Record<string, D>;
}

type Schemas<T> = { [K in keyof T]-?: z.ZodType<T[K]> };

export const settingsSchema: Schemas<Settings> = {
  shortcut: z.string().nullable(),
  chosenAccountIds: z.array(z.string()).nullable(),
  onQuit: z.enum(['keep', 'clear']),
  presentAccountIds: z.array(z.string()),
  clearShortcut: z.string().nullable(),
  presetShortcuts: z.record(z.string(), z.string()),
  notifications: z.object({ ended: z.boolean(), unsent: z.boolean(), signIn: z.boolean(), nudges: z.boolean() }),
  presetsInAppMenu: z.boolean(),
  linkPresetIds: z.array(z.string()),
  language: z.string().nullable(),
};

export const nudgesSchema: Schemas<StoredNudges> = { told: z.array(z.string()) };

export const accountsSchema: Schemas<StoredAccounts> = {
  accounts: z.array(account),
  signedOutIds: z.array(z.string()),
};

export const presetsSchema: Schemas<StoredPresets> = { presets: z.array(preset).nullable() };

export const recentsSchema: Schemas<StoredRecents> = { recents: z.array(recent) };

const serverEmoji: z.ZodType<StoredServerEmoji> = z.object({
  custom: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        aliases: z.array(z.string()),
        picture: z.string().nullable(),
        stillPicture: z.string().nullable(),
        deactivated: z.boolean(),
      }),
    )
    .nullable(),
  table: z
    .object({ address: z.string(), etag: z.string().nullable(), names: z.record(z.string(), z.array(z.string())) })
    .nullable(),
  proven: z.record(z.string(), z.object({ name: z.string(), code: z.string() }).nullable()).exactOptional(),
});

export const emojiSchema: Schemas<StoredEmoji> = { servers: z.record(z.string(), serverEmoji) };

export function desiredSchema<D>(record: z.ZodType<D>): Schemas<StoredDesired<D>> {
  return { records: z.record(z.string(), record) };
}
