import type { WindowState } from '../stand-in/desktop-state.ts';
import type { Channel } from './channel.ts';
import { byId, element } from './element.ts';

export interface WindowFrames {
  draw(windows: WindowState[]): void;
  /** Something outside all windows was pressed. */
  pressedOutside(): void;
  hasFocus(): boolean;
}

interface Frame {
  frame: HTMLIFrameElement;
  state: WindowState | null;
  /** False until its page is there: what is pressed before would be lost. */
  loaded: boolean;
}

/** Left between a window and the page's right edge, in CSS pixels. */
const MARGIN = 12;

/** Shows each of the app's windows as a frame, where and as large as main has put it. */
export function createWindowFrames(line: Channel, onKeyDown: (press: KeyboardEvent) => void): WindowFrames {
  const frames = new Map<number, Frame>();

  function create(id: number): Frame {
    const frame = element('iframe', { class: 'window hidden', 'data-window': String(id) });
    const made: Frame = { frame, state: null, loaded: false };
    frame.addEventListener('load', () => {
      if (made.state?.frame == null) return;
      frame.contentWindow?.addEventListener('keydown', (press) => forwardKey(id, made, press), { capture: true });
      frame.contentWindow?.addEventListener('focus', () => line.act({ do: 'focus-window', windowId: id }));
      line.act({ do: 'frame-loaded', windowId: id });
      made.loaded = true;
      place(made, made.state);
      if (made.state.focused && made.state.visible) frame.contentWindow?.focus();
    });
    byId('windows').append(frame);
    frames.set(id, made);
    return made;
  }

  function forwardKey(windowId: number, { state }: Frame, press: KeyboardEvent): void {
    onKeyDown(press);
    if (state?.watchesKeys !== true) return;
    const { key, code, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta } = press;
    line.act({ do: 'key', windowId, input: { type: 'keyDown', key, code, control, shift, alt, meta } });
  }

  function place({ frame, loaded }: Frame, { bounds, title, backgroundColor, visible }: WindowState): void {
    frame.title = title;
    Object.assign(frame.style, {
      // Main may have placed it before it knew how large this page is.
      left: `${Math.max(0, Math.min(bounds.x, innerWidth - bounds.width - MARGIN))}px`,
      top: `${bounds.y}px`,
      width: `${bounds.width}px`,
      height: `${bounds.height}px`,
      background: backgroundColor,
    });
    frame.classList.toggle('hidden', !visible || !loaded);
  }

  function draw(windows: WindowState[]): void {
    for (const [id, { frame }] of frames) {
      if (windows.some((window) => window.id === id)) continue;
      frame.remove();
      frames.delete(id);
    }
    for (const window of windows) {
      const shown = frames.get(window.id) ?? create(window.id);
      const before = shown.state;
      shown.state = window;
      if (window.frame !== null && before?.loads !== window.loads) {
        shown.loaded = false;
        shown.frame.src = window.frame;
      }
      place(shown, window);
      const nowFocused = window.focused && window.visible && !(before?.focused === true && before.visible);
      if (nowFocused) shown.frame.contentWindow?.focus();
      if (!window.visible && document.activeElement === shown.frame) shown.frame.blur();
    }
  }

  return {
    draw,
    hasFocus: () => [...frames.values()].some(({ state }) => state?.focused === true),
    pressedOutside: () => {
      for (const [windowId, { state }] of frames)
        if (state?.focused === true) line.act({ do: 'blur-window', windowId });
    },
  };
}
