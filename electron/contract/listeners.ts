export interface Listeners<T> {
  /** Answers its own undo. */
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
}

/** A list of callbacks for one kind of news. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
