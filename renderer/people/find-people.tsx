import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FoundPeople, Person } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { ProblemLine } from '../parts/field.tsx';
import { usePopup } from '../popup-context.ts';
import { PresentStatus } from './present-status.tsx';

const T = PEOPLE;
/** How long the keys must rest before a server is asked, in milliseconds. */
const REST_MS = 180;
const NOBODY: FoundPeople = { people: [], all: 0 };

/** A combo box that finds people as one types; those chosen already and oneself are not offered. */
export function FindPeople({ account, problem }: { account: AccountState; problem: Problem | null }) {
  const { people, query } = usePopup().people;
  const id = useId();
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const { found, failed, asked } = useFound(account.id, query.value);
  const chosen = new Set(people.value.map((person) => person.id));
  const offered = found.people.filter((person) => !chosen.has(person.id) && person.id !== account.userId);
  const open = offered.length > 0 && query.value.trim() !== '' && !closed;
  const active = offered[Math.min(at, offered.length - 1)];
  const activeId = open && active ? `${id}-${active.id}` : undefined;

  const take = (person: Person | undefined) => {
    if (person === undefined) return;
    people.value = [...people.value, person];
    query.value = '';
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (open && by !== undefined) setAt((offered.indexOf(active as Person) + by + offered.length) % offered.length);
    // Not while another answer is on its way: the first of an older one may be somebody else.
    else if (open && asked && event.key === 'Enter') take(active);
    else if (open && event.key === 'Escape') setClosed(true);
    // A form would be sent by it, for others than one thinks.
    else if (event.key === 'Enter') event.preventDefault();
    else if (event.key === 'Backspace' && query.value === '') people.value = people.value.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const more = moreText(found);
  const said = saidOf(query.value, asked, offered.length, more, failed);

  return (
    <div class="field find-people">
      <label for={id}>{T.find}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        placeholder={T.findHint}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-invalid={problem || failed ? true : undefined}
        aria-describedby={problem || failed ? `${id}-problem` : undefined}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          setClosed(false);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setClosed(true)}
        onFocus={() => setClosed(false)}
      />
      <FoundList id={id} open={open} people={offered} active={active} take={take} more={more} />
      <p class={asked && said !== '' && offered.length === 0 && !failed ? 'hint' : 'sr-only'} role="status">
        {said}
      </p>
      <ProblemLine id={`${id}-problem`} text={(problem ?? failed) && problemText((problem ?? failed) as Problem)} />
    </div>
  );
}

interface FoundListProps {
  id: string;
  open: boolean;
  people: Person[];
  active: Person | undefined;
  take: (person: Person) => void;
  more: string;
}

function FoundList({ id, open, people, active, take, more }: FoundListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);
  return (
    <div class="found-people" hidden={!open}>
      <div role="listbox" id={`${id}-list`} aria-label={T.find} ref={list}>
        {people.map((person) => (
          <FoundPerson
            key={person.id}
            id={`${id}-${person.id}`}
            person={person}
            active={person === active}
            take={() => take(person)}
          />
        ))}
      </div>
      {more !== '' && (
        <p class="found-more" aria-hidden="true">
          {more}
        </p>
      )}
    </div>
  );
}

interface FoundPersonProps {
  id: string;
  person: Person;
  active: boolean;
  take: () => void;
}

function FoundPerson({ id, person, active, take }: FoundPersonProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option instead.
    <div
      id={id}
      class="row found-person"
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={take}
    >
      <span class="person-words">
        <b>{person.fullName}</b>
        <small>{person.email ?? person.userName}</small>
      </span>
      <PresentStatus reported={person.reported} />
    </div>
  );
}

/** The people whom the last query found; an answer that comes late, for an older query, is dropped. */
function useFound(accountId: string, query: string) {
  const popup = usePopup();
  const [answer, setAnswer] = useState<{ query: string; found: FoundPeople; failed: Problem | null } | null>(null);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === '') return setAnswer(null);
    let late = false;
    const timer = setTimeout(async () => {
      const result = await popup.ask('find-people', { accountId, query: wanted });
      if (late) return;
      setAnswer({ query: wanted, found: result.ok ? result.value : NOBODY, failed: result.ok ? null : result.problem });
    }, REST_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [popup, accountId, wanted]);
  return { found: answer?.found ?? NOBODY, failed: answer?.failed ?? null, asked: answer?.query === wanted };
}

/** That there are others than those shown, who come with more letters; empty where these are all. */
function moreText({ people, all }: FoundPeople): string {
  if (all === null) return T.perhapsMore({ shown: people.length });
  return all > people.length ? T.more({ shown: people.length, all }) : '';
}

function saidOf(query: string, asked: boolean, count: number, more: string, failed: Problem | null): string {
  if (query.trim() === '' || failed !== null) return '';
  if (!asked) return T.searching;
  return more || (count === 0 ? T.nobody({ query: query.trim() }) : T.found({ count }));
}
