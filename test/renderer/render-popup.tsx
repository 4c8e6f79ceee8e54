import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { onTestFinished } from 'vitest';
import type { AppState } from '../../electron/contract/app-state.ts';
import { App } from '../../renderer/app.tsx';
import { PopupContext } from '../../renderer/popup-context.ts';
import { preloadNextFrame, preloadScreens } from '../../renderer/screens/next-frame.tsx';
import { createPopup } from '../../renderer/state.ts';
import { readBuiltEmoji } from './built-emoji.ts';
import { createFakeMainProcess } from './fake-main-process.ts';
import { sampleState } from './sample-state.ts';

/** Draws the whole popup on a main process in memory, and waits for its first screen. */
export async function renderPopup(change: Partial<AppState> = {}) {
  await Promise.all([preloadNextFrame(), preloadScreens()]);
  const main = createFakeMainProcess(sampleState(change));
  const popup = createPopup(main, readBuiltEmoji);
  render(
    <PopupContext.Provider value={popup}>
      <App />
    </PopupContext.Provider>,
  );
  onTestFinished(() => {
    cleanup();
    popup.stop();
  });
  await screen.findByRole('main');
  return { main, popup };
}

export function paste(on: HTMLElement, text: string): void {
  fireEvent.paste(on, { clipboardData: { getData: () => text } });
}

export function type(field: HTMLElement, value: string): void {
  fireEvent.input(field, { target: { value } });
}

/** Opens a menu button and chooses one of its items. */
export async function choose(button: RegExp, role: 'menuitemradio' | 'menuitemcheckbox', item: RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: button }));
  fireEvent.click(await screen.findByRole(role, { name: item }));
}
