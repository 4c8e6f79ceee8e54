import type { FrameLocator, Locator, Page } from '@playwright/test';

export interface LaunchOptions {
  userDataDir: string;
  env: Record<string, string>;
  args: string[];
}

/** What a user can do with the app and its desktop, wherever it runs. */
export interface App {
  /** The popup's page, to look in by role and label. Whether it is shown: {@link App.isPopupShown}. */
  readonly popup: FrameLocator | Page;
  readonly userDataDir: string;
  isPopupShown(): Promise<boolean>;
  /** Left click on the tray icon. */
  clickTray(): Promise<void>;
  /** Chooses an item of the tray's menu by the labels that lead to it. */
  chooseMenuItem(...labels: string[]): Promise<void>;
  /** The labels of the tray menu's items that are shown, the first level. */
  menuLabels(): Promise<string[]>;
  /** As if pressed anywhere, for a global shortcut, e.g. `CommandOrControl+Shift+Y`. */
  pressShortcut(accelerator: string): Promise<void>;
  tooltip(): Promise<string>;
  /** Quits and starts again with the same settings, so many milliseconds later by the computer's clocks. */
  restart(afterMs?: number): Promise<void>;
  /** Ends at once, as a crash does, and starts again. */
  crashAndRestart(): Promise<void>;
  /** Starts the app a second time while it runs. */
  startAgain(...args: string[]): Promise<void>;
  /** The computer sleeps for so many milliseconds, by its clocks; then it wakes up. */
  sleep(ms: number): Promise<void>;
  /** Somebody sets the computer's clock on the wall. */
  setClock(byMs: number): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  /** Chooses a file in the open dialog that waits. */
  chooseFile(name: string, content: string): Promise<void>;
  /** Saves under this name in the save dialog that waits; answers the file's path. */
  saveFile(name: string): Promise<string>;
  /** The text in the clipboard. */
  clipboard(): Promise<string>;
  /** All that the app wrote to its streams so far. */
  output(): string;
  close(): Promise<void>;
  /** Only in the preview: the desktop's page with notifications (`status`) and the servers' side; null in Electron. */
  readonly desktop: { page: Page; notifications: Locator; servers: Locator } | null;
}
