import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { LinkAnswer, LinkQuestion as Question } from '../../electron/contract/command-line.ts';
import { LINKS } from '../../electron/contract/languages/en/links.ts';
import { listed } from '../../electron/contract/languages/texts.ts';
import type { DurationRule } from '../../electron/contract/preset.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { durationText } from '../../electron/contract/texts/duration-texts.ts';
import { Button } from '../parts/button.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = LINKS;

/** A page could have the question appear just where somebody is about to click. */
const TOO_SOON_MS = 500;

/**
 * What a link would do, over whatever is open, which stays as it is. Nothing has the keyboard that a key meant for
 * something else could press.
 */
export function LinkQuestion({ question }: { question: Question }) {
  const popup = usePopup();
  const { presets, teamPresets } = useAppState();
  const tooSoon = useTooSoon();
  const [always, setAlways] = useState(false);
  const answer = (given: LinkAnswer) => void popup.run('answer-link', { linkId: question.id, answer: given });

  if (question.kind === 'refused') {
    return (
      <Dialog title={T.title.refused} close={() => answer('not-now')}>
        <p>
          <bdi>{refusalText(question)}</bdi>
        </p>
        <p class="hint">{T.nothingChanged}</p>
        <div class="page-actions">
          <Button onClick={() => answer('not-now')}>{T.close}</Button>
        </div>
      </Dialog>
    );
  }
  const preset =
    question.kind === 'preset'
      ? [...presets, ...teamPresets.presets].find(({ id }) => id === question.presetId)
      : undefined;
  const wish = question.kind === 'set' ? question : preset;
  const gone = question.kind === 'preset' && preset === undefined;
  const clears = question.kind === 'clear';
  return (
    <Dialog title={clears ? T.title.clear : T.title.set} close={() => answer('not-now')}>
      {wish && <Wish {...wish} />}
      {gone && <p class="problem">{T.refused.gone}</p>}
      <Targets ids={question.targets} />
      <p class="hint">{T.lead}</p>
      {preset && (
        <label class="choice">
          <input type="checkbox" checked={always} onChange={(event) => setAlways(event.currentTarget.checked)} />
          {T.always}
        </label>
      )}
      <div class="page-actions">
        <Button look="primary" disabled={tooSoon || gone} onClick={() => answer(always ? 'always' : 'yes')}>
          {clears ? T.clear : T.set}
        </Button>
        <Button onClick={() => answer('not-now')}>{T.notNow}</Button>
      </div>
    </Dialog>
  );
}

function Dialog({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    heading.current?.focus();
    return () => {
      // Whoever was in the middle of something goes on there.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      class="link-question"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <h1 id={`${id}-title`} tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <div class="link-words" id={`${id}-words`}>
        {children}
      </div>
    </div>
  );
}

function Wish({ emoji, text, duration }: { emoji: StatusEmoji | null; text: string; duration: DurationRule }) {
  const popup = usePopup();
  const { locale } = useAppState();
  return (
    <div class="link-wish">
      <Emoji emoji={emoji} />
      <div>
        {emoji?.kind === 'custom' && <span class="sr-only">{emoji.name}</span>}
        {emoji?.kind === 'unicode' && <span class="sr-only">{emoji.value}</span>}
        <b>
          <bdi>{text}</bdi>
        </b>
        <p class="hint">{durationText(duration, locale, popup.now.value)}</p>
      </div>
    </div>
  );
}

function Targets({ ids }: { ids: string[] }) {
  const { accounts } = useAppState();
  const names = accounts.filter(({ id }) => ids.includes(id)).map(({ serverName }) => serverName);
  return <p>{T.accounts({ accounts: listed(names) })}</p>;
}

function refusalText({ refusal }: Extract<Question, { kind: 'refused' }>): string {
  if ('typed' in refusal) return T.refused[refusal.reason]({ typed: refusal.typed });
  return T.refused[refusal.reason];
}

function useTooSoon(): boolean {
  const [tooSoon, setTooSoon] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setTooSoon(false), TOO_SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  return tooSoon;
}
