import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { agoText, remainingText, untilText } from '../../electron/contract/texts/duration-texts.ts';
import { shortProblemText } from '../../electron/contract/texts/short-problem-texts.ts';
import { type CurrentStatus, currentStatus, isEmpty } from '../current-status.ts';
import { Button } from '../parts/button.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { AccountChips } from './account-chips.tsx';
import { OutcomeLines } from './outcome-lines.tsx';

const T = STATUS_SCREEN.now;

/** What is now: the status with its end, how fresh that is, and each account's state. */
export function NowSection() {
  const popup = usePopup();
  const { accounts, locale } = useAppState();
  const now = popup.now.value;
  const current = currentStatus(accounts, now);
  return (
    <section class="now" aria-label={T.label}>
      <div class="now-line">
        <Emoji emoji={current.status?.emoji ?? null} />
        <div class="now-words">
          <p class="now-text">{headline(current)}</p>
          <p class="now-end">{endWords(current, now, locale)}</p>
        </div>
        {current.until !== null && (
          <div class="now-actions">
            <Button onClick={() => void popup.run('end-status', null)}>{T.end}</Button>
          </div>
        )}
      </div>
      <div class="now-progress">
        {current.until !== null && current.since !== null && (
          <progress
            aria-label={T.remaining}
            max={Math.max(1, current.until - current.since)}
            value={Math.max(0, current.until - now)}
          />
        )}
        {current.until !== null && <span class="left">{remainingText(current.until, now)}</span>}
        <span class="age">{ageWords(accounts, now)}</span>
        {current.until !== null && <Extend />}
      </div>
      <AccountChips accounts={accounts} agreed={current.agreed} />
      <OutcomeLines accounts={accounts} />
    </section>
  );
}

function Extend() {
  const popup = usePopup();
  const button = (minutes: number, words: string) => (
    <Button look="plain" onClick={() => void popup.run('extend-status', { minutes })}>
      {words}
    </Button>
  );
  return (
    <span class="extend">
      {button(15, T.extend)}
      {button(60, T.extendHour)}
    </span>
  );
}

function headline({ status, agreed, unknown }: CurrentStatus): string {
  if (unknown) return T.unknown;
  if (!agreed) return T.mixed;
  return status === null || isEmpty(status) ? T.none : status.text.trim() || ' ';
}

function endWords({ status, agreed, unknown, until }: CurrentStatus, now: number, locale: string): string {
  if (until !== null) return untilText(until, now, locale);
  if (unknown) return ' ';
  if (!agreed) return T.mixedHint;
  return status === null || isEmpty(status) ? T.noneHint : T.noEnd;
}

/** How old the oldest reading is: only while it is being renewed, or when that failed. */
function ageWords(accounts: AccountState[], now: number): string {
  const stale = accounts.filter((account) => account.reading || account.readProblem !== null);
  if (stale.length === 0) return '';
  const oldest = Math.min(...stale.map((account) => account.reportedAt ?? Number.POSITIVE_INFINITY));
  const failed = stale.find((account) => account.readProblem !== null && !account.reading);
  if (Number.isFinite(oldest)) return T.read({ ago: agoText(oldest, now) });
  return failed?.readProblem ? T.readFailed({ why: shortProblemText(failed.readProblem) }) : T.reading;
}
