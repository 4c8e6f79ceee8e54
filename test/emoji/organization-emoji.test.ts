import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandHandlers } from '../../electron/app/command-handlers.ts';
import { realClock } from '../../electron/app/real-clock.ts';
import { createServices, type Services } from '../../electron/app/services.ts';
import { NO_DESKTOP_FACTS } from '../../electron/contract/app-state.ts';
import type { StatusPreview } from '../../electron/contract/emoji.ts';
import { ok } from '../../electron/contract/result.ts';
import type { Status, StatusEmoji } from '../../electron/contract/status.ts';
import { startTryIt, type TryIt } from '../../electron/demo/try-it.ts';
import { ENGLISH_WORDS } from '../app/english-words.ts';
import { NO_DESKTOP } from '../app/no-desktop.ts';

/** The whole of main without Electron, over the demo servers. */
let folder: string;
let demo: TryIt;
let services: Services;
let handlers: ReturnType<typeof createCommandHandlers>;

function openServices(): Services {
  let lastId = 0;
  return createServices({
    folder,
    fetch,
    keychain: {
      state: () => 'ready',
      onState: () => () => {},
      keep: async () => 'ready',
      recall: async () => ({ found: false, state: 'locked' }),
      forget: async () => {},
      check: async () => 'ready',
    },
    clock: realClock,
    newId: () => `id-${++lastId}`,
    onSecret: () => {},
    startDemo: async () => ({ credentials: demo.credentials, close: async () => {} }),
    desktop: () => NO_DESKTOP_FACTS,
    appVersion: '0.1.0',
    system: 'Test',
    platform: 'linux',
    languages: ['en-GB'],
    words: ENGLISH_WORDS,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'organization-emoji-'));
  demo = await startTryIt({ clock: Date.now });
  services = openServices();
  handlers = createCommandHandlers(services, NO_DESKTOP);
  for (const login of demo.credentials)
    expect(await services.accounts.signIn({ way: 'password', ...login })).toMatchObject({ ok: true });
  await expect.poll(() => services.emoji.lists().map(({ emoji }) => emoji.length)).toEqual([3, 2]);
});
afterEach(async () => {
  await services.quit();
  await demo.close();
  rmSync(folder, { recursive: true });
});

const names = (index: number) => services.emoji.lists()[index]?.emoji.map(({ emoji }) => emoji.name);

test('one list per organization, without what is deactivated, with the emoji that every Zulip has', () => {
  const [acme, riverside] = services.emoji.lists();
  expect(acme).toMatchObject({ serverUrl: demo.zulip.url, serverName: 'Acme' });
  expect(names(0)).toEqual(['green_tick', 'smile', 'zulip']);
  expect(riverside?.emoji).toMatchObject([
    {
      emoji: { kind: 'custom', serverUrl: demo.rocketChat.url, name: 'party_cat', code: 'party_cat' },
      aliases: ['dancing_cat'],
    },
    { emoji: { name: 'riverside' }, aliases: [] },
  ]);
});

test('an organization whose emoji could not be read is not said to have none', async () => {
  for (const { id } of services.accounts.list()) await services.accounts.remove(id);
  demo.rocketChat.faults.next({ path: '/emoji-custom.list', times: 9, status: 403, body: { success: false } });
  for (const login of demo.credentials) await services.accounts.signIn({ way: 'password', ...login });
  await expect.poll(() => services.emoji.lists().map(({ serverName }) => serverName)).toEqual(['Acme']);
});

test('a change is heard of', async () => {
  const { realm, changeEmoji } = demo.zulip;
  await expect.poll(() => demo.zulip.queues.size).toBeGreaterThan(0);
  changeEmoji(realm.customEmoji.map((emoji) => (emoji.id === '1' ? { ...emoji, deactivated: true } : emoji)));
  await expect.poll(() => names(0), { timeout: 5_000 }).toEqual(['smile', 'zulip']);
});

test('the chosen servers’ own names for Unicode’s emoji', async () => {
  const names = async () => {
    const answer = await handlers['list-emoji-names'](null);
    return answer.ok ? answer.value : {};
  };
  expect(await names()).toMatchObject({ '1f6e0': 'working_on_it hammer_and_wrench tools', '1f4c6': 'date' });
  expect(Object.keys(await names()).filter((code) => code.includes('fe0f'))).toEqual([]);
  const riverside = services.accounts.list().find(({ kind }) => kind === 'rocket-chat');
  await handlers['change-settings']({ chosenAccountIds: [riverside?.id ?? ''] });
  expect(await names()).toEqual({});
});

test('is there at the next start, without any server', async () => {
  demo.zulip.faults.offline = true;
  demo.rocketChat.faults.offline = true;
  const later = openServices();
  expect(later.emoji.names()).toMatchObject({ '1f6e0': 'working_on_it hammer_and_wrench tools' });
  expect(later.emoji.lists().map(({ emoji }) => emoji.length)).toEqual([3, 2]);
  const status: Status = { ...STATUS, emoji: { kind: 'unicode', value: '🫩' } };
  expect(later.emoji.preview(status, null)).toMatchObject({
    value: [{ emojiReplaced: true }, { emojiReplaced: false }],
  });
});

test('pictures come from main by ids of its own, and only those it has named', async () => {
  const paths = services.emoji.lists().flatMap(({ emoji }) => emoji.map(({ picture }) => picture));
  expect(paths).toHaveLength(5);
  for (const path of paths) {
    expect(path).toMatch(/^\.\/emoji\/[\w-]{32}$/);
    expect(await services.emoji.picture(path?.slice('./emoji/'.length) ?? '')).toMatchObject({ type: 'image/png' });
  }
  expect(await services.emoji.picture('x'.repeat(32))).toBeNull();
  const pictures = demo.zulip.received.requests.filter(({ path }) => path.endsWith('.png') && path.includes('emoji'));
  expect(pictures.map(({ hadCredentials }) => hadCredentials)).toEqual([false, false, false]);
});

test('a moving picture has a still one; what is no picture, missing or huge shows none', async () => {
  const odd = ['animated', 'missing', 'huge', 'not-a-picture', 'svg'] as const;
  const made = odd.map((picture, index) => ({
    id: String(20 + index),
    name: picture,
    deactivated: false,
    authorId: 8,
    picture,
  }));
  demo.zulip.changeEmoji(made);
  await expect.poll(() => names(0)).toEqual([...odd, 'zulip']);
  const [animated, ...others] = services.emoji.lists()[0]?.emoji ?? [];
  const get = (path: string | null | undefined) => services.emoji.picture(path?.slice('./emoji/'.length) ?? '');
  expect(await get(animated?.stillPicture)).toMatchObject({ type: 'image/png' });
  for (const { picture } of others.slice(0, 4)) expect(await get(picture)).toBeNull();
});

const STATUS: Status = { emoji: null, text: ' Lunch ', availability: null, until: null, then: 'clear' };
const BEACH = { kind: 'unicode', value: '🏖️' } as const;

describe('how it will look', () => {
  const custom = (serverUrl: string, name: string, code: string): StatusEmoji => ({
    kind: 'custom',
    serverUrl,
    name,
    code,
  });

  async function preview(more: Partial<Status>): Promise<StatusPreview[]> {
    const answer = await handlers['preview-status']({ status: { ...STATUS, ...more }, accountIds: null });
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value;
  }

  test('a status that both servers can show', async () => {
    const until = Date.now() + 60_000;
    expect(await preview({ emoji: BEACH, until })).toMatchObject([
      { emoji: BEACH, emojiReplaced: false, emojiInText: false, text: 'Lunch', until: null, problem: null },
      { emoji: BEACH, emojiReplaced: false, emojiInText: true, text: 'Lunch', until, problem: null },
    ]);
  });

  test('an emoji of one organization, with a fallback for the others, and as it is sent', async () => {
    const tick = custom(demo.zulip.url, 'green_tick', '1');
    const wanted = { ...STATUS, emoji: tick, fallbackEmoji: BEACH };
    expect(await preview(wanted)).toMatchObject([
      { emoji: tick, emojiReplaced: false, emojiProblem: null },
      {
        emoji: BEACH,
        emojiReplaced: true,
        emojiProblem: { code: 'emoji-unknown', emoji: ':green_tick:' },
        problem: null,
      },
    ]);
    await handlers['set-status']({ status: wanted, accountIds: null });
    await expect.poll(() => demo.zulip.state().you).toMatchObject({ emoji: 'green_tick', text: 'Lunch' });
    await expect.poll(() => demo.rocketChat.state().you.text).toBe('🏖️ Lunch');
    await expect
      .poll(() => services.state.get().accounts.map(({ outcome }) => outcome?.kind))
      .toEqual(['applied', 'applied']);
    await services.reports.refresh(0);
    expect(services.state.get().accounts.map(({ outcome }) => outcome?.kind)).toEqual(['applied', 'applied']);
  });

  test('without a fallback it shows none there; an emoji alone would say nothing', async () => {
    const cat = custom(demo.rocketChat.url, 'party_cat', 'party_cat');
    expect(await preview({ emoji: cat })).toMatchObject([
      { emoji: null, emojiReplaced: true, problem: null },
      { emoji: cat, emojiReplaced: false },
    ]);
    expect(await preview({ emoji: cat, text: '' })).toMatchObject([
      { emoji: null, problem: { code: 'emoji-unknown', emoji: ':party_cat:' } },
      { problem: null },
    ]);
  });

  test('one that was deactivated, and one that was never there', async () => {
    expect(await preview({ emoji: custom(demo.zulip.url, 'old_logo', '2') })).toMatchObject([
      { emoji: null, emojiReplaced: true, emojiProblem: { code: 'emoji-deactivated', emoji: ':old_logo:' } },
      { emojiProblem: { code: 'emoji-unknown' } },
    ]);
    expect(await preview({ emoji: custom(demo.rocketChat.url, 'gone', 'gone') })).toMatchObject([
      {},
      { emoji: null, emojiProblem: { code: 'emoji-unknown', emoji: ':gone:' } },
    ]);
  });

  test('a skin tone, and what is too long', async () => {
    expect((await preview({ emoji: { kind: 'unicode', value: '👍🏽' } }))[0]).toMatchObject({
      emoji: { kind: 'unicode', value: '👍' },
      emojiReplaced: true,
      emojiProblem: null,
    });
    expect(await preview({ emoji: BEACH, text: 'x'.repeat(117) })).toMatchObject([
      { problem: { code: 'text-too-long', length: 117, max: 60 } },
      { problem: { code: 'text-too-long', length: 121, max: 120 } },
    ]);
  });

  test('only the accounts that are asked about', async () => {
    const second = services.accounts.list()[1]?.id ?? '';
    const answer = await handlers['preview-status']({ status: STATUS, accountIds: [second] });
    expect(answer).toMatchObject({ ok: true, value: [{ accountId: second }] });
    expect(await handlers['preview-status']({ status: STATUS, accountIds: ['none'] })).toEqual(ok([]));
  });
});

test('a status stays ours when its emoji is deactivated meanwhile', async () => {
  const emoji: StatusEmoji = { kind: 'custom', serverUrl: demo.zulip.url, name: 'green_tick', code: '1' };
  const accountIds = [services.accounts.list()[0]?.id ?? ''];
  await handlers['set-status']({ status: { ...STATUS, emoji }, accountIds });
  await expect.poll(() => services.state.get().accounts[0]?.outcome?.kind).toBe('applied');
  demo.zulip.changeEmoji(demo.zulip.realm.customEmoji.map((one) => ({ ...one, deactivated: true })));
  await expect.poll(() => names(0), { timeout: 5_000 }).toEqual(['zulip']);
  await services.reports.read(accountIds[0] ?? '');
  expect(services.state.get().accounts[0]?.outcome?.kind).toBe('applied');
  await handlers['end-status'](null);
  await expect.poll(() => demo.zulip.state().you).toMatchObject({ emoji: null, text: '' });
});

test('an emoji that has another name by now is sent under that one', async () => {
  const emoji: StatusEmoji = { kind: 'custom', serverUrl: demo.zulip.url, name: 'green_tick', code: '1' };
  const accountIds = [services.accounts.list()[0]?.id ?? ''];
  demo.zulip.changeEmoji(demo.zulip.realm.customEmoji.map((one) => (one.id === '1' ? { ...one, name: 'done' } : one)));
  await expect.poll(() => names(0), { timeout: 5_000 }).toContain('done');
  await handlers['set-status']({ status: { ...STATUS, emoji }, accountIds });
  await expect.poll(() => services.state.get().accounts[0]?.outcome?.kind).toBe('applied');
  expect(demo.zulip.state().you.emoji).toBe('done');
});

test('a preset keeps its fallback, and uses it', async () => {
  const emoji: StatusEmoji = { kind: 'custom', serverUrl: demo.zulip.url, name: 'green_tick', code: '1' };
  const saved = await handlers['save-preset']({
    presetId: null,
    preset: {
      emoji,
      fallbackEmoji: BEACH,
      text: 'Shipped',
      availability: null,
      duration: { kind: 'none' },
      then: 'clear',
      accountIds: null,
    },
  });
  expect(openServices().presets.list().at(-1)).toMatchObject({ text: 'Shipped', fallbackEmoji: BEACH });
  await handlers['apply-preset']({ presetId: saved.ok ? saved.value.presetId : '' });
  await expect.poll(() => demo.rocketChat.state().you.text).toBe('🏖️ Shipped');
});

test('what belongs to a removed account is forgotten', async () => {
  await services.accounts.remove(services.accounts.list()[0]?.id ?? '');
  expect(services.emoji.lists().map(({ serverName }) => serverName)).toEqual(['Riverside']);
  expect(await openServices().emoji.lists()).toHaveLength(1);
});
