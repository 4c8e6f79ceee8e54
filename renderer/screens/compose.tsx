import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Status } from '../../electron/contract/status.ts';
import { chosenIds } from '../chosen-ids.ts';
import { statusOf } from '../draft.ts';
import { StatusTextInput } from '../emoji/status-text-input.tsx';
import { Button } from '../parts/button.tsx';
import { EmojiField } from '../parts/emoji-field.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import type { Popup } from '../state.ts';
import { strictestLength, type TextLength } from '../text-length.ts';
import { ComposePills, Counter, LookLines, ProblemWords } from './next-frame.tsx';

const T = STATUS_SCREEN.compose;
const MINUTE_MS = 60_000;

interface Props {
  textRef: Ref<HTMLInputElement>;
  /** Moves the keyboard on to the list below. */
  toList: () => void;
}

/** The line to say something new: emoji, words, availability, duration, accounts. */
export function Compose({ textRef, toList }: Props) {
  const popup = usePopup();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { accounts, settings } = useAppState();
  const { draft } = popup;
  const ids = chosenIds(accounts, settings.chosenAccountIds);
  const chosen = accounts.filter((account) => ids.includes(account.id));
  const length = strictestLength(chosen, draft.emoji.value, draft.text.value);
  const reason = reasonNotToSet(popup, chosen, length);

  const set = async () => {
    if (reason !== null) return;
    setProblem(await setDraft(popup, settings.chosenAccountIds === null ? null : ids));
  };
  const clear = async () => {
    const answer = await popup.ask('clear-status', { accountIds: settings.chosenAccountIds === null ? null : ids });
    setProblem(answer.ok ? null : answer.problem);
  };

  return (
    <form
      class="compose"
      aria-label={T.label}
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <div class={isTooLong(length) ? 'compose-field wrong' : 'compose-field'}>
        <EmojiField emoji={draft.emoji} />
        <StatusTextInput
          label={T.text}
          text={draft.text}
          emoji={draft.emoji}
          inputRef={textRef}
          describedBy={`${id}-reason`}
          invalid={isTooLong(length)}
          placeholder={T.placeholder}
          onDown={toList}
        />
        <Counter.Part length={length} />
      </div>
      <LookLines.Part status={statusToShow(popup)} accounts={chosen} />
      <div class="pills">
        <ComposePills.Part accounts={chosen} />
        <span class="compose-actions">
          <Button look="plain" onClick={() => void clear()}>
            {T.clear}
          </Button>
          <Button
            look="primary"
            type="submit"
            disabled={reason !== null}
            describedBy={reason ? `${id}-reason` : undefined}
          >
            {T.set}
          </Button>
        </span>
      </div>
      <p class={reason?.loud ? 'problem' : 'sr-only'} id={`${id}-reason`}>
        {reason?.words}
      </p>
      {problem && <ProblemWords.Part problem={problem} />}
    </form>
  );
}

function isTooLong(length: TextLength | null): boolean {
  return length !== null && length.length > length.max;
}

/** Why the draft can't be set as it is; loud when everyone should see it, not only who asks. */
function reasonNotToSet(
  { draft }: Popup,
  chosen: AccountState[],
  length: TextLength | null,
): { words: string; loud: boolean } | null {
  if (chosen.length === 0) return { words: T.chooseAccount, loud: true };
  if (length !== null && isTooLong(length)) {
    return { words: T.tooLong({ over: length.length - length.max, server: length.serverName }), loud: true };
  }
  const typed = draft.text.value.trim() !== '';
  const forbidding = typed ? chosen.find((account) => !account.capabilities.mayChangeText) : undefined;
  if (forbidding !== undefined && chosen.length === 1) {
    return { words: T.noOwnText({ server: forbidding.serverName }), loud: true };
  }
  const empty = !typed && draft.emoji.value === null && draft.availability.value === null;
  return empty ? { words: T.nothing, loud: false } : null;
}

/** The status whose look is shown beforehand; seconds make no difference there. */
function statusToShow({ draft, now }: Popup): Status | null {
  if (draft.emoji.value === null && draft.text.value.trim() === '') return null;
  return statusOf(draft, Math.floor(now.value / MINUTE_MS) * MINUTE_MS);
}

/** Sends the draft and empties it; answers what went wrong, and then keeps it. */
async function setDraft({ ask, draft }: Popup, accountIds: string[] | null): Promise<Problem | null> {
  const duration = draft.duration.value;
  const answer = await ask('set-status', { status: statusOf(draft, Date.now()), accountIds, duration });
  if (answer.ok) draft.reset();
  return answer.ok ? null : answer.problem;
}
