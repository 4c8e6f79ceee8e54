import type { z } from 'zod';
import { DEFAULT_SETTINGS, type Settings } from '../contract/app-state.ts';
import { othersEndingsSchema, type StoredOthersEndings } from './others-endings-schema.ts';
import {
  accountsSchema,
  desiredSchema,
  emojiSchema,
  nudgesSchema,
  presetsSchema,
  recentsSchema,
  type StoredAccounts,
  type StoredDesired,
  type StoredEmoji,
  type StoredNudges,
  type StoredPresets,
  type StoredRecents,
  settingsSchema,
} from './schemas.ts';
import { openStore, type SetAside, type Store, type StoreOptions } from './store.ts';
import { NO_TEAM_PRESETS, type StoredTeamPresets, teamPresetsSchema } from './team-presets-schema.ts';

export type {
  StoredAccounts,
  StoredDesired,
  StoredEmoji,
  StoredNudges,
  StoredPresets,
  StoredRecents,
  StoredServerEmoji,
} from './schemas.ts';

/** Every file of the app, open. Secrets are in none of them. */
export interface Stores<D> {
  settings: Store<Settings>;
  accounts: Store<StoredAccounts>;
  presets: Store<StoredPresets>;
  recents: Store<StoredRecents>;
  desired: Store<StoredDesired<D>>;
  othersEndings: Store<StoredOthersEndings>;
  /** What servers have said of their emoji: could be read again, but not while offline. */
  emoji: Store<StoredEmoji>;
  teamPresets: Store<StoredTeamPresets>;
  nudges: Store<StoredNudges>;
  /** Damaged files that were kept at this start; to be said to the user. */
  setAside: SetAside[];
}

/** Opens all files in `folder`; `desiredRecord` is what one account's entry among the desired statuses looks like. */
export function openStores<D>(folder: string, desiredRecord: z.ZodType<D>): Stores<D> {
  const setAside: SetAside[] = [];

  function open<T extends object>(options: Pick<StoreOptions<T>, 'name' | 'schema' | 'defaults'>): Store<T> {
    const opened = openStore({ folder, version: 1, migrations: {}, ...options });
    if (opened.setAside !== null) setAside.push(opened.setAside);
    return opened.store;
  }

  return {
    settings: open<Settings>({
      name: 'settings',
      schema: settingsSchema,
      defaults: DEFAULT_SETTINGS,
    }),
    accounts: open<StoredAccounts>({
      name: 'accounts',
      schema: accountsSchema,
      defaults: { accounts: [], signedOutIds: [] },
    }),
    presets: open<StoredPresets>({ name: 'presets', schema: presetsSchema, defaults: { presets: null } }),
    recents: open<StoredRecents>({ name: 'recents', schema: recentsSchema, defaults: { recents: [] } }),
    desired: open<StoredDesired<D>>({
      name: 'desired',
      schema: desiredSchema(desiredRecord),
      defaults: { records: {} },
    }),
    emoji: open<StoredEmoji>({ name: 'emoji', schema: emojiSchema, defaults: { servers: {} } }),
    othersEndings: open<StoredOthersEndings>({
      name: 'others-endings',
      schema: othersEndingsSchema,
      defaults: { endings: [] },
    }),
    teamPresets: open<StoredTeamPresets>({
      name: 'team-presets',
      schema: teamPresetsSchema,
      defaults: NO_TEAM_PRESETS,
    }),
    nudges: open<StoredNudges>({ name: 'nudges', schema: nudgesSchema, defaults: { told: [] } }),
    setAside,
  };
}
