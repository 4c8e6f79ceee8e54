import type * as E from 'electron';
import { completeEmitter } from './not-stood-in.ts';
import type { World } from './world.ts';

/** What windows do on a real desktop and nothing of which shows in the preview. */
const WITHOUT_EFFECT = [
  'moveTop',
  'setAlwaysOnTop',
  'setVisibleOnAllWorkspaces',
  'setSkipTaskbar',
  'setMenu',
  'removeMenu',
  'setVibrancy',
  'setOpacity',
  'setHiddenInMissionControl',
  'setResizable',
  'setMovable',
  'setMinimumSize',
  'setMaximumSize',
  'setMenuBarVisibility',
  'setContentProtection',
  'setWindowButtonVisibility',
  'setIcon',
  'setBackgroundMaterial',
  'setHasShadow',
  'setFocusable',
  'restore',
  'setFullScreenable',
  'setAutoHideMenuBar',
] as const satisfies (keyof E.BrowserWindow)[];

/** Makes the part of `BrowserWindow` that is about where a window is and what it looks like from outside. */
export function createPlacedWindowClass(world: World) {
  return class PlacedWindow extends completeEmitter('BrowserWindow') {
    destroyed = false;
    background: string;
    #title: string;
    #bounds: E.Rectangle;

    constructor(options: E.BrowserWindowConstructorOptions) {
      super();
      const { width = 800, height = 600 } = options;
      const centered = {
        x: Math.round((world.screenSize.width - width) / 2),
        y: Math.round((world.screenSize.height - height) / 2),
      };
      this.#bounds = { x: options.x ?? centered.x, y: options.y ?? centered.y, width, height };
      this.#title = options.title ?? '';
      this.background = options.backgroundColor ?? '#ffffff';
      for (const name of WITHOUT_EFFECT) Object.defineProperty(this, name, { value: () => this.alive() });
    }

    alive(): void {
      if (this.destroyed) throw new TypeError('Object has been destroyed');
    }

    getBounds = (): E.Rectangle => {
      this.alive();
      return { ...this.#bounds };
    };
    getContentBounds = (): E.Rectangle => this.getBounds();
    getSize = (): number[] => [this.getBounds().width, this.getBounds().height];
    getContentSize = (): number[] => this.getSize();
    getPosition = (): number[] => [this.getBounds().x, this.getBounds().y];
    getTitle = (): string => this.#title;
    setTitle = (title: string): void => {
      this.alive();
      this.#title = title;
      world.changed();
    };
    setBackgroundColor = (color: string): void => {
      this.alive();
      this.background = color;
      world.changed();
    };
    setSize = (width: number, height: number): void => this.setBounds({ width, height });
    setContentSize = (width: number, height: number): void => this.setBounds({ width, height });
    setPosition = (x: number, y: number): void => this.setBounds({ x, y });
    setContentBounds = (bounds: Partial<E.Rectangle>): void => this.setBounds(bounds);

    center(): void {
      const { width, height } = this.#bounds;
      this.setBounds({
        x: Math.round((world.screenSize.width - width) / 2),
        y: Math.round((world.screenSize.height - height) / 2),
      });
    }

    setBounds(bounds: Partial<E.Rectangle>): void {
      this.alive();
      for (const [key, value] of Object.entries(bounds)) {
        if (!Number.isInteger(value))
          throw new TypeError(`Error processing argument: ${key} must be an integer, was ${value}`);
      }
      Object.assign(this.#bounds, bounds);
      world.changed();
      if (bounds.width !== undefined || bounds.height !== undefined) this.emit('resize');
      if (bounds.x !== undefined || bounds.y !== undefined) this.emit('move');
    }
  };
}
