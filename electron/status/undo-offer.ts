import type { Undo } from '../contract/app-state.ts';
import { createListeners } from '../contract/listeners.ts';
import { fail, type Result } from '../contract/result.ts';
import type { Clock } from './clock.ts';

const OFFER_MS = 60_000;

/** Answers later where a server has to be asked. */
export type TakeBack = () => Result<null> | Promise<Result<null>>;

export interface UndoOffer {
  current(): Undo | null;
  /** Offers to take a change back for a minute; a newer offer replaces an older one. */
  offer(what: Undo['what'], label: string, takeBack: TakeBack): void;
  /** `not-found` when the offer has ended or another has taken its place. */
  take(undoId: string): ReturnType<TakeBack>;
  onChange(listener: () => void): () => void;
}

/** The one thing that can be taken back just now. */
export function createUndoOffer(deps: { clock: Clock; newId: () => string }): UndoOffer {
  let open: { undo: Undo; takeBack: TakeBack; cancel: () => void } | null = null;
  const changes = createListeners<null>();

  function close(): void {
    open?.cancel();
    open = null;
    changes.tell(null);
  }

  return {
    current: () => open?.undo ?? null,
    offer(what, label, takeBack) {
      open?.cancel();
      const undo = { id: deps.newId(), what, label, until: deps.clock.now() + OFFER_MS };
      open = { undo, takeBack, cancel: deps.clock.after(OFFER_MS, close) };
      changes.tell(null);
    },
    take(undoId) {
      if (open?.undo.id !== undoId) return fail({ code: 'not-found' });
      const { takeBack } = open;
      close();
      return takeBack();
    },
    onChange: (listener) => changes.add(listener),
  };
}
