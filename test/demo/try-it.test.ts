import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTryIt, type TryIt } from '../../electron/demo/try-it.ts';

let tryIt: TryIt;
beforeEach(async () => {
  tryIt = await startTryIt({ clock: Date.now });
});
afterEach(() => tryIt.close());

function credential(kind: 'zulip' | 'rocket-chat') {
  const found = tryIt.credentials.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`No credential for ${kind}`);
  return found;
}

test('its credentials sign in to both servers', async () => {
  const zulip = credential('zulip');
  const key = await fetch(`${zulip.url}/api/v1/fetch_api_key`, {
    method: 'POST',
    body: new URLSearchParams({ username: zulip.login, password: zulip.password }),
  });
  expect((await key.json()).result).toBe('success');
  const rocketChat = credential('rocket-chat');
  const login = await fetch(`${rocketChat.url}/api/v1/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: rocketChat.login, password: rocketChat.password }),
  });
  expect((await login.json()).status).toBe('success');
});

test('passwords and keys are new at each start', async () => {
  const other = await startTryIt({ clock: Date.now });
  const secrets = [tryIt, other].flatMap(({ zulip, rocketChat }) =>
    [zulip.credentials, rocketChat.credentials].flatMap((all) =>
      Object.values(all).flatMap(({ password, token }) => [password, token]),
    ),
  );
  await other.close();
  expect(new Set(secrets).size).toBe(secrets.length);
});

test('the servers’ side shows you and everybody else, and no secret', () => {
  for (const server of [tryIt.zulip, tryIt.rocketChat]) {
    const side = server.state();
    expect(side.you).toMatchObject({ fullName: 'You', text: '', availability: 'online', until: null });
    expect(side.people).toContainEqual(side.you);
    for (const { password, token } of Object.values(server.credentials)) {
      expect(JSON.stringify(side)).not.toContain(password);
      expect(JSON.stringify(side)).not.toContain(token);
    }
  }
  expect([tryIt.zulip.state().organization, tryIt.rocketChat.state().organization]).toEqual(['Acme', 'Riverside']);
});

test('newcomers meet no rate limit', async () => {
  const statuses = [];
  for (let n = 0; n < 30; n += 1) statuses.push((await fetch(`${tryIt.rocketChat.url}/api/v1/settings.oauth`)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('both are gone after closing', async () => {
  await tryIt.close();
  await expect(fetch(tryIt.zulip.url)).rejects.toThrow();
  await expect(fetch(tryIt.rocketChat.url)).rejects.toThrow();
});
