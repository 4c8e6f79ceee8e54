import { net, powerMonitor } from 'electron/main';

export interface PowerDeps {
  /** After sleep or unlocking: clocks have jumped and the network may still be missing for seconds. */
  onWake: () => void;
  /** The network seems to be back. */
  onOnline: () => void;
  /** Whether anything waits for the network; looking for it costs a little, so it is done only then. */
  isWaiting: () => boolean;
  /** Tells when that may have changed; answers its own undo. */
  onChange: (listener: () => void) => () => void;
}

const ONLINE_CHECK_MS = 5_000;

/** Tells of waking and the network's return until the answered function is called. Call after `ready`. */
export function watchPower({ onWake, onOnline, isWaiting, onChange }: PowerDeps): () => void {
  powerMonitor.on('resume', onWake);
  powerMonitor.on('unlock-screen', onWake);

  // The main process gets no event for it: https://www.electronjs.org/docs/latest/api/net#netonline-readonly
  let timer: NodeJS.Timeout | undefined;
  let online = true;
  const look = () => {
    const was = online;
    online = net.isOnline();
    if (online && !was) onOnline();
  };
  const lookWhileWaiting = () => {
    if (!isWaiting()) {
      clearInterval(timer);
      timer = undefined;
    } else if (timer === undefined) {
      online = net.isOnline();
      timer = setInterval(look, ONLINE_CHECK_MS).unref();
    }
  };
  const stop = onChange(lookWhileWaiting);
  lookWhileWaiting();

  return () => {
    stop();
    clearInterval(timer);
    powerMonitor.off('resume', onWake);
    powerMonitor.off('unlock-screen', onWake);
  };
}
