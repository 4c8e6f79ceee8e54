import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Account } from '../../electron/contract/account.ts';
import { DEFAULT_SETTINGS } from '../../electron/contract/app-state.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import { openStores } from '../../electron/storage/stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

const record = z.object({ wanted: z.string() });

const account: Account = {
  id: '9d0f8c9e-8a55-4a6c-9f3b-0a3c2f6f1a11',
  kind: 'zulip',
  serverUrl: 'https://chat.example.org',
  serverName: 'Example',
  serverIcon: null,
  userId: '12',
  login: 'ada@example.org',
  fullName: 'Ada',
  credential: 'api-key',
  demo: false,
  capabilities: {
    serverVersion: '11.0',
    featureLevel: 421,
    textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
    availabilities: ['online', 'invisible'],
    availabilityNames: { online: 'Active', invisible: 'Invisible' },
    endsByItself: false,
    mayChangeText: true,
  },
};

const preset: Preset = {
  id: 'p1',
  emoji: { kind: 'custom', serverUrl: 'https://chat.example.org', name: 'party', code: '7' },
  text: 'At lunch',
  availability: 'away',
  duration: { kind: 'time', hour: 13, minute: 0 },
  then: 'restore',
  accountIds: [account.id],
};

it('begins with nothing but the default settings', () => {
  const stores = openStores(temporaryFolder(), record);
  expect(stores.settings.get()).toMatchObject({
    shortcut: 'CommandOrControl+Shift+Y',
    chosenAccountIds: null,
    onQuit: 'keep',
    presentAccountIds: [],
    linkPresetIds: [],
  });
  expect(stores.accounts.get()).toEqual({ accounts: [], signedOutIds: [] });
  expect(stores.presets.get()).toEqual({ presets: null });
  expect(stores.recents.get()).toEqual({ recents: [] });
  expect(stores.desired.get()).toEqual({ records: {} });
  expect(stores.setAside).toEqual([]);
});

it('gives everything back after a restart', () => {
  const folder = temporaryFolder();
  const before = openStores(folder, record);
  const { id, emoji, text, availability, duration } = preset;
  before.settings.set({
    ...DEFAULT_SETTINGS,
    shortcut: null,
    chosenAccountIds: [account.id],
    onQuit: 'clear',
    presetShortcuts: { p1: 'Alt+1' },
  });
  before.accounts.set({ accounts: [account], signedOutIds: [account.id] });
  before.presets.set({ presets: [preset] });
  before.recents.set({ recents: [{ id, emoji, text, availability, duration }] });
  before.desired.set({ records: { [account.id]: { wanted: 'x' } } });

  const after = openStores(folder, record);
  for (const name of ['settings', 'accounts', 'presets', 'recents', 'desired'] as const) {
    expect(after[name].get()).toEqual(before[name].get());
  }
  expect(after.accounts.get().accounts).toEqual([account]);
  expect(after.presets.get().presets).toEqual([preset]);
});

it('loses one damaged account or desired status and no other, and says so', () => {
  const folder = temporaryFolder();
  const damaged = { ...account, id: 'b', kind: 'carrier-pigeon' };
  const accounts = { version: 1, accounts: [account, damaged], signedOutIds: [] };
  const desired = { version: 1, records: { a: { wanted: 'x' }, b: { wanted: 1 } } };
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify(accounts));
  writeFileSync(join(folder, 'desired.json'), JSON.stringify(desired));

  const stores = openStores(folder, record);
  expect(stores.accounts.get().accounts).toEqual([account]);
  expect(stores.desired.get().records).toEqual({ a: { wanted: 'x' } });
  expect(stores.setAside.map(({ file }) => file)).toEqual([
    join(folder, 'accounts.json'),
    join(folder, 'desired.json'),
  ]);
  expect(readdirSync(folder).filter((name) => name.includes('set-aside'))).toHaveLength(2);
});
