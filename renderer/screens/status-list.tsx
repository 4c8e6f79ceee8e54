import type { Ref } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { Preset, Recent } from '../../electron/contract/preset.ts';
import type { Availability } from '../../electron/contract/status.ts';
import { durationText } from '../../electron/contract/texts/duration-texts.ts';
import { availabilityText, emojiText } from '../../electron/contract/texts/status-texts.ts';
import { GoneMark } from '../emoji/gone-emoji.tsx';
import { AvailabilityDot, nameThere } from '../parts/availability.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import type { Popup } from '../state.ts';

const T = STATUS_SCREEN.list;
const DIGITS = 9;
/** A workspace may offer hundreds, and each row is drawn anew with each key: those beyond these come when asked for. */
const SHOWN_OF_WORKSPACE = 8;

interface Props {
  presets: Preset[];
  recents: Recent[];
  listRef: Ref<HTMLDivElement>;
}

interface Row {
  id: string;
  what: Preset | Recent;
  digit: number | null;
  /** Only of what a workspace offers to everyone there: its own name for the availability, or nothing. */
  there?: string;
  apply: () => void;
}

/** Presets and recents as one list box: one tab stop, arrows, digits, letters to filter, Enter to set. */
export function StatusList({ presets, recents, listRef }: Props) {
  const popup = usePopup();
  const id = useId();
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
  const [showsAll, setShowsAll] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const workspaces = useAppState().accounts.filter((account) => account.workspaceStatuses.length > 0);

  const rows = presetRows(popup, id, presets, filter);
  const recentOnes = recentRows(popup, id, recents, filter);
  const offered = workspaces.map((account) => {
    const found = workspaceRows(popup, id, account, filter);
    return { account, rows: showsAll ? found : firstOf(found, `${id}-more-${account.id}`, () => setShowsAll(true)) };
  });
  const all = [...rows, ...recentOnes, ...offered.flatMap((workspace) => workspace.rows)];
  const active = all[Math.min(at, all.length - 1)];
  const activeId = active?.id;

  useEffect(() => {
    const row = activeId && document.getElementById(activeId);
    if (row && scroller.current?.matches(':focus-within')) row.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = filter === '' && /^[1-9]$/.test(event.key) ? Number(event.key) : null;
    const next = nextIndex(event.key, Math.min(at, all.length - 1), all.length);
    const typed = nextFilter(event.key, filter);
    if (digit !== null) rows[digit - 1]?.apply();
    else if (event.key === 'Enter') active?.apply();
    else if (next !== null) setAt(next);
    else if (event.key === 'Delete' && active) forget(popup, recents, active.what);
    else if (typed !== filter) {
      setFilter(typed);
      setAt(0);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="list-scroller" ref={scroller}>
      {filter !== '' && (
        <p class="filter" role="status">
          {all.length === 0 ? T.nothing({ typed: filter }) : T.filter({ typed: filter })}
        </p>
      )}
      {presets.length === 0 && recents.length === 0 && <p class="empty">{T.empty}</p>}
      <p class="sr-only" id={`${id}-hint`}>
        {T.hint}
      </p>
      <div
        class="list"
        role="listbox"
        tabIndex={0}
        ref={listRef}
        aria-label={T.label}
        aria-describedby={`${id}-hint`}
        aria-activedescendant={activeId}
        onKeyDown={onKeyDown}
        onBlur={() => setFilter('')}
      >
        <Group id={`${id}-presets`} label={T.presets} rows={rows} activeId={activeId} />
        <Group id={`${id}-recents`} label={T.recents} rows={recentOnes} activeId={activeId} />
        {offered.map(({ account, rows: ofWorkspace }) => (
          <Group
            key={account.id}
            id={`${id}-workspace-${account.id}`}
            label={T.workspace({ server: account.serverName })}
            rows={ofWorkspace}
            activeId={activeId}
          />
        ))}
      </div>
    </div>
  );
}

function Group({
  id,
  label,
  rows,
  activeId,
}: {
  id: string;
  label: string;
  rows: Row[];
  activeId: string | undefined;
}) {
  const { locale } = useAppState();
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box may hold only options and groups of them.
    <div role="group" aria-labelledby={id}>
      <div class="list-title" id={id} role="presentation">
        {label}
      </div>
      {rows.map(({ id: rowId, what, digit, there, apply }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list box, which has the focus.
        // biome-ignore lint/a11y/useFocusableInteractive: the list box names the active option instead.
        <div
          key={rowId}
          id={rowId}
          class="row"
          role="option"
          aria-selected={rowId === activeId}
          aria-keyshortcuts={digit?.toString()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={apply}
        >
          {there === undefined ? <Emoji emoji={what.emoji} /> : <WorkspaceDot availability={what.availability} />}
          <span class="row-text">{nameOf(what)}</span>
          <GoneMark emoji={what.emoji} />
          <span class="row-end">{there ?? durationText(what.duration, locale)}</span>
          <span class="digit" aria-hidden="true">
            {digit}
          </span>
        </div>
      ))}
    </div>
  );
}

function presetRows({ run }: Popup, id: string, presets: Preset[], filter: string): Row[] {
  return presets
    .map((what, index) => ({
      id: `${id}-preset-${what.id}`,
      what,
      digit: index < DIGITS ? index + 1 : null,
      apply: () => void run('apply-preset', { presetId: what.id }),
    }))
    .filter((row) => matches(row.what, filter));
}

function recentRows({ run }: Popup, id: string, recents: Recent[], filter: string): Row[] {
  return recents
    .filter((what) => matches(what, filter))
    .map((what) => ({
      id: `${id}-recent-${what.id}`,
      what,
      digit: null,
      apply: () => void run('apply-recent', { recentId: what.id }),
    }));
}

/** Set on that workspace alone: the others do not know it. */
function workspaceRows({ run }: Popup, id: string, account: AccountState, filter: string): Row[] {
  const duration = { kind: 'none' as const };
  return account.workspaceStatuses
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
}

/** The first few, and below them how many more there are: choosing that shows them. */
function firstOf(rows: Row[], id: string, apply: () => void): Row[] {
  const rest = rows.length - SHOWN_OF_WORKSPACE;
  if (rest <= 1) return rows;
  const what = {
    id,
    emoji: null,
    text: T.more({ count: rest }),
    availability: null,
    duration: { kind: 'none' as const },
  };
  return [...rows.slice(0, SHOWN_OF_WORKSPACE), { id, what, digit: null, there: '', apply }];
}

function WorkspaceDot({ availability }: { availability: Availability | null }) {
  return (
    <span class="emoji dot-room">
      <AvailabilityDot availability={availability} />
    </span>
  );
}

function matches(what: Preset | Recent, filter: string): boolean {
  return nameOf(what).toLocaleLowerCase().includes(filter.toLocaleLowerCase());
}

/** A recent status may have no text; then its emoji or availability is its name. */
function nameOf({ text, emoji, availability }: Preset | Recent): string {
  if (text.trim() !== '') return text;
  if (availability !== null) return availabilityText(availability);
  return emoji === null ? STATUS_SCREEN.now.none : emojiText(emoji);
}

function forget({ run }: Popup, recents: Recent[], what: Preset | Recent): void {
  if (recents.some((recent) => recent === what)) void run('forget-recent', { recentId: what.id });
}

function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function nextFilter(key: string, filter: string): string {
  if (key === 'Escape') return '';
  if (key === 'Backspace') return filter.slice(0, -1);
  if (key === ' ' && filter === '') return filter;
  return [...key].length === 1 ? filter + key : filter;
}
