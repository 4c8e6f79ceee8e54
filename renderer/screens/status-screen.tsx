import { useLayoutEffect, useRef } from 'preact/hooks';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { usePopup } from '../popup-context.ts';
import { Compose } from './compose.tsx';
import { BelowCompose } from './next-frame.tsx';
import { NowSection } from './now-section.tsx';

export function StatusScreen() {
  const popup = usePopup();
  const text = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const wish = popup.focusWish.value;

  // Before the first frame, so that a key pressed at once already arrives in the right place.
  useLayoutEffect(() => {
    if (wish.target === 'text') text.current?.focus();
  }, [wish]);

  return (
    <main class="status-screen">
      <h1 class="sr-only">{STATUS_SCREEN.now.label}</h1>
      <NowSection />
      <Compose textRef={text} toList={() => list.current?.focus()} />
      <BelowCompose.Part listRef={list} />
    </main>
  );
}
