import { useLayoutEffect, useRef } from 'preact/hooks';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { usePopup } from '../popup-context.ts';
import { Compose } from './compose.tsx';
import { BelowCompose, NowSection } from './next-frame.tsx';

export function StatusScreen() {
  const popup = usePopup();
  const text = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const wish = popup.focusWish.value;

  const isFirst = useRef(true);

  // Before the first frame, so that a key pressed at once already arrives in the right place.
  useLayoutEffect(() => {
    const focus = () => {
      if (wish.target === 'text') text.current?.focus();
    };
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (!wasFirst) return focus();
    // To be focused, a field has to be laid out: with the frame that does so anyway.
    const frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [wish]);

  return (
    <main class="status-screen">
      <h1 class="sr-only">{STATUS_SCREEN.now.label}</h1>
      <NowSection.Part />
      <Compose textRef={text} toList={() => list.current?.focus()} />
      <BelowCompose.Part listRef={list} />
    </main>
  );
}
