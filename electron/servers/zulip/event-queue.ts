import { setTimeout as wait } from 'node:timers/promises';
import type { Problem, ProblemCode } from '../../contract/problem.ts';
import { ok, type Result } from '../../contract/result.ts';
import { isSuccess, readReply, type ZulipApi } from './api.ts';
import { isQueueGone, zulipProblem } from './errors.ts';
import { events, type Registered, type ZulipEvent } from './replies.ts';
import { deleteQueue } from './session.ts';

/** Milliseconds; each failure doubles the wait, up to `most`. */
export interface RetryDelays {
  first: number;
  most: number;
}

export interface EventQueueDeps {
  api: ZulipApi;
  retry: RetryDelays;
  register(signal: AbortSignal): Promise<Result<Registered>>;
  /** Also after each new registration: what happened in between is in its data. */
  onRegistered(reply: Registered): Promise<void>;
  onEvents(events: ZulipEvent[]): void;
  /** Once per interruption. */
  onInterrupted(problem: Problem): void;
  onResumed(): void;
}

/** Trying again would change nothing before the user signs in anew. */
const FINAL: readonly ProblemCode[] = ['signed-out', 'user-deactivated', 'organization-deactivated', 'is-bot'];

/**
 * Keeps an event queue until it is stopped: registers, long-polls, registers anew when the server has dropped the queue,
 * and gives it back in the end. https://zulip.com/api/real-time-events
 */
export function followQueue(deps: EventQueueDeps): () => void {
  const stop = new AbortController();
  void keepFollowing(deps, stop.signal);
  return () => stop.abort();
}

async function keepFollowing(deps: EventQueueDeps, signal: AbortSignal): Promise<void> {
  const patience = createPatience(deps, signal);
  while (!signal.aborted && !patience.isOver()) {
    const reply = await deps.register(signal);
    if (!reply.ok) {
      await patience.afterFailure(reply.problem);
      continue;
    }
    const { queueId } = reply.value;
    if (queueId === null) return;
    patience.renew();
    await deps.onRegistered(reply.value);
    await pollUntilGone(deps, { ...reply.value, queueId }, patience, signal);
    if (signal.aborted) await deleteQueue(deps.api, queueId);
  }
}

type Patience = ReturnType<typeof createPatience>;

async function pollUntilGone(
  deps: EventQueueDeps,
  queue: Registered & { queueId: string },
  patience: Patience,
  signal: AbortSignal,
): Promise<void> {
  let lastEventId = queue.lastEventId;
  let afterFailure = false;
  while (!signal.aborted && !patience.isOver()) {
    const query = new URLSearchParams({ queue_id: queue.queueId, last_event_id: String(lastEventId) });
    // Comes back at once and so tells whether the server is there again.
    if (afterFailure) query.set('dont_block', 'true');
    const answer = await poll(deps.api, `/events?${query}`, queue.longPollMs, signal);
    if (answer === 'gone' || signal.aborted) return;
    afterFailure = !answer.ok;
    if (!answer.ok) {
      await patience.afterFailure(answer.problem);
      continue;
    }
    patience.afterSuccess();
    lastEventId = Math.max(lastEventId, ...answer.value.map((event) => event.id));
    deps.onEvents(answer.value.filter((event) => event.type !== 'heartbeat'));
  }
}

async function poll(
  api: ZulipApi,
  path: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Result<ZulipEvent[]> | 'gone'> {
  const reply = await api.send(path, { timeoutMs, signal });
  if (!reply.ok) return reply;
  if (isQueueGone(reply.value)) return 'gone';
  if (!isSuccess(reply.value)) return { ok: false, problem: zulipProblem(reply.value, 'signed-out') };
  const read = readReply(reply.value, events);
  return read.ok ? ok(read.value) : read;
}

/** Waits longer after each failure in a row, with jitter, and never less than the server asks for. */
function createPatience(deps: EventQueueDeps, signal: AbortSignal) {
  let failures = 0;
  let over = false;
  return {
    isOver: () => over,
    renew() {
      failures = 0;
    },
    afterSuccess() {
      if (failures > 0) deps.onResumed();
      failures = 0;
    },
    async afterFailure(problem: Problem) {
      if (signal.aborted) return;
      if (failures === 0) deps.onInterrupted(problem);
      over = FINAL.includes(problem.code);
      if (over) return;
      const longest = Math.min(deps.retry.first * 2 ** failures, deps.retry.most);
      failures += 1;
      const asked = problem.code === 'rate-limited' ? (problem.waitMs ?? 0) : 0;
      const delay = Math.max(asked, longest * (0.5 + Math.random() / 2));
      await wait(delay, undefined, { signal, ref: false }).catch(() => undefined);
    },
  };
}
