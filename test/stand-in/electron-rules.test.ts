import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStandIn, type StandIn } from '../../build/preview/stand-in/stand-in.ts';
import type { Platform } from '../../build/preview/stand-in/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
const start = (platform: Platform = 'linux') =>
  createStandIn({
    platform,
    userDataDir: mkdtempSync(join(folder, 'data-')),
    appPath: fileURLToPath(new URL('./fixture-app', import.meta.url)),
    exit: vi.fn(),
  });

let standIn: StandIn;
let electron: StandIn['electron'];
beforeEach(() => {
  standIn = start();
  ({ electron } = standIn);
});

const icon = () => electron.nativeImage.createFromBitmap(Buffer.alloc(4 * 4 * 4), { width: 4, height: 4 }) as never;
const SCHEME = [{ scheme: 'app', privileges: { standard: true } }];

describe('before ready', () => {
  test.each<[string, (electron: StandIn['electron']) => unknown, string]>([
    ['new Tray', (e) => new e.Tray('x.png'), 'Cannot create Tray before app is ready'],
    ['new BrowserWindow', (e) => new e.BrowserWindow(), 'Cannot create BrowserWindow before app is ready'],
    ['globalShortcut', (e) => e.globalShortcut.register('F5', () => {}), 'cannot be used before the app is ready'],
    ['session', (e) => e.session.fromPartition('persist:popup'), 'when app is ready'],
    ['screen', (e) => e.screen.getPrimaryDisplay(), "can't be used before the app 'ready' event"],
  ])('%s throws', (_name, use, message) => {
    expect(() => use(electron)).toThrow(message);
  });

  test('net.fetch rejects', async () => {
    await expect(electron.net.fetch('http://127.0.0.1:1/')).rejects.toThrow('ready');
  });

  test('whenReady waits for it', async () => {
    const ready = vi.fn();
    void electron.app.whenReady().then(ready);
    await Promise.resolve();
    expect(ready).not.toHaveBeenCalled();
    standIn.becomeReady();
    await vi.waitFor(() => expect(ready).toHaveBeenCalledOnce());
  });
});

test('after ready it is too late for privileged schemes and the sandbox switch', () => {
  standIn.becomeReady();
  expect(() => electron.protocol.registerSchemesAsPrivileged(SCHEME)).toThrow('before app is ready');
  expect(() => electron.app.enableSandbox()).toThrow('before app is ready');
});

test('what is missing throws instead of answering undefined', () => {
  standIn.becomeReady();
  expect(() => (electron.app as unknown as Record<string, unknown>).importCertificate).toThrow(
    'not stood in: app.importCertificate',
  );
  expect(() => (new electron.Tray(icon()) as unknown as Record<string, unknown>).displayBalloon).toThrow(
    'not stood in: Tray.displayBalloon',
  );
  expect(() => electron.Menu.buildFromTemplate([{ role: 'togglefullscreen' }])).toThrow('not stood in: MenuItem role');
  expect(() => new electron.BrowserWindow({ webPreferences: { sandbox: false } })).toThrow(
    'not stood in: webPreferences.sandbox',
  );
});

describe('accelerators', () => {
  beforeEach(() => standIn.becomeReady());

  test.each(['', 'Control', 'Nonsense+Y', 'Control+Shift+', 'A+B', 'Ctrl+é'])('%j is refused', (accelerator) => {
    expect(() => electron.globalShortcut.register(accelerator, () => {})).toThrow(TypeError);
  });

  test('one that is held under another spelling is taken', () => {
    expect(electron.globalShortcut.register('CommandOrControl+Shift+Y', () => {})).toBe(true);
    expect(electron.globalShortcut.register('Shift+Ctrl+y', () => {})).toBe(false);
    expect(electron.globalShortcut.isRegistered('Ctrl+Shift+Y')).toBe(true);
  });

  test('one that another app holds is refused without a word, and a suspended one is silent', () => {
    standIn.shortcuts.take('Control+K');
    expect(electron.globalShortcut.register('Ctrl+K', () => {})).toBe(false);
    const pressed = vi.fn();
    electron.globalShortcut.register('F5', pressed);
    electron.globalShortcut.setSuspended(true);
    standIn.act({ do: 'press-shortcut', accelerator: 'F5' });
    expect(pressed).not.toHaveBeenCalled();
    electron.globalShortcut.setSuspended(false);
    standIn.act({ do: 'press-shortcut', accelerator: 'F5' });
    expect(pressed).toHaveBeenCalledOnce();
  });
});

test('a destroyed tray and window say so', () => {
  standIn.becomeReady();
  const tray = new electron.Tray(icon()) as unknown as Electron.Tray;
  tray.destroy();
  expect(() => tray.setToolTip('x')).toThrow('Tray is destroyed');
  const window = new electron.BrowserWindow({ show: false }) as unknown as Electron.BrowserWindow;
  window.destroy();
  expect(() => window.show()).toThrow('Object has been destroyed');
  expect(() => window.webContents).toThrow('Object has been destroyed');
  expect(window.isDestroyed()).toBe(true);
});

test('Linux tells no place and no right click of its tray; Windows does', () => {
  const pressed = (platform: Platform) => {
    const desktop = start(platform);
    desktop.becomeReady();
    const tray = new desktop.electron.Tray(icon()) as unknown as Electron.Tray;
    const rightClick = vi.fn();
    tray.on('right-click', rightClick);
    desktop.act({ do: 'click-tray', button: 'right' });
    return { width: tray.getBounds().width, rightClicks: rightClick.mock.calls.length };
  };
  expect(pressed('linux')).toEqual({ width: 0, rightClicks: 0 });
  expect(pressed('win32')).toEqual({ width: 24, rightClicks: 1 });
});

test('only macOS has a dock', () => {
  expect(electron.app.dock).toBeUndefined();
  expect(start('darwin').electron.app.dock).toBeDefined();
});

describe('a window’s page', () => {
  function open(preload?: string) {
    standIn.electron.protocol.registerSchemesAsPrivileged(SCHEME);
    standIn.becomeReady();
    const session = electron.session.fromPartition('persist:popup');
    session.protocol.handle('app', () => new Response('<title>Popup</title>'));
    const webPreferences = { session: session as never, ...(preload !== undefined && { preload }) };
    return new electron.BrowserWindow({ show: false, webPreferences });
  }

  test.each([
    ['preload.mjs', "require('electron');"],
    ['preload.cjs', "import 'electron';"],
  ])('%s with %j can’t be its sandboxed preload', (name, source) => {
    const preload = join(mkdtempSync(join(folder, 'preload-')), name);
    writeFileSync(preload, source);
    const { webContents } = open(preload);
    const error = vi.fn();
    webContents.on('preload-error', error);
    expect(webContents.preloadSource()).toBeNull();
    expect(String(error.mock.calls[0]?.[2])).toContain('import statement');
  });

  test('can be sent only what structured clone carries', async () => {
    const window = open() as unknown as Electron.BrowserWindow;
    await window.loadURL('app://popup/index.html');
    expect(() => window.webContents.send('x', () => {})).toThrow('An object could not be cloned.');
    expect(() => window.webContents.send('x', { a: new Map([[1, new Date()]]) })).not.toThrow();
  });

  test('is refused when the session’s filter cancels it', async () => {
    const window = open() as unknown as Electron.BrowserWindow;
    window.webContents.session.webRequest.onBeforeRequest((_details, answer) => answer({ cancel: true }));
    await expect(window.loadURL('app://popup/index.html')).rejects.toThrow('ERR_FAILED');
  });
});

test('quitting asks first, and a window or a listener may refuse', () => {
  standIn.becomeReady();
  const { exit } = standIn.world;
  const window = new electron.BrowserWindow({ show: false });
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  window.on('close', refuse);
  electron.app.quit();
  expect(exit).not.toHaveBeenCalled();
  window.off('close', refuse);
  electron.app.quit();
  expect(exit).toHaveBeenCalledWith(0);
});
