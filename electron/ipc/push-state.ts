import type { AppState } from '../contract/app-state.ts';

export interface PushStateDeps {
  getState: () => AppState;
  /** Answers its own undo. */
  onState: (listener: () => void) => () => void;
  send: (state: AppState) => void;
}

/**
 * Sends the newest snapshot after each change: once per turn of the event loop, and never the same revision twice. A
 * hidden popup gets them too, so that it opens with what is true. Answers its own undo.
 */
export function pushState({ getState, onState, send }: PushStateDeps): () => void {
  let planned: NodeJS.Immediate | null = null;
  let sent = -1;

  const stop = onState(() => {
    planned ??= setImmediate(() => {
      planned = null;
      const state = getState();
      if (state.revision === sent) return;
      sent = state.revision;
      send(state);
    });
  });

  return () => {
    stop();
    if (planned) clearImmediate(planned);
  };
}
