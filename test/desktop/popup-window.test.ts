import type { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { standIn } from '../../build/preview/stand-in/electron-main.ts';
import { CHANNELS, type PopupShown } from '../../electron/contract/commands.ts';
import { lockDown } from '../../electron/desktop/lock-down.ts';
import { createPopupSession, registerPopupScheme } from '../../electron/desktop/popup-protocol.ts';
import { createPopupWindow, type PopupWindow } from '../../electron/desktop/popup-window.ts';

const SHOWN: PopupShown = { screen: 'status', focus: 'text' };

let folder: string;
let time = 1_000_000;
let popup: PopupWindow;
let shows = 0;
const warnings: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'popup-window-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Whereabouts</title>');
  await writeFile(join(folder, 'preload.cjs'), '');
  lockDown();
  registerPopupScheme();
  standIn.becomeReady();
  const session = createPopupSession({ folder, devTools: false, emojiPicture: async () => null });
  popup = createPopupWindow({
    language: () => 'en',
    preloadPath: join(folder, 'preload.cjs'),
    session,
    devTools: false,
    platform: 'linux',
    trayBounds: () => null,
    now: () => time,
    onShow: () => {
      shows += 1;
    },
    log: { warn: (message) => warnings.push(message) },
  });
});

afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  time += 60_000;
  await settle();
});

afterEach(() => popup.hide());

/** Lets the page load: several turns, because files are read. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 50; turns += 1) await turn();
}

function windowId(): number {
  const id = popup.window()?.id;
  if (id === undefined) throw new Error('There is no window');
  return id;
}

const blur = () => standIn.act({ do: 'blur-window', windowId: windowId() });

test('it is made hidden, when main is ready for it, and loads its page at once', async () => {
  expect(popup.window()).toBeNull();
  popup.prepare();
  await settle();
  expect(popup.isVisible()).toBe(false);
  expect(popup.window()?.webContents.getURL()).toBe('app://popup/index.html');
});

test('each showing refreshes and tells the page what to focus', async () => {
  popup.show(SHOWN);
  await expect.poll(popup.isVisible, { timeout: 10_000 }).toBe(true);
  popup.hide();
  const sent: string[] = [];
  const listen = (message: { channel: string }) => sent.push(message.channel);
  standIn.act({ do: 'frame-loaded', windowId: windowId() });
  (standIn.world.changes as EventEmitter).on('page', listen);
  const before = shows;
  popup.show(SHOWN);
  popup.hide();
  popup.show(SHOWN);
  (standIn.world.changes as EventEmitter).off('page', listen);
  expect(popup.isVisible()).toBe(true);
  expect(shows - before).toBe(2);
  expect(sent).toEqual([CHANNELS.shown, CHANNELS.shown]);
});

test('a click on the icon while it is open hides it, although the blur came first', () => {
  popup.toggle(SHOWN);
  expect(popup.isVisible()).toBe(true);
  time += 5_000;
  blur();
  expect(popup.isVisible()).toBe(false);
  time += 50;
  popup.toggle(SHOWN);
  expect(popup.isVisible()).toBe(false);
  time += 1_000;
  popup.toggle(SHOWN);
  expect(popup.isVisible()).toBe(true);
});

test('a click without a blur hides it too', () => {
  popup.show(SHOWN);
  popup.toggle(SHOWN);
  expect(popup.isVisible()).toBe(false);
});

test('it stays open while a dialog has the focus', async () => {
  popup.show(SHOWN);
  time += 5_000;
  await popup.keepOpenDuring(async () => {
    blur();
    expect(popup.isVisible()).toBe(true);
  });
});

test('closing hides it and keeps the window', () => {
  popup.show(SHOWN);
  const id = windowId();
  standIn.act({ do: 'close-window', windowId: id });
  expect(popup.isVisible()).toBe(false);
  expect(windowId()).toBe(id);
});

test('after a crash of its page the next showing makes another', async () => {
  const crashed = windowId();
  const contents = popup.window()?.webContents as unknown as EventEmitter;
  contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  expect(popup.window()).toBeNull();
  expect(popup.isVisible()).toBe(false);
  expect(warnings).toEqual(["The popup's page ended: crashed"]);
  popup.send(CHANNELS.state, {});
  popup.show(SHOWN);
  expect(popup.isVisible()).toBe(false);
  await expect.poll(popup.isVisible, { timeout: 10_000 }).toBe(true);
  expect(windowId()).not.toBe(crashed);
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  '%s is prevented in every page',
  (name) => {
    let prevented = false;
    const contents = popup.window()?.webContents as unknown as EventEmitter;
    const preventDefault = () => {
      prevented = true;
    };
    contents.emit(name, { url: 'https://evil.example/', preventDefault });
    expect(prevented).toBe(true);
  },
);
