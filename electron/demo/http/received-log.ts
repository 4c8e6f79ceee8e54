/** One request as a demo server saw it. Never holds credentials. */
export interface ReceivedRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  /** True when the request carried a credential of any kind in its headers. */
  hadCredentials: boolean;
  userAgent: string;
  /** null where the body is a secret (signing in). */
  body: string | null;
  /** In milliseconds since the epoch. */
  at: number;
}

/** A bounded list of the latest requests; the oldest are forgotten. */
export interface ReceivedLog {
  readonly requests: readonly ReceivedRequest[];
  add(request: ReceivedRequest): void;
  clear(): void;
}

export function createReceivedLog(limit = 1000): ReceivedLog {
  const requests: ReceivedRequest[] = [];
  return {
    requests,
    add: (request) => {
      requests.push(request);
      if (requests.length > limit) requests.shift();
    },
    clear: () => {
      requests.length = 0;
    },
  };
}
