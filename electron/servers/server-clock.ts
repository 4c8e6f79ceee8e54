import type { Http } from './http.ts';

/** Replies tell whole seconds, and clocks that are kept right differ by fractions of one. */
const NOTICEABLE_MS = 2_000;

export interface ServerClock {
  /** How far the server's clock is ahead of ours, in milliseconds; 0 while it is not known to differ noticeably. */
  aheadMs(): number;
  /** The same, listening to the `Date` of each reply: https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1 */
  listen(http: Http): Http;
}

export function createServerClock(now: () => number): ServerClock {
  let aheadMs = 0;

  function hear(date: string | null, sentAt: number, repliedAt: number): void {
    const said = Date.parse(date ?? '');
    if (Number.isNaN(said)) return;
    // It was said at some moment between the two, and stands for any moment of its second.
    const [least, most] = [said - repliedAt - NOTICEABLE_MS, said + 1_000 - sentAt + NOTICEABLE_MS];
    const isLikely = (ms: number) => least <= ms && ms <= most;
    // What was found out once is kept while it may be true, so that an end is the same each time it is read.
    if (!isLikely(aheadMs)) aheadMs = isLikely(0) ? 0 : Math.round((least + most) / 2);
  }

  return {
    aheadMs: () => aheadMs,
    listen: (http) => ({
      ...http,
      async requestJson(request) {
        const sentAt = now();
        const reply = await http.requestJson(request);
        if (reply.ok) hear(reply.value.headers.get('date'), sentAt, now());
        return reply;
      },
    }),
  };
}
