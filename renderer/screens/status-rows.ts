import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { Preset, Recent } from '../../electron/contract/preset.ts';
import { availabilityText, emojiText } from '../../electron/contract/texts/status-texts.ts';
import { nameThere } from '../parts/availability.tsx';
import type { Popup } from '../state.ts';

const DIGITS = 9;
/** A workspace may offer hundreds, and each row is drawn anew with each key: those beyond these come when asked for. */
const SHOWN_OF_WORKSPACE = 8;

/** A line of the status list. */
export interface Row {
  id: string;
  what: Preset | Recent;
  digit: number | null;
  /** Only of what a workspace offers to everyone there: its own name for the availability, or nothing. */
  there?: string;
  apply: () => void;
}

export function presetRows({ run }: Popup, id: string, presets: Preset[], filter: string): Row[] {
  return presets
    .map((what, index) => ({
      id: `${id}-preset-${what.id}`,
      what,
      digit: index < DIGITS ? index + 1 : null,
      apply: () => void run('apply-preset', { presetId: what.id }),
    }))
    .filter((row) => matches(row.what, filter));
}

/** The digits are for one's own. */
export function teamRows(popup: Popup, id: string, presets: Preset[], filter: string): Row[] {
  return presetRows(popup, id, presets, filter).map((row) => ({ ...row, digit: null }));
}

export function recentRows({ run }: Popup, id: string, recents: Recent[], filter: string): Row[] {
  return recents
    .filter((what) => matches(what, filter))
    .map((what) => ({
      id: `${id}-recent-${what.id}`,
      what,
      digit: null,
      apply: () => void run('apply-recent', { recentId: what.id }),
    }));
}

/** A workspace's own, set there alone: the others do not know it. `showAll` is null where all are shown. */
export function workspaceRows(
  { run }: Popup,
  id: string,
  account: AccountState,
  filter: string,
  showAll: (() => void) | null,
): Row[] {
  const duration = { kind: 'none' as const };
  const rows = account.workspaceStatuses
    .map((status) => ({ id: status.id, emoji: null, text: status.name, availability: status.availability, duration }))
    .filter((what) => matches(what, filter))
    .map((what) => ({
      id: `${id}-workspace-${account.id}-${what.id}`,
      what,
      digit: null,
      there: what.availability === null ? '' : nameThere(account.capabilities, what.availability),
      apply: () => {
        const { text, availability } = what;
        const status = { emoji: null, text, availability, until: null, then: 'clear' as const };
        void run('set-status', { status, accountIds: [account.id], duration });
      },
    }));
  return showAll === null ? rows : firstOf(rows, `${id}-more-${account.id}`, showAll);
}

/** The first few, and below them how many more there are: choosing that shows them. */
function firstOf(rows: Row[], id: string, apply: () => void): Row[] {
  const rest = rows.length - SHOWN_OF_WORKSPACE;
  if (rest <= 1) return rows;
  const what = {
    id,
    emoji: null,
    text: STATUS_SCREEN.list.more({ count: rest }),
    availability: null,
    duration: { kind: 'none' as const },
  };
  return [...rows.slice(0, SHOWN_OF_WORKSPACE), { id, what, digit: null, there: '', apply }];
}

function matches(what: Preset | Recent, filter: string): boolean {
  return nameOf(what).toLocaleLowerCase().includes(filter.toLocaleLowerCase());
}

/** A recent status may have no text; then its emoji or availability is its name. */
export function nameOf({ text, emoji, availability }: Preset | Recent): string {
  if (text.trim() !== '') return text;
  if (availability !== null) return availabilityText(availability);
  return emoji === null ? STATUS_SCREEN.now.none : emojiText(emoji);
}
