import type { DemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { DemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';

/** The ways to screens and their states, each from where the one before it has led. */
export type Screens = Record<
  string,
  (app: App, servers: { zulip: DemoZulip; rocketChat: DemoRocketChat }) => Promise<void>
>;

export async function goTo({ popup }: App, place: 'Accounts' | 'People' | 'Presets' | 'Settings'): Promise<void> {
  await popup.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).click();
  await expect(popup.getByRole('heading', { name: place, level: 1 })).toBeVisible();
}

/** Presses the button of this name and chooses a file, in whichever order the dialog wants it. */
export async function chooseFile(app: App, button: string, name: string, content: string): Promise<void> {
  const chosen = app.chooseFile(name, content);
  if (app.desktop === null) await chosen;
  await app.popup.getByRole('button', { name: button }).click();
  await chosen;
}
