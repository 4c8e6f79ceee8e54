/** How long the popup may stay busy before the work is done all the same, in milliseconds. */
const FIRST_FRAMES_MS = 400;
const PATIENCE_MS = 3_000;

/** Well after the first frame, which must not wait for it, and then when nothing else is to be done. Answers its own undo. */
export function whenIdle(work: () => void): () => void {
  let handle = 0;
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') handle = requestIdleCallback(work, { timeout: PATIENCE_MS });
    else work();
  }, FIRST_FRAMES_MS);
  return () => {
    clearTimeout(timer);
    if (handle !== 0) cancelIdleCallback(handle);
  };
}
