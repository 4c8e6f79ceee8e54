import { net, powerMonitor } from 'electron/main';

export interface PowerDeps {
  onSuspend: () => void;
  /** After sleep or unlocking: clocks have jumped and the network may still be missing for seconds. */
  onWake: () => void;
  /** The network seems to be back. */
  onOnline: () => void;
}

const ONLINE_CHECK_MS = 5_000;

/** Whether there seems to be a network. A hint: true also behind a dead router. */
export function seemsOnline(): boolean {
  return net.isOnline();
}

/** Tells of sleep, waking and the network's return until the answered function is called. Call after `ready`. */
export function watchPower({ onSuspend, onWake, onOnline }: PowerDeps): () => void {
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onWake);
  powerMonitor.on('unlock-screen', onWake);

  // The main process gets no event for it: https://www.electronjs.org/docs/latest/api/net#netonline-readonly
  let online = net.isOnline();
  const timer = setInterval(() => {
    const was = online;
    online = net.isOnline();
    if (online && !was) onOnline();
  }, ONLINE_CHECK_MS);
  timer.unref();

  return () => {
    clearInterval(timer);
    powerMonitor.off('suspend', onSuspend);
    powerMonitor.off('resume', onWake);
    powerMonitor.off('unlock-screen', onWake);
  };
}
