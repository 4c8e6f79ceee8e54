import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron/main';
import { describe, expect, test, vi } from 'vitest';
import { CHANNELS, type CommandHandlers } from '../../electron/contract/commands.ts';
import { ok } from '../../electron/contract/result.ts';
import { COMMAND_ARGUMENTS } from '../../electron/ipc/command-arguments.ts';
import { isFromPopup } from '../../electron/ipc/popup-sender.ts';
import { registerCommands } from '../../electron/ipc/register-commands.ts';
import { appState } from '../desktop/app-state-samples.ts';

const ORIGIN = 'app://popup';
const SECRET = 'canary-7f3a';
const SIGN_IN = { way: 'password', kind: 'zulip', url: 'https://z.example', login: 'ann', password: SECRET };

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const frame = (origin = ORIGIN) => ({ origin }) as WebFrameMain;

function openDoor(handlers: Partial<CommandHandlers> = {}) {
  const channels = new Map<string, Handler>();
  const mainFrame = frame();
  const popup = { mainFrame } as WebContents;
  const logged: unknown[] = [];
  const unexpected = () => {
    throw new Error(`Broken by ${SECRET}`);
  };
  const all = Object.fromEntries(Object.keys(COMMAND_ARGUMENTS).map((name) => [name, unexpected]));
  const close = registerCommands({
    ipc: {
      handle: (channel, handler) => void channels.set(channel, handler),
      removeHandler: (channel) => void channels.delete(channel),
    },
    isPopup: (event) => isFromPopup(event, popup, ORIGIN),
    handlers: { ...all, ...handlers } as CommandHandlers,
    getState: () => appState({ revision: 7 }),
    log: { warn: (message) => logged.push(message), error: (message) => logged.push(message) },
  });
  const send = async (senderFrame: WebFrameMain | null, channel: string, ...args: unknown[]) =>
    channels.get(channel)?.({ senderFrame } as IpcMainInvokeEvent, ...args);
  const run = (...args: unknown[]) => send(mainFrame, CHANNELS.run, ...args);
  return { run, send, mainFrame, logged, channels, close };
}

test('a command of the popup reaches its handler, and the answer comes back', async () => {
  const applied = vi.fn(() => ok(null));
  const { run } = openDoor({ 'apply-preset': applied });
  expect(await run('apply-preset', { presetId: 'p' })).toEqual({ ok: true, value: null });
  expect(applied).toHaveBeenCalledWith({ presetId: 'p' });
});

test('the popup may read the state', async () => {
  const { send, mainFrame } = openDoor();
  expect(await send(mainFrame, CHANNELS.getState)).toMatchObject({ revision: 7 });
});

describe('anyone else is refused on every channel', () => {
  test.each([
    ['a frame that has gone', null],
    ['a frame inside the popup', frame()],
    ['another page', frame('https://evil.example')],
    ['an origin that begins alike', frame('app://popup.evil')],
  ])('%s', async (_who, sender) => {
    const quit = vi.fn(() => ok(null));
    const { send } = openDoor({ quit });
    await expect(send(sender, CHANNELS.run, 'quit', null)).rejects.toThrow('Refused');
    await expect(send(sender, CHANNELS.getState)).rejects.toThrow('Refused');
    expect(quit).not.toHaveBeenCalled();
  });

  test('the popup’s own frame after it was led elsewhere', () => {
    const mainFrame = frame('https://evil.example');
    expect(isFromPopup({ senderFrame: mainFrame }, { mainFrame }, ORIGIN)).toBe(false);
  });

  test('while there is no popup', () => {
    expect(isFromPopup({ senderFrame: frame() }, null, ORIGIN)).toBe(false);
  });
});

test.each([
  ['an unknown command', ['format-disk', null]],
  ['a name from the prototype', ['constructor', null]],
  ['an argument of the wrong shape', ['apply-preset', { presetId: 5 }]],
  ['no argument', ['apply-preset']],
])('%s is a bad argument', async (_what, args) => {
  expect(await openDoor().run(...args)).toEqual({ ok: false, problem: { code: 'bad-argument' } });
});

test('a handler that breaks becomes an internal problem, and no argument is logged', async () => {
  const { run, logged } = openDoor();
  expect(await run('sign-in', SIGN_IN)).toEqual({ ok: false, problem: { code: 'internal' } });
  expect(await run('sign-in', { ...SIGN_IN, way: 'nothing' })).toMatchObject({ ok: false });
  expect(logged).toEqual(['The command sign-in failed', 'Refused the argument of sign-in']);
  expect(JSON.stringify(logged)).not.toContain(SECRET);
});

test('a closed door has no channels', () => {
  const { channels, close } = openDoor();
  expect([...channels.keys()].sort()).toEqual([CHANNELS.getState, CHANNELS.run].sort());
  close();
  expect(channels.size).toBe(0);
});
