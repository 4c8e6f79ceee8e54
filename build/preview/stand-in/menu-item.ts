import type * as E from 'electron';
import { parseAccelerator } from './accelerator.ts';
import { MENU_ITEM_TYPES, type StoodInMenu, type StoodInMenuItem } from './menu-parts.ts';
import { asImage } from './native-image.ts';
import { complete, NotStoodInError } from './not-stood-in.ts';

export interface MenuItemDeps {
  platform: string;
  quit(): void;
  submenu(given: NonNullable<E.MenuItemConstructorOptions['submenu']>): StoodInMenu;
}

function checkLikeElectron(options: E.MenuItemConstructorOptions, deps: MenuItemDeps): void {
  const { type, label, role, submenu, accelerator } = options;
  if (type !== undefined && !(MENU_ITEM_TYPES as readonly string[]).includes(type))
    throw new TypeError(`Unknown menu item type: ${type}`);
  if (type === 'submenu' && submenu === undefined) throw new Error('Invalid submenu');
  if (type === undefined && label === undefined && role === undefined && submenu === undefined) {
    throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
  }
  if (accelerator !== undefined && accelerator !== null && parseAccelerator(accelerator, deps.platform) === null) {
    throw new TypeError(`Invalid accelerator: ${accelerator}`);
  }
  if (role !== undefined && role !== 'quit') throw new NotStoodInError(`MenuItem role '${role}'`);
}

export function createMenuItem(options: E.MenuItemConstructorOptions, deps: MenuItemDeps): StoodInMenuItem {
  checkLikeElectron(options, deps);
  const item: StoodInMenuItem = {
    id: options.id ?? '',
    type: options.type ?? (options.submenu === undefined ? 'normal' : 'submenu'),
    label: options.label ?? (options.role === 'quit' ? 'Quit' : ''),
    sublabel: options.sublabel ?? '',
    toolTip: options.toolTip ?? '',
    enabled: options.enabled ?? true,
    visible: options.visible ?? true,
    checked: options.checked ?? false,
    accelerator: options.accelerator ?? undefined,
    role: options.role,
    icon: options.icon === undefined ? undefined : asImage(options.icon),
    submenu: options.submenu === undefined ? undefined : deps.submenu(options.submenu),
    menu: undefined,
    click: (...given) => (options.click as ((...given: unknown[]) => void) | undefined)?.(...given),
    choose: () => {
      if (item.type === 'checkbox') item.checked = !item.checked;
      if (item.type === 'radio') checkAlone(item);
      if (item.role === 'quit') deps.quit();
      else item.click(item, undefined, { triggeredByAccelerator: false });
    },
  };
  return complete('MenuItem', item);
}

/** Unchecks the other radio items that stand next to this one, up to the next item of another type. */
function checkAlone(item: StoodInMenuItem): void {
  const siblings = item.menu?.items ?? [];
  const at = siblings.findIndex((sibling) => sibling === item || sibling.choose === item.choose);
  let first = at;
  while (siblings[first - 1]?.type === 'radio') first -= 1;
  for (let index = first; siblings[index]?.type === 'radio'; index += 1) {
    const sibling = siblings[index];
    if (sibling !== undefined) sibling.checked = index === at;
  }
  item.checked = true;
}
