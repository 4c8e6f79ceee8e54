import type { CustomStatus, RocketPerson } from './workspace.ts';

export type Notice =
  | { kind: 'person'; person: RocketPerson }
  | { kind: 'custom-status-saved'; status: CustomStatus }
  | { kind: 'custom-status-deleted'; status: CustomStatus };

/** Tells live connections what has changed. */
export interface Notifier {
  tell(notice: Notice): void;
  /** Answers its own undo. */
  listen(listener: (notice: Notice) => void): () => void;
}

export function createNotifier(): Notifier {
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
