/** Tells live connections what has changed. */
export interface Notifier<Notice> {
  tell(notice: Notice): void;
  /** Answers its own undo. */
  listen(listener: (notice: Notice) => void): () => void;
}

export function createNotifier<Notice>(): Notifier<Notice> {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    tell: (notice) => {
      for (const listener of listeners) listener(notice);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
