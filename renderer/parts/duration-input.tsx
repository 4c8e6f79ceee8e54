import type { Signal } from '@preact/signals';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { resolveDuration } from '../../electron/contract/duration.ts';
import { parseDuration } from '../../electron/contract/duration-input.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { DurationRule } from '../../electron/contract/preset.ts';
import { leftText, untilText } from '../../electron/contract/texts/duration-texts.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { Button } from './button.tsx';

const T = STATUS_SCREEN.duration;

interface Props {
  duration: Signal<DurationRule>;
  done: () => void;
}

/** An end in one's own words. What it is taken for is said while typing; what is not understood is said too. */
export function DurationInput({ duration, done }: Props) {
  const { locale } = useAppState();
  const now = usePopup().now.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useLayoutEffect(() => input.current?.focus(), []);

  const rule = parseDuration(text, now, locale);
  const until = rule === null ? null : resolveDuration(rule, now);
  const words = until === null ? wordsWithout(text) : meansText(until, now, locale);
  const take = () => {
    if (rule === null) return;
    duration.value = rule;
    done();
  };

  return (
    <div class="duration-input">
      <label for={id}>{T.ends}</label>
      <input
        id={id}
        ref={input}
        type="text"
        placeholder={T.placeholder}
        autoComplete="off"
        aria-describedby={`${id}-means`}
        aria-invalid={text.trim() !== '' && rule === null ? true : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // Neither sends the whole form nor leaves the screen.
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') take();
          else done();
        }}
      />
      <Button look="plain" disabled={rule === null} onClick={take}>
        {T.take}
      </Button>
      <p class="means" id={`${id}-means`} role="status">
        {words}
      </p>
    </div>
  );
}

function wordsWithout(text: string): string {
  return text.trim() === '' ? T.examples : T.notUnderstood;
}

/** “until 15:15, in 42 min”; only the first where the day says enough. */
function meansText(until: number, now: number, locale: string): string {
  const end = untilText(until, now, locale);
  return until - now < 24 * 3_600_000 ? T.means({ until: end, left: leftText(until, now) }) : end;
}
