import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import type { MenuState } from './desktop-state.ts';
import { createMenuItem } from './menu-item.ts';
import type { StoodInMenu, StoodInMenuItem } from './menu-parts.ts';
import { NotStoodInError } from './not-stood-in.ts';
import type { World } from './world.ts';

type Template = (E.MenuItemConstructorOptions | StoodInMenuItem)[];

/** The menus that the page may have open or may open, by a number that it sends back with a click. */
export interface OpenMenus {
  open: { state: MenuState; menu: StoodInMenu } | null;
  show(menu: StoodInMenu, state?: MenuState): void;
  close(): void;
  /** Chooses an item of the open menu by the indexes that lead to it. */
  choose(path: number[]): void;
}

/** What the page draws of a menu, as it is now. */
export function menuState(menu: StoodInMenu): MenuState {
  return {
    items: menu.items.map((item) => ({
      type: item.type,
      label: item.label,
      sublabel: item.sublabel,
      enabled: item.enabled,
      visible: item.visible,
      checked: item.checked,
      accelerator: item.accelerator ?? null,
      icon: item.icon?.toDataURL() ?? null,
      submenu: item.submenu === undefined ? null : menuState(item.submenu),
    })),
  };
}

export function createOpenMenus(world: World): OpenMenus {
  const menus: OpenMenus = {
    open: null,
    show: (menu, state = menuState(menu)) => {
      menus.close();
      menu.emit('menu-will-show', {});
      menus.open = { menu, state };
      world.changed();
    },
    close: () => {
      if (menus.open === null) return;
      const { menu } = menus.open;
      menus.open = null;
      menu.emit('menu-will-close', {});
      world.changed();
    },
    choose: (path) => {
      let items = menus.open?.menu.items ?? [];
      let item: StoodInMenuItem | undefined;
      for (const index of path) {
        item = items[index];
        items = item?.submenu?.items ?? [];
      }
      menus.close();
      if (item?.enabled === true && item.visible) item.choose();
    },
  };
  return menus;
}

/** Makes the `Menu` and `MenuItem` classes. */
export function createMenuClasses(world: World, openMenus: OpenMenus, quit: () => void) {
  class Menu extends EventEmitter implements StoodInMenu {
    items: StoodInMenuItem[] = [];

    static #application: Menu | null = null;

    static setApplicationMenu(menu: Menu | null): void {
      Menu.#application = menu;
    }

    static getApplicationMenu(): Menu | null {
      return Menu.#application;
    }

    static buildFromTemplate(template: Template): Menu {
      if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
      const menu = new Menu();
      for (const entry of template) menu.append('choose' in entry ? entry : itemFrom(entry));
      return menu;
    }

    append(item: StoodInMenuItem): void {
      this.insert(this.items.length, item);
    }

    insert(position: number, item: StoodInMenuItem): void {
      this.items.splice(position, 0, item);
      item.menu = this;
    }

    getMenuItemById(id: string): StoodInMenuItem | null {
      for (const item of this.items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
        if (found) return found;
      }
      return null;
    }

    popup(options: { callback?: () => void } = {}): void {
      if (!world.ready) throw new NotStoodInError('Menu.popup before ready');
      if (options.callback !== undefined) this.once('menu-will-close', () => options.callback?.());
      openMenus.show(this);
    }

    closePopup(): void {
      if (openMenus.open?.menu === this) openMenus.close();
    }
  }

  function itemFrom(options: E.MenuItemConstructorOptions): StoodInMenuItem {
    return createMenuItem(options, {
      platform: world.platform,
      quit,
      submenu: (submenu) =>
        Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as unknown as StoodInMenu),
    });
  }

  // `new MenuItem(…)` answers the object that the constructor returns.
  const MenuItem = ((options: E.MenuItemConstructorOptions) => itemFrom(options)) as unknown as new (
    options: E.MenuItemConstructorOptions,
  ) => StoodInMenuItem;

  return { Menu, MenuItem };
}
