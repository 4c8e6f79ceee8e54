const TABBABLE = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';
const EVENTS = ['keydown', 'click'] as const;

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

  let isPlaceKnown = true;
  const findPlace = () => {
    if (isPlaceKnown || last === null || last !== document.activeElement) return;
    isPlaceKnown = true;
    place = inOrder().indexOf(last as HTMLElement);
  };
  const findPlaceLater = () => {
    if (isPlaceKnown) afterFrame(findPlace);
    isPlaceKnown = false;
  };
  const remember = () => {
    last = document.activeElement;
    findPlaceLater();
  };
  const restore = () => {
    if (document.activeElement !== document.body || place < 0) return;
    const all = inOrder();
    all[Math.min(place, all.length - 1)]?.focus();
  };
  const observer = new MutationObserver(() => {
    if (last === null) return;
    if (last.isConnected && last === document.activeElement) return findPlaceLater();
    last = null;
    isPlaceKnown = true;
    // A new screen puts the focus where it wants it after its first frame.
    requestAnimationFrame(() => setTimeout(restore));
  });

  root.addEventListener('focusin', remember);
  // Whatever takes an element away begins with one of these: by then its place must be known.
  for (const event of EVENTS) root.addEventListener(event, findPlace, { capture: true });
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    for (const event of EVENTS) root.removeEventListener(event, findPlace, { capture: true });
    observer.disconnect();
  };
}

/** Asking what is visible has the page laid out at once: with every letter typed and before the first frame, if it were not put off. */
function afterFrame(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work);
}
