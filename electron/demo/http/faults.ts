/** Trouble that a demo server makes on request, so that a client's handling of it can be seen. */
export interface Fault {
  /** Only requests whose path (without query) contains this; all when absent. */
  path?: string;
  method?: string;
  /** How many requests it befalls; 1 when absent. */
  times?: number;
  /** Waits before anything else. Alone, the request is then answered as usual. */
  delayMs?: number;
  status?: number;
  /** Text is sent as it is (as HTML unless `headers` say otherwise), anything else as JSON. */
  body?: unknown;
  /** Added to the answer, be it the usual one or this fault's. */
  headers?: Record<string, string>;
  /** Never answers. */
  hang?: boolean;
  /** Drops the connection without an answer. */
  reset?: boolean;
  /** Announces a whole body, sends half of one and drops the connection. */
  cutOff?: boolean;
  /** Sends a body of this many bytes. */
  hugeBytes?: number;
  redirectTo?: string;
}

export interface Faults {
  /** Puts a fault in line; each request meets the first one in line that is for it. */
  next(fault: Fault): void;
  clear(): void;
  /** While true, every connection is dropped at once, open ones too. */
  offline: boolean;
  /** How many connections came while it was offline. */
  readonly refused: number;
}

export interface FaultLine extends Faults {
  /** Whether this connection is to be dropped. */
  refuses(): boolean;
  /** The fault for this request, if any; uses up one of its times. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaults(onOffline: () => void): FaultLine {
  const line: { fault: Fault; left: number }[] = [];
  let offline = false;
  let refused = 0;
  return {
    get refused() {
      return refused;
    },
    refuses: () => {
      if (offline) refused += 1;
      return offline;
    },
    next: (fault) => {
      line.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      line.length = 0;
    },
    get offline() {
      return offline;
    },
    set offline(value: boolean) {
      offline = value;
      if (value) onOffline();
    },
    take: (method, path) => {
      const index = line.findIndex(
        ({ fault }) => path.includes(fault.path ?? '') && (fault.method === undefined || fault.method === method),
      );
      const entry = line[index];
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) line.splice(index, 1);
      return entry.fault;
    },
  };
}
