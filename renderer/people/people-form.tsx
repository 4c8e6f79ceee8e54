import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { atField, type FieldProblem } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { Status } from '../../electron/contract/status.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { statusOf } from '../draft.ts';
import { StatusTextInput } from '../emoji/status-text-input.tsx';
import { AvailabilityPill } from '../parts/availability-pill.tsx';
import { Button } from '../parts/button.tsx';
import { DurationPill } from '../parts/duration-pill.tsx';
import { EmojiField } from '../parts/emoji-field.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { usePopup } from '../popup-context.ts';
import type { Popup } from '../state.ts';
import { strictestLength, type TextLength } from '../text-length.ts';
import { ChosenPeople } from './chosen-people.tsx';
import { FindPeople } from './find-people.tsx';
import { PresetPill } from './preset-pill.tsx';
import { clearedFor, whoText } from './status-for-others.ts';

const T = PEOPLE;

/** Whom, what and how long. Every button says for whom it is. */
export function PeopleForm({ account }: { account: AccountState }) {
  const popup = usePopup();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const { people, status: draft } = popup.people;
  const wrong = popup.people.wrong.value;
  const length = strictestLength([account], draft.emoji.value, draft.text.value);
  const reason = reasonNotToSet(popup, length);
  const who = whoText(people.value);
  const at = (...fields: FieldProblem['field'][]) =>
    wrong && fields.includes(wrong.field) ? problemText(wrong.problem) : null;

  const send = async (status: Status) => {
    setBusy(true);
    const personIds = people.value.map((person) => person.id);
    const answer = await popup.ask('set-status-for', { accountId: account.id, personIds, status });
    setBusy(false);
    if (answer.ok) popup.people.reset();
    else popup.people.wrong.value = atField(answer.problem);
  };

  return (
    <form
      aria-label={T.label}
      class="people-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null && !busy) void send(statusOf(draft, Date.now()));
      }}
    >
      <FindPeople account={account} problem={wrong?.field === 'people' ? wrong.problem : null} />
      <ChosenPeople />
      <StatusLine account={account} length={length} describedBy={`${id}-text`} />
      <ProblemLine
        id={`${id}-text`}
        text={
          isOver(length)
            ? STATUS_SCREEN.compose.tooLong({ over: length.length - length.max, server: account.serverName })
            : at('text', 'emoji')
        }
      />
      <div class="pills">
        {account.kind === 'rocket-chat' && <AvailabilityPill availability={draft.availability} accounts={[account]} />}
        <DurationPill duration={draft.duration} then={draft.then} />
        <PresetPill account={account} />
      </div>
      <ProblemLine text={at('availability', 'end')} />
      {draft.duration.value.kind !== 'none' && !account.capabilities.endsByItself && <p class="hint">{T.keptByApp}</p>}
      <p class="for-whom">
        {people.value.length === 0 ? T.choosePeople : T.forWhom({ who, server: account.serverName })}
      </p>
      <ProblemLine text={at(null)} />
      <div class="page-actions">
        <Button look="primary" type="submit" disabled={reason !== null} busy={busy} describedBy={`${id}-reason`}>
          {T.set({ who })}
        </Button>
        <Button
          look="plain"
          disabled={people.value.length === 0}
          busy={busy}
          onClick={() => void send(clearedFor(account))}
        >
          {T.clear({ who })}
        </Button>
      </div>
      <p class="sr-only" id={`${id}-reason`}>
        {reason}
      </p>
    </form>
  );
}

interface StatusLineProps {
  account: AccountState;
  length: TextLength | null;
  describedBy: string;
}

function StatusLine({ length, describedBy }: StatusLineProps) {
  const { status: draft, wrong } = usePopup().people;
  const input = useRef<HTMLInputElement>(null);
  const isHere = wrong.value?.field === 'text' || wrong.value?.field === 'emoji';
  useLayoutEffect(() => {
    if (isHere) input.current?.focus();
  }, [isHere, wrong.value]);
  return (
    <div class={isOver(length) ? 'compose-field wrong over' : isHere ? 'compose-field wrong' : 'compose-field'}>
      <EmojiField emoji={draft.emoji} label={T.emoji} />
      <StatusTextInput
        label={T.text}
        text={draft.text}
        emoji={draft.emoji}
        inputRef={input}
        describedBy={describedBy}
        invalid={isOver(length) || isHere}
        placeholder={T.placeholder}
      />
      {length !== null && (
        <span class="counter">
          <span aria-hidden="true">{STATUS_SCREEN.compose.counter({ length: length.length, max: length.max })}</span>
          <span class="sr-only">{STATUS_SCREEN.compose.counterLong({ length: length.length, max: length.max })}</span>
        </span>
      )}
    </div>
  );
}

function isOver(length: TextLength | null): length is TextLength {
  return length !== null && length.length > length.max;
}

function reasonNotToSet({ people: { people, status } }: Popup, length: TextLength | null): string | null {
  if (people.value.length === 0) return T.choosePeople;
  if (isOver(length))
    return STATUS_SCREEN.compose.tooLong({ over: length.length - length.max, server: length.serverName });
  const empty = status.text.value.trim() === '' && status.emoji.value === null && status.availability.value === null;
  return empty ? T.nothing : null;
}
