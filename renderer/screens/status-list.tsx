import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { Preset, Recent } from '../../electron/contract/preset.ts';
import type { Availability } from '../../electron/contract/status.ts';
import { durationText } from '../../electron/contract/texts/duration-texts.ts';
import { teamText } from '../../electron/contract/texts/team-texts.ts';
import { GoneMark } from '../emoji/gone-emoji.tsx';
import { AvailabilityDot } from '../parts/availability.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import type { Popup } from '../state.ts';
import { nameOf, presetRows, type Row, recentRows, teamRows, workspaceRows } from './status-rows.ts';

const T = STATUS_SCREEN.list;

interface Props {
  presets: Preset[];
  recents: Recent[];
  listRef: RefObject<HTMLDivElement | null>;
}

/** Presets and recents as one list box: one tab stop, arrows, digits, letters to filter, Enter to set. */
export function StatusList({ presets, recents, listRef }: Props) {
  const popup = usePopup();
  const id = useId();
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
  const [showsAll, setShowsAll] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const { accounts, teamPresets } = useAppState();
  const workspaces = accounts.filter((account) => account.workspaceStatuses.length > 0);
  const rows = presetRows(popup, id, presets, filter);
  const ofTeam = teamRows(popup, id, teamPresets.presets, filter);
  const recentOnes = recentRows(popup, id, recents, filter);
  const showAll = showsAll ? null : () => setShowsAll(true);
  const offered = workspaces.map((account) => ({ account, rows: workspaceRows(popup, id, account, filter, showAll) }));
  const all = [...rows, ...ofTeam, ...recentOnes, ...offered.flatMap((workspace) => workspace.rows)];
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
      {presets.length + recents.length + teamPresets.presets.length === 0 && <p class="empty">{T.empty}</p>}
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
        <Group id={`${id}-team`} label={teamText(teamPresets)} rows={ofTeam} activeId={activeId} />
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

function WorkspaceDot({ availability }: { availability: Availability | null }) {
  return (
    <span class="emoji dot-room">
      <AvailabilityDot availability={availability} />
    </span>
  );
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
