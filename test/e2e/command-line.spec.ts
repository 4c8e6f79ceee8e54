import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onElectron, test } from './driver/app.ts';
import { spawnPreview } from './driver/preview-driver.ts';
import { currentStatus, openPopup, ROCKET_CHAT, serverShows, tryIt, ZULIP } from './steps.ts';

// A second process of the app's own binary, as a terminal starts it.

test.skip(onElectron, 'Playwright’s Electron shows nothing of a second process');

async function run(userDataDir: string, ...args: string[]) {
  const child = spawnPreview({ userDataDir, args });
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [exitCode] = (await once(child, 'close')) as [number];
  // Node's own warnings, about colours for one, are none of the app's; accounts stand in the order of their sign-ins.
  const lines = (text: string) =>
    text.split('\n').filter((line) => line !== '' && !/^\((?:node:|Use `node)/.test(line));
  return { exitCode, out: lines(out).sort().join('\n'), err: lines(err).join('\n') };
}

test('a running app does what is typed, and says what became of it', async ({ app }) => {
  const whereabouts = (...args: string[]) => run(app.userDataDir, ...args);
  await tryIt(app);
  const both = { exitCode: 0, out: `${ZULIP}: set\n${ROCKET_CHAT}: set`, err: '' };
  expect(await whereabouts('set', 'Lunch', '--emoji', ':hamburger:', '--for', '1h')).toEqual(both);
  await openPopup(app);
  await expect(currentStatus(app)).toContainText('Lunch');
  await serverShows(app, ZULIP, '🍔', 'Lunch');
  expect((await whereabouts('status')).out).toContain(`${ZULIP}: 🍔 Lunch`);

  // Chromium's switches in front, and a preset by the beginning of its name.
  expect(await whereabouts('--no-sandbox', '--', 'preset', 'comm', '--help')).toMatchObject({ exitCode: 0 });
  expect(await whereabouts('--no-sandbox', '--', 'preset', 'comm')).toEqual(both);
  await serverShows(app, ROCKET_CHAT, 'Commuting');
  expect(await whereabouts('preset', 'busyy')).toMatchObject({ exitCode: 2, err: expect.stringContaining('“Busy”') });

  await app.popup.locator('body').press('Escape');
  await expect.poll(() => app.isPopupShown()).toBe(false);
  expect((await whereabouts('toggle')).exitCode).toBe(0);
  await expect.poll(() => app.isPopupShown()).toBe(true);
  expect((await whereabouts('toggle')).exitCode).toBe(0);
  await expect.poll(() => app.isPopupShown()).toBe(false);

  await app.setOnline(false);
  const waiting = await whereabouts('clear');
  expect(waiting).toMatchObject({ exitCode: 3, out: expect.stringContaining(`${ZULIP}: waiting, offline`) });
});

test('a stopped app is started hidden, and answers', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'whereabouts-e2e-'));
  const lock = join(userDataDir, 'SingletonLock');
  try {
    expect(await run(userDataDir, 'complete', 'presets'), 'completion starts nothing').toMatchObject({ out: '' });
    expect(existsSync(lock)).toBe(false);
    expect(await run(userDataDir, 'presets')).toMatchObject({ exitCode: 0, out: expect.stringContaining('Commuting') });
    const pid = readFileSync(lock, 'utf8');
    expect(await run(userDataDir, 'set', 'Lunch')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('no account yet'),
    });
    expect(readFileSync(lock, 'utf8'), 'the one that was started goes on').toBe(pid);
  } finally {
    if (existsSync(lock)) process.kill(Number(readFileSync(lock, 'utf8')));
    await expect.poll(() => existsSync(lock)).toBe(false);
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
