import type { DemoServerState } from './stand-in/desktop-state.ts';

export interface DemoServerWatch {
  servers(): DemoServerState[];
  /** Asks only while someone looks. */
  watched(yes: boolean): void;
  stop(): void;
}

const EVERY_MS = 500;
const TIMEOUT_MS = 2_000;

function isDemoServer(reply: unknown): reply is Omit<DemoServerState, 'url'> {
  return (
    typeof reply === 'object' &&
    reply !== null &&
    'organization' in reply &&
    Array.isArray((reply as { people?: unknown }).people)
  );
}

/**
 * Shows the servers' side of the try-it mode: asks the loopback addresses that the app itself has asked for what their
 * people have now. Needs no seam in the app. One that answers something else is a real server and is left alone.
 */
export function createDemoServerWatch(localOrigins: Set<string>, onChange: () => void): DemoServerWatch {
  const known = new Map<string, DemoServerState>();
  const others = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  async function read(origin: string): Promise<void> {
    try {
      const response = await fetch(`${origin}/demo/people.json`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const reply: unknown = response.ok ? await response.json().catch(() => null) : null;
      if (isDemoServer(reply)) known.set(origin, { ...reply, url: origin });
      else if (response.status < 500) others.add(origin);
    } catch {
      known.delete(origin);
    }
  }

  async function readAll(): Promise<void> {
    await Promise.all([...localOrigins].filter((origin) => !others.has(origin)).map(read));
    onChange();
    if (timer !== null) timer = setTimeout(readAll, EVERY_MS);
  }

  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    servers: () => [...known.values()].toSorted((a, b) => a.url.localeCompare(b.url)),
    watched: (yes) => {
      if (!yes) stop();
      else if (timer === null) timer = setTimeout(readAll, 0);
    },
    stop,
  };
}
