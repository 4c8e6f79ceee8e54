import { matches, parseAccelerator } from '../stand-in/accelerator.ts';
import type { DesktopAction, DesktopState, TrayState } from '../stand-in/desktop-state.ts';
import { drawDock, drawNotifications, drawServers, drawShortcuts } from './cards.ts';
import { openChannel } from './channel.ts';
import { createDialogView } from './dialog-view.ts';
import { byId, onChange } from './element.ts';
import { createMenuView } from './menu-view.ts';
import { createSandboxes } from './sandboxed-preload.ts';
import { createWindowFrames } from './window-frames.ts';

declare global {
  interface Window {
    /** Where the script that carries a preload finds its sandbox. */
    whereaboutsPreview: ReturnType<typeof createSandboxes>;
  }
}

let current: DesktopState | null = null;

const line = openChannel(
  (event) => {
    if (event.kind === 'state') draw(event.state);
    else if (event.kind === 'ipc') sandboxes.deliver(event.windowId, event.channel, event.args);
    else end('This desktop is open in another tab now');
  },
  () => end(`${current?.appName ?? 'The app'} has quit`),
);
const sandboxes = createSandboxes(line);
window.whereaboutsPreview = sandboxes;
const windows = createWindowFrames(line, onKeyDown);
const drawDialogs = createDialogView(line);
const drawMenu = onChange(
  createMenuView({ choose: (path) => line.act({ do: 'choose-menu-item', path }), close: closeMenu }),
);
const drawTray = onChange((tray: TrayState | null) => {
  const button = byId('tray');
  button.hidden = tray === null;
  if (tray === null) return;
  button.setAttribute('aria-label', tray.tooltip);
  button.title = tray.tooltip;
  button.classList.toggle('template', tray.template);
  (button.querySelector('img') as HTMLImageElement).src = tray.icon;
  (button.querySelector('span') as HTMLElement).textContent = tray.title;
});
const drawMachine = onChange(({ online, asleep }: Pick<DesktopState, 'online' | 'asleep'>) => {
  setButton('sleep', 'wake', asleep, 'Sleep', 'Wake up');
  setButton('go-offline', 'go-online', !online, 'Offline', 'Online');
  byId('state').textContent = [asleep && 'asleep', !online && 'offline'].filter(Boolean).join(', ');
});
const drawShortcutList = onChange((shortcuts: DesktopState['shortcuts']) =>
  drawShortcuts(shortcuts, (accelerator) => line.act({ do: 'press-shortcut', accelerator })),
);
const drawDockMenu = onChange((labels: string[]) =>
  drawDock(labels, (index) => line.act({ do: 'choose-dock-item', index })),
);
const drawServerSide = onChange(drawServers);
const drawMessages = onChange(({ notifications, opened }: Pick<DesktopState, 'notifications' | 'opened'>) =>
  drawNotifications(notifications, opened, line),
);

function draw(state: DesktopState): void {
  current = state;
  document.documentElement.dataset.platform = state.platform;
  drawTray(state.tray);
  drawMachine({ online: state.online, asleep: state.asleep });
  drawShortcutList(state.shortcuts);
  drawDockMenu(state.dock);
  drawServerSide(state.servers);
  byId('clipboard').textContent = state.clipboard;
  drawMessages({ notifications: state.notifications, opened: state.opened });
  windows.draw(state.windows);
  drawDialogs(state.dialogs);
  drawMenu(state.menu);
  keepTabInWindow();
}

/** On a real desktop the Tab key does not leave a window. */
function keepTabInWindow(): void {
  const focused = windows.hasFocus();
  const stops = '.panel button, main button, #notifications button';
  for (const button of document.querySelectorAll<HTMLElement>(stops)) button.tabIndex = focused ? -1 : 0;
  // What scrolls and holds no button is a stop of the Tab key too: https://chromestatus.com/feature/5231964663578624
  byId('clipboard').tabIndex = focused ? -1 : 0;
}

function setButton(
  off: DesktopAction['do'],
  on: DesktopAction['do'],
  isOn: boolean,
  offLabel: string,
  onLabel: string,
): void {
  const button = document.querySelector<HTMLButtonElement>(`[data-do=${off}], [data-do=${on}]`);
  if (button === null) return;
  button.dataset.do = isOn ? on : off;
  button.textContent = isOn ? onLabel : offLabel;
}

function closeMenu(): void {
  if (current?.menu == null) return;
  line.act({ do: 'close-menu' });
  byId('tray').focus();
}

function onKeyDown(press: KeyboardEvent): void {
  if (current === null || current.shortcuts.suspended) return;
  for (const accelerator of current.shortcuts.accelerators) {
    const parsed = parseAccelerator(accelerator, current.platform);
    if (parsed === null || !matches(parsed, press)) continue;
    press.preventDefault();
    press.stopImmediatePropagation();
    line.act({ do: 'press-shortcut', accelerator });
  }
}

function end(text: string): void {
  byId('state').textContent = text;
  byId('tray').hidden = true;
  for (const id of ['windows', 'menus', 'dialogs', 'notifications']) byId(id).replaceChildren();
  for (const button of document.querySelectorAll('button')) button.disabled = true;
}

const tray = byId('tray');
tray.addEventListener('click', () => line.act({ do: 'click-tray', button: 'left' }));
tray.addEventListener('auxclick', (click) => {
  if (click.button === 1) line.act({ do: 'click-tray', button: 'middle' });
});
// Also what the Menu key and Shift+F10 give.
tray.addEventListener('contextmenu', (event) => {
  event.preventDefault();
  line.act({ do: 'click-tray', button: 'right' });
});
document.addEventListener('pointerdown', (press) => {
  const pressed = press.target as Element;
  // The icon's press and click are told as one: how long the computer takes between them must not matter.
  if (pressed.closest('#tray') === null) windows.pressedOutside();
  if (pressed.closest('[role=menu]') === null) closeMenu();
});
document.addEventListener('keydown', onKeyDown, { capture: true });
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-do]')) {
  button.addEventListener('click', () => line.act({ do: button.dataset.do } as DesktopAction));
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const tellTheme = () => line.act({ do: 'theme', dark: dark.matches });
const tellScreen = () => line.act({ do: 'screen', width: innerWidth, height: innerHeight });
const tick = () => {
  byId('clock').textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
};
dark.addEventListener('change', tellTheme);
addEventListener('resize', tellScreen);
tellTheme();
tellScreen();
tick();
setInterval(tick, 10_000);
