/** What came of one call: its value, an error, or no answer in time. */
export type CallAnswer<T> = { kind: 'value'; value: T } | { kind: 'error'; error: unknown } | { kind: 'hanging' };

export interface CallLine {
  /** Runs `call` when all earlier ones are done; answers 'hanging' at once while one is out that took too long. */
  run<T>(call: () => Promise<T>): Promise<CallAnswer<T>>;
}

/**
 * A line for calls that can neither be cancelled nor run side by side: an open unlock dialog holds a thread of
 * libuv's four until somebody answers it. `onLate` hears how a call ended that had been given up.
 */
export function createCallLine(timeoutMs: number, onLate: (late: CallAnswer<unknown>) => void): CallLine {
  let last: Promise<unknown> = Promise.resolve();
  let hung = false;

  async function runNow<T>(call: () => Promise<T>): Promise<CallAnswer<T>> {
    if (hung) return { kind: 'hanging' };
    const answer = settle(call);
    const answeredFirst = await Promise.race([answer, expiry(timeoutMs, answer)]);
    if (answeredFirst.kind !== 'hanging') return answeredFirst;
    hung = true;
    void answer.then((late) => {
      hung = false;
      onLate(late);
    });
    return answeredFirst;
  }

  return {
    run(call) {
      const answer = last.then(() => runNow(call));
      last = answer;
      return answer;
    },
  };
}

async function settle<T>(call: () => Promise<T>): Promise<CallAnswer<T>> {
  try {
    return { kind: 'value', value: await call() };
  } catch (error) {
    return { kind: 'error', error };
  }
}

function expiry(timeoutMs: number, answer: Promise<unknown>): Promise<{ kind: 'hanging' }> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'hanging' }), timeoutMs);
    void answer.then(() => clearTimeout(timer));
  });
}
