import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCommandHandlers } from '../../electron/app/command-handlers.ts';
import { realClock } from '../../electron/app/real-clock.ts';
import { createServices, type Services } from '../../electron/app/services.ts';
import { NO_DESKTOP_FACTS } from '../../electron/contract/app-state.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { startTryIt, type TryIt } from '../../electron/demo/try-it.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { NO_DESKTOP } from './no-desktop.ts';

/** The try-it mode's servers are at other addresses at each start. */

const folder = mkdtempSync(join(tmpdir(), 'try-it-restart-'));
let running: { services: Services; demo: TryIt } | null = null;
afterEach(async () => {
  await quit();
  rmSync(folder, { recursive: true });
});

async function start() {
  const demo = await startTryIt({ clock: Date.now });
  const services = createServices({
    folder,
    fetch,
    keychain: {
      state: () => 'ready',
      onState: () => () => {},
      keep: async () => 'ready',
      recall: async () => ({ found: false, state: 'ready' }),
      forget: async () => {},
      check: async () => 'ready',
    },
    clock: realClock,
    newId: () => crypto.randomUUID(),
    onSecret: () => {},
    startDemo: async () => demo,
    desktop: () => NO_DESKTOP_FACTS,
    appVersion: '0.1.0',
    system: 'Test',
    platform: 'linux',
    languages: ['en-GB'],
    words: ENGLISH_WORDS,
  });
  running = { services, demo };
  await services.start();
  return { services, demo, handlers: createCommandHandlers(services, NO_DESKTOP) };
}

async function quit(): Promise<void> {
  await running?.services.quit();
  running = null;
}

const tick = ({ zulip }: TryIt): StatusEmoji => {
  return { kind: 'custom', serverUrl: zulip.url, name: 'green_tick', code: '1' };
};
const cat = ({ rocketChat }: TryIt): StatusEmoji => {
  return { kind: 'custom', serverUrl: rocketChat.url, name: 'party_cat', code: 'party_cat' };
};

test('presets, recents and what was asked for keep the demo organizations’ own emoji', async () => {
  const first = await start();
  await first.handlers['start-try-it'](null);
  const saved = await first.handlers['save-preset']({
    presetId: null,
    preset: {
      emoji: tick(first.demo),
      fallbackEmoji: cat(first.demo),
      text: 'Shipped',
      availability: null,
      duration: { kind: 'none' },
      then: 'clear',
      accountIds: null,
    },
  });
  const status = { emoji: cat(first.demo), text: 'Party', availability: null, until: null, then: 'clear' as const };
  await first.handlers['set-status']({ status, accountIds: null });
  await expect.poll(() => first.demo.rocketChat.state().you.text).toBe(':party_cat: Party');
  await quit();

  const { services, demo, handlers } = await start();
  expect(demo.zulip.url).not.toBe(first.demo.zulip.url);
  expect(services.presets.list().at(-1)).toMatchObject({ emoji: tick(demo), fallbackEmoji: cat(demo) });
  expect(services.recents.list()).toMatchObject([{ emoji: cat(demo), text: 'Party' }]);
  const desired = () => readFileSync(join(folder, 'desired.json'), 'utf8');
  await expect.poll(desired).not.toContain(first.demo.rocketChat.url);
  expect(desired()).toContain(demo.rocketChat.url);
  await handlers['apply-preset']({ presetId: saved.ok ? saved.value.presetId : '' });
  await expect.poll(() => demo.zulip.state().you).toMatchObject({ emoji: 'green_tick', text: 'Shipped' });
  await expect.poll(() => demo.rocketChat.state().you.text).toBe(':party_cat: Shipped');
  expect(
    services.emoji
      .lists()
      .map(({ emoji }) => emoji.length)
      .sort(),
  ).toEqual([2, 3]);
});
