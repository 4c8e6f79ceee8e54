import type { EventEmitter } from 'node:events';
import type * as E from 'electron';
import type { MenuState, TrayState } from './desktop-state.ts';
import { menuState, type OpenMenus } from './menu.ts';
import type { StoodInMenu } from './menu-parts.ts';
import { asImage, type StoodInImage } from './native-image.ts';
import { completeEmitter } from './not-stood-in.ts';
import type { World } from './world.ts';

export interface Trays {
  Tray: new (image: E.NativeImage | string, guid?: string) => EventEmitter;
  state(): TrayState | null;
  click(button: 'left' | 'right' | 'middle', double: boolean): void;
}

/** All but those whose types name other stood-in classes. */
type Checked =
  | 'setImage'
  | 'setPressedImage'
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'closeContextMenu'
  | 'getBounds'
  | 'getGUID'
  | 'setIgnoreDoubleClickEvents'
  | 'getIgnoreDoubleClickEvents'
  | 'focus'
  | 'destroy'
  | 'isDestroyed';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NOWHERE: E.Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** Makes the `Tray` class with the events and limits of the world's platform: `https://www.electronjs.org/docs/latest/api/tray` */
export function createTrays(world: World, openMenus: OpenMenus): Trays {
  const trays = new Set<Tray>();

  class Tray extends completeEmitter('Tray') implements Pick<E.Tray, Checked> {
    #image: StoodInImage;
    #tooltip = '';
    #title = '';
    #menu: StoodInMenu | null = null;
    #serializedMenu: MenuState | null = null;
    #destroyed = false;
    #ignoresDoubleClicks = false;
    readonly #guid: string | null;

    constructor(image: E.NativeImage | string, guid?: string) {
      super();
      if (!world.ready) throw new Error('Cannot create Tray before app is ready');
      if (guid !== undefined && !UUID.test(guid)) throw new Error('Invalid GUID format - GUID must be a string');
      this.#guid = guid ?? null;
      this.#image = asImage(image);
      trays.add(this);
      world.changed();
    }

    #alive(): void {
      if (this.#destroyed) throw new Error('Tray is destroyed');
    }

    setImage(image: E.NativeImage | string): void {
      this.#alive();
      this.#image = asImage(image);
      world.changed();
    }

    setPressedImage(): void {
      this.#alive();
    }

    setToolTip(text: string): void {
      this.#alive();
      this.#tooltip = text;
      world.changed();
    }

    setTitle(title: string): void {
      this.#alive();
      if (world.platform !== 'darwin') return;
      this.#title = title;
      world.changed();
    }

    getTitle(): string {
      this.#alive();
      return this.#title;
    }

    setContextMenu(menu: StoodInMenu | null): void {
      this.#alive();
      this.#menu = menu;
      this.#serializedMenu = menu === null ? null : menuState(menu);
    }

    popUpContextMenu(menu?: StoodInMenu): void {
      this.#alive();
      // Only macOS and Windows can open it from code.
      if (world.platform === 'linux') return;
      const shown = menu ?? this.#menu;
      if (shown !== null) openMenus.show(shown);
    }

    closeContextMenu(): void {
      this.#alive();
      if (world.platform !== 'linux') openMenus.close();
    }

    getBounds(): E.Rectangle {
      this.#alive();
      return trayBounds();
    }

    getGUID(): string | null {
      this.#alive();
      return world.platform === 'linux' ? null : this.#guid;
    }

    setIgnoreDoubleClickEvents(ignore: boolean): void {
      this.#alive();
      this.#ignoresDoubleClicks = ignore && world.platform === 'darwin';
    }

    getIgnoreDoubleClickEvents(): boolean {
      this.#alive();
      return this.#ignoresDoubleClicks;
    }

    focus(): void {
      this.#alive();
    }

    destroy(): void {
      if (this.#destroyed) return;
      this.#destroyed = true;
      trays.delete(this);
      world.changed();
    }

    isDestroyed(): boolean {
      return this.#destroyed;
    }

    state(): TrayState {
      return {
        tooltip: this.#tooltip,
        title: this.#title,
        icon: this.#image.toDataURL(),
        template: this.#image.isTemplateImage(),
      };
    }

    press(button: 'left' | 'right' | 'middle', double: boolean): void {
      const keys = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
      const opensMenu =
        this.#menu !== null && (button === 'right' || (button === 'left' && world.platform === 'darwin'));
      if (opensMenu && this.#menu !== null) {
        // On Linux the desktop draws a copy that was sent to it by `setContextMenu`.
        openMenus.show(this.#menu, world.platform === 'linux' ? (this.#serializedMenu ?? undefined) : undefined);
        return;
      }
      if (button === 'left')
        this.emit(double && !this.#ignoresDoubleClicks ? 'double-click' : 'click', keys, trayBounds(), { x: 0, y: 0 });
      else if (button === 'right' && world.platform !== 'linux') this.emit('right-click', keys, trayBounds());
      else if (button === 'middle' && world.platform === 'win32') this.emit('middle-click', keys, trayBounds());
    }
  }

  function trayBounds(): E.Rectangle {
    if (world.platform === 'linux') return { ...NOWHERE };
    return { x: world.screenSize.width - 160, y: 0, width: 24, height: 36 };
  }

  const first = () => [...trays][0] ?? null;
  return {
    Tray: Tray as unknown as Trays['Tray'],
    state: () => first()?.state() ?? null,
    click: (button, double) => first()?.press(button, double),
  };
}
