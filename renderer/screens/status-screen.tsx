import { useLayoutEffect, useRef } from 'preact/hooks';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { UndoBar } from '../parts/undo-bar.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { Compose } from './compose.tsx';
import { Foot } from './foot.tsx';
import { NowSection } from './now-section.tsx';
import { OthersLine } from './others-line.tsx';
import { StatusList } from './status-list.tsx';

export function StatusScreen() {
  const popup = usePopup();
  const { presets, recents } = useAppState();
  const text = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const wish = popup.focusWish.value;

  // Before the first frame, so that a key pressed at once already arrives in the right place.
  useLayoutEffect(() => {
    (wish.target === 'presets' ? list : text).current?.focus();
  }, [wish]);

  return (
    <main class="status-screen">
      <h1 class="sr-only">{STATUS_SCREEN.now.label}</h1>
      <NowSection />
      <Compose textRef={text} toList={() => list.current?.focus()} />
      <StatusList presets={presets} recents={recents} listRef={list} />
      <OthersLine />
      <UndoBar />
      <Foot />
    </main>
  );
}
