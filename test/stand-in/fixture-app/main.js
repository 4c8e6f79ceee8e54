import { readFileSync } from 'node:fs';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray,
} from 'electron/main';

// A whole small app, to prove the stand-in and the preview with: tray, menu, popup, IPC, shortcut, dialogs.

const here = new URL('.', import.meta.url);
const icon = nativeImage.createFromBitmap(Buffer.alloc(16 * 16 * 4, 160), { width: 16, height: 16 });
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'";
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();

if (!app.requestSingleInstanceLock({ wish: process.argv[2] ?? null })) app.quit();
else await start();

async function start() {
  await app.whenReady();
  const own = session.fromPartition('persist:popup');
  own.protocol.handle('app', (request) => {
    const name = new URL(request.url).pathname.slice(1);
    const type = TYPES[name.split('.').at(-1)] ?? 'text/plain';
    return new Response(readFileSync(new URL(`popup/${name}`, here)), {
      headers: { 'content-type': type, 'content-security-policy': POLICY },
    });
  });
  const window = new BrowserWindow({
    show: false,
    width: 360,
    height: 400,
    webPreferences: { session: own, preload: new URL('preload.cjs', here).pathname, sandbox: true },
  });
  window.on('blur', () => window.hide());
  await window.loadURL('app://popup/index.html');

  const tray = new Tray(icon);
  const say = (text) => tray.setToolTip(`Fixture: ${text}`);
  const show = (focus) => {
    window.setPosition(600, 40);
    window.show();
    window.webContents.send('shown', { focus, at: new Date(0) });
  };
  const menu = Menu.buildFromTemplate([
    { label: 'Open', click: () => show('field') },
    { type: 'separator' },
    { label: 'Loud', type: 'checkbox', click: (item) => say(item.checked ? 'loud' : 'quiet') },
    { label: 'More', submenu: [{ label: 'Lunch', sublabel: '1 h', click: () => say('Lunch') }] },
    { label: 'Never', enabled: false, click: () => say('Never') },
    { label: 'Notify', click: notify },
    { label: 'Help', click: () => shell.openExternal('https://example.org/help') },
    { label: 'Quit', role: 'quit' },
  ]);
  function notify() {
    const notification = new Notification({
      title: 'Done',
      body: 'It is set.',
      actions: [{ type: 'button', text: 'Undo' }],
    });
    notification.on('action', () => say('undone'));
    notification.show();
  }
  say('idle');
  tray.setContextMenu(menu);
  tray.on('click', () => (window.isVisible() ? window.hide() : show('button')));
  globalShortcut.register('CommandOrControl+Shift+Y', () => show('field'));
  powerMonitor.on('resume', () => say('awake'));
  app.on('second-instance', (_event, _argv, _directory, data) => say(`second ${data.wish}`));
  ipcMain.handle('greet', (event, name) => {
    if (event.senderFrame !== window.webContents.mainFrame) throw new Error('another frame');
    say(`greeted ${name}`);
    return { greeting: `Hello ${name}`, origin: event.senderFrame.origin, when: new Date(0), none: undefined };
  });
  let calls = 0;
  ipcMain.handle('nth-call', () => {
    calls += 1;
    return calls;
  });
  ipcMain.handle('pick', async () => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: 'Choose a zuliprc file',
      properties: ['openFile'],
    });
    return filePaths.map((path) => readFileSync(path, 'utf8'));
  });
}
