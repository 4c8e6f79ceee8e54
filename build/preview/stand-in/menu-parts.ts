import type { EventEmitter } from 'node:events';
import type { StoodInImage } from './native-image.ts';

export const MENU_ITEM_TYPES = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'] as const;

export interface StoodInMenuItem {
  id: string;
  type: (typeof MENU_ITEM_TYPES)[number];
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  accelerator: string | undefined;
  role: string | undefined;
  icon: StoodInImage | undefined;
  submenu: StoodInMenu | undefined;
  menu: StoodInMenu | undefined;
  click: (...given: unknown[]) => void;
  /** What a user's click does: checks what is to be checked, then runs `click` or the role. */
  choose(): void;
}

export interface StoodInMenu extends EventEmitter {
  items: StoodInMenuItem[];
  append(item: StoodInMenuItem): void;
  insert(position: number, item: StoodInMenuItem): void;
  getMenuItemById(id: string): StoodInMenuItem | null;
  popup(options?: { callback?: () => void; x?: number; y?: number }): void;
  closePopup(): void;
}
