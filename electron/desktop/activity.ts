import { powerMonitor } from 'electron/main';

/** As long as chat clients wait before they call somebody away. In seconds. */
export const IDLE_AFTER_S = 300;
const LOOK_MS = 30_000;

export interface ActivityDeps {
  /** Looking costs a little, so it is done only while somebody wants to know. */
  isWanted: () => boolean;
  /** Tells when that may have changed; answers its own undo. */
  onWantedChange: (listener: () => void) => () => void;
  onChange: (inUse: boolean) => void;
}

/**
 * Tells whether somebody uses this computer: not while it is idle for five minutes, locked or asleep. Where the system
 * can't tell, as in some Wayland sessions, it counts as used. Answers its own undo. Call after `ready`.
 */
export function watchActivity({ isWanted, onWantedChange, onChange }: ActivityDeps): () => void {
  let inUse = true;

  function set(next: boolean): void {
    if (next === inUse) return;
    inUse = next;
    onChange(inUse);
  }

  const look = () => {
    if (isWanted()) set(['active', 'unknown'].includes(powerMonitor.getSystemIdleState(IDLE_AFTER_S)));
  };
  const leave = () => set(false);
  powerMonitor.on('suspend', leave);
  powerMonitor.on('lock-screen', leave);
  powerMonitor.on('resume', look);
  powerMonitor.on('unlock-screen', look);
  let timer: NodeJS.Timeout | undefined;
  const lookWhileWanted = () => {
    clearInterval(timer);
    timer = isWanted() ? setInterval(look, LOOK_MS).unref() : undefined;
  };
  const stop = onWantedChange(lookWhileWanted);
  lookWhileWanted();

  return () => {
    stop();
    clearInterval(timer);
    powerMonitor.off('suspend', leave);
    powerMonitor.off('lock-screen', leave);
    powerMonitor.off('resume', look);
    powerMonitor.off('unlock-screen', look);
  };
}
