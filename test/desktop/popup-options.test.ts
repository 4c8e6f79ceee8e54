import type { Session } from 'electron/main';
import { expect, test } from 'vitest';
import { popupOptions } from '../../electron/desktop/popup-options.ts';

const session = {} as Session;
const options = (changes: Partial<Parameters<typeof popupOptions>[0]> = {}) =>
  popupOptions({ preloadPath: '/p.cjs', session, dark: false, devTools: false, platform: 'linux', ...changes });

test('the page is locked in', () => {
  expect(options().webPreferences).toMatchObject({
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
});

test('it appears without a frame, a taskbar button or a white flash', () => {
  expect(options()).toMatchObject({ show: false, frame: false, skipTaskbar: true, width: 372, height: 612 });
  expect(options({ dark: true }).backgroundColor).not.toBe(options().backgroundColor);
});

test('on macOS it is a panel, so that hiding gives the focus back', () => {
  expect(options({ platform: 'darwin' }).type).toBe('panel');
  expect(options({ platform: 'win32' }).type).toBeUndefined();
});
