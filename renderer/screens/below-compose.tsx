import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { UndoBar } from '../parts/undo-bar.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { Foot } from './foot.tsx';
import { OthersLine } from './others-line.tsx';
import { StatusList } from './status-list.tsx';

/** The status screen below the line to say something new. */
export function BelowCompose({ listRef }: { listRef: RefObject<HTMLDivElement | null> }) {
  const { presets, recents } = useAppState();
  const wish = usePopup().focusWish.value;
  useLayoutEffect(() => {
    if (wish.target === 'presets') listRef.current?.focus();
  }, [wish]);
  return (
    <>
      <StatusList presets={presets} recents={recents} listRef={listRef} />
      <OthersLine />
      <UndoBar />
      <Foot />
    </>
  );
}
