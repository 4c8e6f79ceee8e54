import { afterEach, expect, test } from 'vitest';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import { zulipCaller } from './zulip-caller.ts';

let server: DemoZulip;
afterEach(() => server.close());

async function readTable(olderEmojiTable = false) {
  server = await startDemoZulip({ olderEmojiTable });
  const { body } = await zulipCaller(server, 'you')('POST', '/register', { event_types: '["realm"]' });
  const url = new URL(body.server_emoji_data_url, server.url);
  const reply = await fetch(url);
  return { url, reply, body: (await reply.json()) as { code_to_names: Record<string, string[]> } };
}

test('has one key, the canonical names first, and no name twice', async () => {
  const { body } = await readTable();
  expect(Object.keys(body)).toEqual(['code_to_names']);
  const canonical = Object.fromEntries(Object.entries(body.code_to_names).map(([code, names]) => [code, names[0]]));
  expect(canonical).toMatchObject({
    '1f6e0': 'working_on_it',
    '1f4c5': 'calendar',
    '1f4c6': 'date',
    '1f68c': 'bus',
    '1f912': 'sick',
    '1f334': 'palm_tree',
    '1f3e0': 'house',
    '1f3e2': 'office',
    '1f642': 'smile',
    '274c': 'cross_mark',
    '274e': 'x',
    '0023-20e3': 'hash',
    '1f9d1-200d-1f4bb': 'technologist',
  });
  const names = Object.values(body.code_to_names).flat();
  expect(names.length).toBeGreaterThan(1800);
  expect(new Set(names).size).toBe(names.length);
});

test('codes have no variation selector, no skin tone and no short numbers', async () => {
  const { body } = await readTable();
  for (const code of Object.keys(body.code_to_names)) {
    expect(code).toMatch(/^[0-9a-f]{4,}(-[0-9a-f]{4,})*$/);
    expect(code).not.toMatch(/fe0f|1f3f[b-f]/);
  }
});

test('an older table keeps ten codes with their variation selectors', async () => {
  const { body } = await readTable(true);
  expect(Object.keys(body.code_to_names).filter((code) => code.includes('fe0f'))).toHaveLength(10);
});

test('is not sent again to those who have it', async () => {
  const { url, reply } = await readTable();
  const again = await fetch(url, { headers: { 'If-None-Match': reply.headers.get('etag') ?? '' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
