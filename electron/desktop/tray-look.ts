import type { AppState } from '../contract/app-state.ts';
import { currentStatus, isAbsent, saysSomething, shownStatus, troubledAccounts } from '../contract/current-status.ts';
import { MENU } from '../contract/languages/en/menu.ts';
import { remainingText, untilText } from '../contract/texts/duration-texts.ts';
import { joined } from '../contract/texts/joined.ts';
import { statusText } from '../contract/texts/status-texts.ts';

export type TrayIcon = 'none' | 'set' | 'away' | 'trouble';

export interface TrayLook {
  icon: TrayIcon;
  tooltip: string;
}

/** Windows cuts a tooltip at 127 UTF-16 units. https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw */
const LONGEST_TOOLTIP = 127;

/** How the tray icon looks and what it says. `now` in milliseconds since the epoch. */
export function trayLook(state: AppState, now: number): TrayLook {
  const troubled = troubledAccounts(state);
  const { status, until } = currentWords(state, now);
  const current = currentStatus(state);
  const end = current.kind === 'same' ? current.status.until : null;
  // Only here, not in the menu: on Linux a menu whose words change each minute would close under the mouse.
  const words = joined([status, until, until !== null && end !== null && remainingText(end, now)]);
  const tooltip =
    troubled === 0
      ? MENU.tooltip({ status: words })
      : MENU.tooltipTrouble({ status: words, trouble: MENU.trouble({ count: troubled }) });
  return { icon: iconOf(state, troubled), tooltip: shorten(tooltip) };
}

/** The current status of all accounts in words. */
export function currentWords(state: AppState, now: number): { status: string; until: string | null } {
  const current = currentStatus(state);
  if (current.kind === 'no-accounts') return { status: MENU.noAccounts, until: null };
  if (current.kind === 'mixed') return { status: MENU.mixed, until: null };
  const { until } = current.status;
  return {
    status: statusText(current.status),
    until: until === null || until <= now ? null : untilText(until, now, state.locale),
  };
}

/**
 * The file of an icon in the folder of tray icons. macOS colours a template by itself; Windows' bar is light or dark; on
 * Linux it can't be known, so one coloured picture serves both.
 */
export function trayIconFile(icon: TrayIcon, platform: NodeJS.Platform, darkBar: boolean): string {
  if (platform === 'darwin') return `${icon}Template.png`;
  if (platform === 'win32') return `${icon}-${darkBar ? 'dark' : 'light'}.ico`;
  return `${icon}.png`;
}

function iconOf(state: AppState, troubled: number): TrayIcon {
  if (troubled > 0) return 'trouble';
  const shown = state.accounts.map(shownStatus).filter((status) => status !== null);
  if (shown.some((status) => isAbsent(status.availability))) return 'away';
  return shown.some(saysSomething) ? 'set' : 'none';
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TOOLTIP) return text;
  // Cut between characters, never inside an emoji.
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > LONGEST_TOOLTIP - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
