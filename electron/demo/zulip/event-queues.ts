import { randomUUID } from 'node:crypto';
import type { Realm } from './realm.ts';
import { Refusal } from './refusal.ts';

export type ZulipEvent = Record<string, unknown> & { type: string };

interface Queue {
  id: string;
  userId: number;
  /** null: all. */
  types: string[] | null;
  events: (ZulipEvent & { id: number })[];
  nextId: number;
  lastPollAt: number;
  /** Ends the poll that is waiting, if one is. */
  wake: (() => void) | null;
}

/** Event queues as https://zulip.com/api/get-events describes them. */
export interface EventQueues {
  register(userId: number, types: string[] | null): { queue_id: string; last_event_id: number };
  /** Sends to all queues of these people; null: everybody's. */
  emit(event: ZulipEvent, userIds: number[] | null): void;
  /** Answers when there is something to tell; refuses a queue that is not there. */
  poll(query: PollQuery): Promise<Record<string, unknown>>;
  remove(userId: number, queueId: string): void;
  /** Forgets all queues, as a restart of the server does. */
  forgetAll(): void;
  readonly size: number;
}

interface PollQuery {
  userId: number;
  queueId: string;
  lastEventId: number;
  dontBlock: boolean;
  gone: AbortSignal;
}

export function createEventQueues(realm: Realm): EventQueues {
  const queues = new Map<string, Queue>();

  function forgetOld(): void {
    const oldest = realm.clock() - realm.switches.queueLifeMs;
    for (const queue of queues.values()) {
      if (queue.wake === null && queue.lastPollAt < oldest) queues.delete(queue.id);
    }
  }

  function find(userId: number, queueId: string): Queue {
    forgetOld();
    const queue = queues.get(queueId);
    if (queue === undefined || queue.userId !== userId) {
      throw new Refusal(`Bad event queue ID: ${queueId}`, 'BAD_EVENT_QUEUE_ID', 400, { queue_id: queueId });
    }
    return queue;
  }

  return {
    register: (userId, types) => {
      forgetOld();
      const id = randomUUID();
      queues.set(id, { id, userId, types, events: [], nextId: 0, lastPollAt: realm.clock(), wake: null });
      return { queue_id: id, last_event_id: -1 };
    },
    emit: (event, userIds) => {
      forgetOld();
      for (const queue of queues.values()) {
        const isFor = userIds === null || userIds.includes(queue.userId);
        if (isFor && (queue.types === null || queue.types.includes(event.type))) push(queue, event);
      }
    },
    poll: (query) => pollQueue(realm, find(query.userId, query.queueId), query),
    remove: (userId, queueId) => {
      const queue = find(userId, queueId);
      queues.delete(queueId);
      queue.wake?.();
    },
    forgetAll: () => {
      for (const queue of queues.values()) queue.wake?.();
      queues.clear();
    },
    get size() {
      return queues.size;
    },
  };
}

function push(queue: Queue, event: ZulipEvent): void {
  queue.events.push({ ...event, id: queue.nextId });
  queue.nextId += 1;
  queue.wake?.();
}

async function pollQueue(realm: Realm, queue: Queue, { lastEventId, dontBlock, gone }: PollQuery) {
  queue.lastPollAt = realm.clock();
  queue.events = queue.events.filter((event) => event.id > lastEventId);
  // A second poll of one queue takes the first one's place.
  queue.wake?.();
  if (queue.events.length === 0 && !dontBlock) {
    await waitForEvent(queue, realm.switches.heartbeatMs, gone);
    queue.lastPollAt = realm.clock();
    if (queue.events.length === 0 && !gone.aborted && queue.wake === null) push(queue, { type: 'heartbeat' });
  }
  return { queue_id: queue.id, events: queue.events };
}

/** Until the queue is woken, the heartbeat is due or the client has gone. */
function waitForEvent(queue: Queue, heartbeatMs: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', finish);
      if (queue.wake === finish) queue.wake = null;
      resolve();
    };
    const timer = setTimeout(finish, heartbeatMs);
    queue.wake = finish;
    gone.addEventListener('abort', finish);
    if (gone.aborted) finish();
  });
}
