import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PHRASES } from '../../electron/contract/languages/en/phrases.ts';

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  /** Smaller words behind the label. */
  detail?: string | undefined;
  checked: boolean;
  choose: () => void;
  /** Where this item is of another kind than the menu; `action` does something and closes the menu. */
  kind?: 'radio' | 'checkbox' | 'action' | undefined;
}

interface Props {
  /** What the menu is about, said before the button's own words. */
  label: string;
  children: ComponentChildren;
  /** Radio items close the menu when chosen; checkbox items leave it open. */
  kind: 'radio' | 'checkbox';
  /** Called while the menu is open. */
  items: () => MenuItem[];
}

/** A button that opens a menu, by the ARIA practices: arrows, Home, End, first letters, Esc. */
export function Menu({ label, children, kind, items }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (open && list.current) fitInto(list.current, SCREEN);
    if (open) (choices(list.current).find(isChecked) ?? choices(list.current)[0])?.focus();
  }, [open]);

  const close = (focusButton: boolean) => {
    setOpen(false);
    if (focusButton) button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) close(true);
    else if (event.key === 'Tab') return close(false);
    else if (!moveFocus(list.current, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      class="menu-holder"
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close(false);
      }}
    >
      <button
        type="button"
        class="pill"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            setOpen(true);
          } else if (open) onKeyDown(event);
        }}
      >
        <span class="sr-only">{PHRASES.label({ label })} </span>
        {children}
      </button>
      {open && (
        <div class="menu" role="menu" tabIndex={-1} aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {items().map((item) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have support it.
            <button
              key={item.key}
              type="button"
              class="menu-item"
              role={ROLES[item.kind ?? kind]}
              aria-checked={item.kind === 'action' ? undefined : item.checked}
              tabIndex={-1}
              onClick={() => {
                item.choose();
                if ((item.kind ?? kind) !== 'checkbox') close((item.kind ?? kind) === 'radio');
              }}
            >
              <span class="check" aria-hidden="true" />
              <span class="menu-label">{item.label}</span>
              {item.detail && <small>{item.detail}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const SCREEN = 'main';
const SHORTEST_MENU = 120;

/** A long menu scrolls inside the screen rather than lie under what follows it. */
function fitInto(menu: HTMLElement, screen: string): void {
  const bottom = menu.closest(screen)?.getBoundingClientRect().bottom ?? window.innerHeight;
  const room = bottom - menu.getBoundingClientRect().top - 8;
  menu.style.maxBlockSize = `${Math.max(SHORTEST_MENU, Math.min(330, room))}px`;
}

const ROLES = { radio: 'menuitemradio', checkbox: 'menuitemcheckbox', action: 'menuitem' } as const;

function choices(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function isChecked(item: HTMLElement): boolean {
  return item.getAttribute('aria-checked') === 'true';
}

/** True where the key meant another item. */
function moveFocus(list: HTMLElement | null, key: string): boolean {
  const all = choices(list);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const target = targetOf(all, at, key);
  target?.focus();
  return target !== undefined;
}

function targetOf(all: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const startsWith = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase());
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(startsWith);
}
