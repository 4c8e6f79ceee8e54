import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { isLength, resolveDuration } from '../../electron/contract/duration.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { DurationRule } from '../../electron/contract/preset.ts';
import type { Then } from '../../electron/contract/status.ts';
import { durationText, untilText } from '../../electron/contract/texts/duration-texts.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { whenIdle } from '../when-idle.ts';
import { Menu, type MenuItem } from './menu.tsx';

const T = STATUS_SCREEN.duration;

const OFFERED: readonly DurationRule[] = [
  { kind: 'none' },
  { kind: 'minutes', minutes: 15 },
  { kind: 'minutes', minutes: 30 },
  { kind: 'minutes', minutes: 45 },
  { kind: 'minutes', minutes: 60 },
  { kind: 'minutes', minutes: 120 },
  { kind: 'minutes', minutes: 240 },
  { kind: 'time', hour: 17, minute: 0 },
  { kind: 'tomorrow' },
  { kind: 'monday' },
];

const DurationInput = lazyPart(async () => (await import('./duration-input.tsx')).DurationInput);

interface Props {
  duration: Signal<DurationRule>;
  then: Signal<Then>;
}

/** How long, and what then: the usual ones in a menu, any other typed in words. */
export function DurationPill({ duration, then }: Props) {
  const { locale } = useAppState();
  const now = usePopup().now.value;
  const [typing, setTyping] = useState(false);
  useEffect(() => whenIdle(() => void DurationInput.preload()), []);
  const chosen = JSON.stringify(duration.value);
  const rules = OFFERED.some((rule) => JSON.stringify(rule) === chosen) ? OFFERED : [duration.value, ...OFFERED];
  const item = (rule: DurationRule): MenuItem => {
    const key = JSON.stringify(rule);
    const until = resolveDuration(rule, now);
    return {
      key,
      label: durationText(rule, locale, now),
      // A length says where it leads; a moment says so itself.
      detail: until !== null && isLength(rule) ? untilText(until, now, locale) : undefined,
      checked: key === chosen,
      choose: () => {
        duration.value = rule;
        setTyping(false);
      },
    };
  };
  const other: MenuItem = { key: 'type', kind: 'action', label: T.type, checked: false, choose: () => setTyping(true) };
  const restore: MenuItem = {
    key: 'restore',
    kind: 'checkbox',
    label: T.restore,
    checked: then.value === 'restore',
    choose: () => {
      then.value = then.value === 'restore' ? 'clear' : 'restore';
    },
  };
  return (
    <>
      <Menu label={STATUS_SCREEN.compose.duration} kind="radio" items={() => [...rules.map(item), other, restore]}>
        {durationText(duration.value, locale, now)}
      </Menu>
      {typing && <DurationInput.Part duration={duration} done={() => setTyping(false)} />}
    </>
  );
}
