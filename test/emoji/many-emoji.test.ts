import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createKeptEmoji } from '../../electron/emoji/kept-emoji.ts';
import { createOrganizationEmoji } from '../../electron/emoji/organization-emoji.ts';
import { openStores } from '../../electron/storage/stores.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'many-emoji-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SERVER = 'https://acme.example';
const open = () => createKeptEmoji(openStores(folder, z.unknown()).emoji);
const MANY = Array.from({ length: 5_000 }, (_, index) => ({
  code: String(index),
  name: `emoji_${index}`,
  aliases: [],
  picture: `https://cdn.example/user_avatars/2/emoji/images/${index}.gif`,
  stillPicture: `https://cdn.example/user_avatars/2/emoji/images/still/${index}.png`,
  deactivated: index % 10 === 0,
}));

/** Milliseconds; the main process answers nobody meanwhile. */
function timed<T>(work: () => T): { value: T; ms: number } {
  const begun = performance.now();
  return { value: work(), ms: performance.now() - begun };
}

test('thousands of emoji are kept, opened and listed without holding up the app', () => {
  const kept = open();
  const keeping = timed(() => kept.keepCustom(SERVER, MANY));
  const opening = timed(open);
  const service = createOrganizationEmoji({
    accounts: {
      list: () => [{ id: 'a', serverUrl: SERVER, serverName: 'Acme' }] as never,
      find: () => null,
      server: async () => ({ ok: false, problem: { code: 'offline' } }),
      signInState: () => 'signed-in',
    },
    kinds: { clients: {} as never },
    kept: opening.value,
    pictures: { get: async () => null },
    chosenAccountIds: () => null,
    now: () => 0,
  });
  const first = timed(() => service.lists());
  const again = timed(() => service.lists());
  expect(first.value[0]?.emoji).toHaveLength(4_500);
  expect(again.value[0]?.emoji).toBe(first.value[0]?.emoji);
  const times = { keeping: keeping.ms, opening: opening.ms, first: first.ms, again: again.ms };
  // Generous: a busy machine must not fail this, a quadratic step must.
  expect(Object.values(times).every((ms) => ms < 1_500)).toBe(true);
});
