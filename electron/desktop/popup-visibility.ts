/** A click on the tray icon blurs the popup first; a click this soon after a blur means “hide”, not “show again”. */
export const CLICK_AFTER_BLUR_MS = 300;

/** Windows reports a blur right after showing. https://github.com/gitify-app/gitify/issues/3064 */
export const BLUR_AFTER_SHOW_MS = 400;

export interface PopupVisibility {
  shown(): void;
  /** Whether a blur now should hide the popup. */
  blurHides(): boolean;
  hiddenByBlur(): void;
  /** What a click on the tray icon means now. */
  clickMeans(visible: boolean): 'show' | 'hide' | 'nothing';
  /** Keeps the popup open on blur until `work` settles, as while a file dialog is up. */
  keepOpenDuring<T>(work: () => Promise<T>): Promise<T>;
}

/** The rules for two events that come in either order: the popup's blur and the click that caused it. `now` in milliseconds. */
export function createPopupVisibility(now: () => number): PopupVisibility {
  let shownAt = Number.NEGATIVE_INFINITY;
  let blurHideAt = Number.NEGATIVE_INFINITY;
  let keptOpen = 0;

  // A clock set back makes a difference negative; then neither rule may hold for hours.
  const within = (since: number, ms: number) => now() - since >= 0 && now() - since < ms;

  return {
    shown() {
      shownAt = now();
      blurHideAt = Number.NEGATIVE_INFINITY;
    },
    blurHides: () => keptOpen === 0 && !within(shownAt, BLUR_AFTER_SHOW_MS),
    hiddenByBlur() {
      blurHideAt = now();
    },
    clickMeans(visible) {
      if (visible) return 'hide';
      return within(blurHideAt, CLICK_AFTER_BLUR_MS) ? 'nothing' : 'show';
    },
    async keepOpenDuring(work) {
      keptOpen += 1;
      try {
        return await work();
      } finally {
        keptOpen -= 1;
      }
    },
  };
}
