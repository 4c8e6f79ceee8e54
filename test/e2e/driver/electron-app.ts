import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { MenuItem } from 'electron';
import { shiftDate } from '../../../build/preview/shift-date.ts';
import type { App, LaunchOptions } from './driver.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Kept on `globalThis` of the main process under test, because neither trays nor shortcuts can be asked for later. */
interface Observed {
  observed: {
    tray: Electron.Tray;
    menu: Electron.Menu | null;
    tooltip: string;
    shortcuts: Map<string, () => void>;
  };
}

/**
 * Playwright can't press a tray icon or a native menu, so what the app gives to them is watched from within: the
 * prototype's methods are wrapped, and the app is told nothing. Needs an Electron without the fuse that forbids
 * `--inspect`.
 */
async function observe(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray, Menu, globalShortcut }) => {
    const observed = { tray: null, menu: null, tooltip: '', shortcuts: new Map() } as unknown as Observed['observed'];
    Object.assign(globalThis, { observed });
    const { setToolTip, setContextMenu, setImage } = Tray.prototype;
    Tray.prototype.setToolTip = function (text) {
      Object.assign(observed, { tray: this, tooltip: text });
      setToolTip.call(this, text);
    };
    Tray.prototype.setContextMenu = function (menu) {
      Object.assign(observed, { tray: this, menu });
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setImage = function (image) {
      observed.tray = this;
      setImage.call(this, image);
    };
    // A native menu would wait for a real click.
    Tray.prototype.popUpContextMenu = function (menu) {
      Object.assign(observed, { tray: this, menu: menu ?? observed.menu });
    };
    Menu.prototype.popup = function () {
      observed.menu = this;
    };
    const { register } = globalShortcut;
    globalShortcut.register = (accelerator, callback) => {
      observed.shortcuts.set(accelerator, callback);
      return register.call(globalShortcut, accelerator, callback);
    };
  });
}

async function start(options: LaunchOptions): Promise<{ app: ElectronApplication; popup: Page }> {
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${options.userDataDir}`, ...options.args],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  await observe(app);
  return { app, popup: await app.firstWindow() };
}

/** The app in real Electron. */
export async function launchElectronApp(options: LaunchOptions): Promise<App> {
  let { app, popup } = await start(options);
  let output = '';
  const listen = () => {
    for (const stream of [app.process().stdout, app.process().stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
  };
  const startOver = async () => {
    ({ app, popup } = await start(options));
    listen();
  };
  const onTray = (event: 'click' | 'right-click') =>
    app.evaluate((_electron, name) => {
      const { tray } = (globalThis as unknown as Observed).observed;
      const keys = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
      tray.emit(name, keys, tray.getBounds(), { x: 0, y: 0 });
    }, event);
  /** In main and in the popup; `steadyMs` is what passes by the clock that never jumps. */
  const shiftClocks = async (ms: number, steadyMs: number) => {
    const shift = `(${shiftDate})(${ms})`;
    await app.evaluate(
      (_electron, [script, passed]) => {
        const os = process.getBuiltinModule('node:os');
        const { uptime } = os;
        os.uptime = () => uptime() + passed / 1_000;
        process.getBuiltinModule('node:module').syncBuiltinESMExports();
        process.getBuiltinModule('node:vm').runInThisContext(script);
      },
      [shift, steadyMs] as const,
    );
    await popup.evaluate(shift);
  };
  const sleep = async (ms: number) => {
    await shiftClocks(ms, ms);
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  };
  listen();

  return {
    get popup() {
      return popup;
    },
    userDataDir: options.userDataDir,
    desktop: null,
    isPopupShown: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
    clickTray: () => onTray('click').then(() => undefined),
    chooseMenuItem: async (...labels) => {
      await onTray('right-click');
      await app.evaluate((_electron, path) => {
        let items = (globalThis as unknown as Observed).observed.menu?.items ?? [];
        let item: MenuItem | undefined;
        for (const label of path) {
          item = items.find((candidate) => candidate.label === label);
          items = item?.submenu?.items ?? [];
        }
        if (item === undefined) throw new Error(`no menu item ${path.join(' › ')}`);
        item.click(item, undefined, {});
      }, labels);
    },
    menuLabels: async () => {
      await onTray('right-click');
      return app.evaluate(() => {
        const items = (globalThis as unknown as Observed).observed.menu?.items ?? [];
        return items.filter((item) => item.visible && item.type !== 'separator').map((item) => item.label);
      });
    },
    pressShortcut: (accelerator) =>
      app.evaluate((_electron, pressed) => {
        (globalThis as unknown as Observed).observed.shortcuts.get(pressed)?.();
      }, accelerator),
    tooltip: () => app.evaluate(() => (globalThis as unknown as Observed).observed.tooltip),
    restart: async (afterMs = 0) => {
      await app.close();
      await startOver();
      if (afterMs > 0) await sleep(afterMs);
    },
    crashAndRestart: async () => {
      app.process().kill('SIGKILL');
      await app.waitForEvent('close');
      await startOver();
    },
    startAgain: async (...args) => {
      // It quits by itself when the first has the lock, which Playwright reports as a failed launch.
      await _electron
        .launch({ args: [root, `--user-data-dir=${options.userDataDir}`, ...args] })
        .catch(() => undefined);
    },
    sleep,
    setClock: (byMs) => shiftClocks(byMs, 0),
    setOnline: (online) =>
      app.evaluate(({ session }, offline) => session.defaultSession.enableNetworkEmulation({ offline }), !online),
    chooseFile: async (name, content) => {
      const path = join(mkdtempSync(join(tmpdir(), 'whereabouts-file-')), name);
      writeFileSync(path, content, { mode: 0o600 });
      // A native dialog can't be driven; this must be called before what opens it.
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
      }, path);
    },
    saveFile: async (name) => {
      const path = join(mkdtempSync(join(tmpdir(), 'whereabouts-file-')), name);
      // Before what opens it, as for choosing.
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      return path;
    },
    clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    output: () => output,
    close: () => app.close(),
  };
}
