import type { MenuItemState, MenuState } from '../stand-in/desktop-state.ts';
import { byId, element } from './element.ts';

export interface MenuViewDeps {
  choose(path: number[]): void;
  close(): void;
}

const ROLES: Partial<Record<MenuItemState['type'], string>> = { checkbox: 'menuitemcheckbox', radio: 'menuitemradio' };

function itemsOf(menu: Element): HTMLElement[] {
  return [...menu.children].filter(
    (child): child is HTMLElement => child.getAttribute('role')?.startsWith('menuitem') === true,
  );
}

function move(item: HTMLElement, by: number | 'first' | 'last'): void {
  const items = itemsOf(item.parentElement as Element);
  const at =
    by === 'first' ? 0 : by === 'last' ? items.length - 1 : (items.indexOf(item) + by + items.length) % items.length;
  items[at]?.focus();
}

/** Draws the native menu that is open, with the keys of a menu: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
export function createMenuView(deps: MenuViewDeps): (menu: MenuState | null) => void {
  function drawItem(state: MenuItemState, path: number[]): HTMLElement {
    if (state.type === 'separator') return element('div', { role: 'separator' });
    const item = element('div', {
      role: ROLES[state.type] ?? 'menuitem',
      tabindex: '-1',
      'aria-label': state.label,
      'aria-disabled': !state.enabled && 'true',
      'aria-checked': state.type in ROLES && String(state.checked),
      'aria-haspopup': state.submenu !== null && 'menu',
      'aria-expanded': state.submenu !== null && 'false',
      'aria-description': state.sublabel !== '' && state.sublabel,
      'aria-keyshortcuts': state.accelerator ?? false,
    });
    const label = element('span', { class: 'label' }, state.label);
    if (state.sublabel !== '') label.append(element('span', { class: 'sublabel' }, state.sublabel));
    const mark = state.checked ? (state.type === 'radio' ? '•' : '✓') : '';
    item.append(element('span', { class: 'mark', 'aria-hidden': 'true' }, mark), label);
    if (state.submenu !== null) item.append(element('span', { 'aria-hidden': 'true' }, '›'));
    item.addEventListener('mouseenter', () => item.focus());
    item.addEventListener('click', (click) => {
      click.stopPropagation();
      if (state.submenu !== null) openSubmenu(item, state, path);
      else if (state.enabled) deps.choose(path);
    });
    item.addEventListener('keydown', (press) => onKey(press, item, state, path));
    return item;
  }

  function drawMenu(menu: MenuState, label: string, path: number[]): HTMLElement {
    const drawn = element('div', { role: 'menu', 'aria-label': label });
    for (const [index, item] of menu.items.entries()) if (item.visible) drawn.append(drawItem(item, [...path, index]));
    return drawn;
  }

  function openSubmenu(item: HTMLElement, state: MenuItemState, path: number[]): void {
    if (state.submenu === null || !state.enabled || item.querySelector('[role=menu]') !== null) return;
    const submenu = drawMenu(state.submenu, state.label, path);
    item.append(submenu);
    item.setAttribute('aria-expanded', 'true');
    itemsOf(submenu)[0]?.focus();
  }

  function closeSubmenu(item: HTMLElement): boolean {
    const parent = item.parentElement?.closest<HTMLElement>('[role^=menuitem]');
    if (parent == null) return false;
    parent.querySelector('[role=menu]')?.remove();
    parent.setAttribute('aria-expanded', 'false');
    parent.focus();
    return true;
  }

  function onKey(press: KeyboardEvent, item: HTMLElement, state: MenuItemState, path: number[]): void {
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(item, 1),
      ArrowUp: () => move(item, -1),
      Home: () => move(item, 'first'),
      End: () => move(item, 'last'),
      ArrowRight: () => openSubmenu(item, state, path),
      ArrowLeft: () => void closeSubmenu(item),
      Escape: () => closeSubmenu(item) || deps.close(),
      Enter: () => item.click(),
      ' ': () => item.click(),
      Tab: () => deps.close(),
    };
    const run = keys[press.key];
    if (run === undefined) return;
    press.preventDefault();
    press.stopPropagation();
    run();
  }

  return (menu) => {
    byId('menus').replaceChildren();
    if (menu === null) return;
    const drawn = drawMenu(menu, 'Tray menu', []);
    byId('menus').append(drawn);
    itemsOf(drawn)[0]?.focus();
  };
}
