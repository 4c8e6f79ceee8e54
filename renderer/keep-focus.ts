const TABBABLE = 'a[href], button, input, select, [tabindex]:not([tabindex="-1"])';

/**
 * Keeps the keyboard in its place when what has it goes away, such as the button of a deleted line: what stands there
 * now in the order of the Tab key gets it, unless something else has asked for it. Browsers give it to the page's body,
 * where nobody sees it. Answers its own undo.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Element | null = null;
  let place = 0;
  const inOrder = () =>
    [...root.querySelectorAll<HTMLElement>(TABBABLE)].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility(),
    );

  const remember = () => {
    last = document.activeElement;
    place = last instanceof HTMLElement ? inOrder().indexOf(last) : -1;
  };
  const restore = () => {
    if (document.activeElement !== document.body || place < 0) return;
    const all = inOrder();
    all[Math.min(place, all.length - 1)]?.focus();
  };
  let waiting = false;
  const rememberLater = () => {
    if (waiting) return;
    waiting = true;
    afterFrame(() => {
      waiting = false;
      if (last?.isConnected && last === document.activeElement) remember();
    });
  };
  const observer = new MutationObserver(() => {
    if (last === null) return;
    if (last.isConnected && last === document.activeElement) return rememberLater();
    last = null;
    // A new screen puts the focus where it wants it after its first frame.
    requestAnimationFrame(() => setTimeout(restore));
  });

  root.addEventListener('focusin', remember);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

/** Asking what is visible has the page laid out at once: with every letter typed, if it were not put off. */
function afterFrame(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work);
}
