import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCommandHandlers } from '../../electron/app/command-handlers.ts';
import { openCommandLine } from '../../electron/app/open-command-line.ts';
import { realClock } from '../../electron/app/real-clock.ts';
import { runCommandLine } from '../../electron/command-line/run-command-line.ts';
import { startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { NO_DESKTOP } from './no-desktop.ts';
import { openApp, passwordOf } from './open-app.ts';

/** Two accounts on two real servers, with a command line that asks them. */
async function openAll() {
  const [zulip, rocketChat] = await Promise.all([
    startDemoZulip({ organization: 'Acme' }),
    startDemoRocketChat({ organization: 'Riverside' }),
  ]);
  const signIn = [passwordOf('zulip', zulip), passwordOf('rocket-chat', rocketChat)];
  const services = await openApp({ clock: realClock, signIn });
  const commands = createCommandHandlers(services, NO_DESKTOP);
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-command-line-'));
  const togglePopup = vi.fn();
  const log = { warn: () => {}, error: () => {} };
  const door = await openCommandLine({ services, commands, togglePopup, clock: realClock, folder, log });
  onTestFinished(async () => {
    door?.close();
    await Promise.all([zulip.close(), rocketChat.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(...words: string[]) {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const exitCode = await runCommandLine(words, { folder, version: '0', startApp: () => {}, out, err });
    return { exitCode, out: String(out.read() ?? ''), err: String(err.read() ?? '') };
  }
  return { zulip, rocketChat, services, commands, run, togglePopup };
}

test('what is typed reaches both servers, and each account says what became of it', async () => {
  const { zulip, rocketChat, run, togglePopup } = await openAll();
  const both = { exitCode: 0, out: 'Acme: set\nRiverside: set\n', err: '' };
  expect(await run('set', 'Lunch', '--emoji', ':hamburger:', '--for', '1h')).toEqual(both);
  expect(zulip.state().you).toMatchObject({ text: 'Lunch' });
  expect(JSON.stringify(rocketChat.state().you)).toContain('Lunch');
  expect((await run('status')).out).toMatch(/^Acme: 🍔 Lunch, .*until .*\nRiverside: 🍔 Lunch, .*until .*\n$/);

  const { accounts } = JSON.parse((await run('status', '--json')).out);
  expect(accounts[0]).toMatchObject({
    name: 'Acme',
    status: { emoji: '🍔', text: 'Lunch' },
    outcome: { kind: 'applied' },
  });
  const before = Date.parse(accounts[0].status.until);
  expect(await run('extend', '15m')).toEqual(both);
  const after = JSON.parse((await run('status', '--json')).out).accounts[0].status.until;
  expect(Date.parse(after) - before).toBe(15 * 60_000);

  expect(await run('set', 'Only here', '--accounts', 'acme')).toMatchObject({ exitCode: 0, out: 'Acme: set\n' });
  expect(await run('end')).toMatchObject({ exitCode: 0 });
  expect(zulip.state().you.text).toBe('');
  expect(await run('preset', 'in a')).toEqual(both);
  expect(zulip.state().you.text).toBe('In a meeting');
  expect(await run('preset', 'in a', '--for', '50m')).toEqual(both);
  const [meeting] = JSON.parse((await run('status', '--json')).out).accounts;
  expect(meeting.status.text).toBe('In a meeting');
  expect((Date.parse(meeting.status.until) - Date.now()) / 60_000).toBeGreaterThan(45);
  expect((Date.parse(meeting.status.until) - Date.now()) / 60_000).toBeLessThan(55);
  expect(await run('clear')).toEqual(both);
  expect(zulip.state().you.text).toBe('');

  expect(await run('extend', '15m')).toMatchObject({ exitCode: 1, err: expect.stringContaining('No status') });
  expect(await run('preset', 'metting')).toMatchObject({ exitCode: 2, err: expect.stringContaining('“metting”') });
  expect((await run('accounts')).out).toMatch(/^Acme: http:.*signed in, chosen\nRiverside: /);
  expect((await run('presets')).out).toContain('🚌 Commuting, 30 min\n');
  expect((await run('complete', 'accounts')).out).toBe('Acme\nRiverside\n');
  await run('toggle');
  expect(togglePopup).toHaveBeenCalledOnce();
});

test('a refused account ends with 1 and says why; one that waits with 3; the refused one decides', async () => {
  const { zulip, rocketChat, run } = await openAll();
  const long = 'x'.repeat(70);
  const refused = await run('set', long);
  expect(refused).toMatchObject({ exitCode: 1, err: '' });
  expect(refused.out).toMatch(/^Acme: not set, text too long\n {2}The text is too long: 70 of 60.*\nRiverside: set\n$/);

  rocketChat.faults.offline = true;
  const waiting = await run('set', 'Lunch');
  expect(waiting).toMatchObject({ exitCode: 3, out: expect.stringMatching(/^Acme: set\nRiverside: waiting, /) });
  expect(zulip.state().you.text).toBe('Lunch');
  expect((await run('set', long)).exitCode).toBe(1);
});

test('nothing that is printed holds a secret', async () => {
  const { zulip, rocketChat, run } = await openAll();
  await run('set', 'Lunch');
  const printed: string[] = [];
  for (const words of [['status'], ['status', '--json'], ['accounts', '--json'], ['presets', '--json'], ['clear']]) {
    const { out, err } = await run(...words);
    printed.push(out, err);
  }
  for (const { token, password } of [zulip.credentials.you, rocketChat.credentials.you]) {
    for (const secret of [token, password]) expect(printed.join()).not.toContain(secret);
  }
});
