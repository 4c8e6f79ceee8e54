const LONGEST_WAIT_MS = 3_600_000;
/** Less is a slow reply, or the part of a second that a `Date` leaves out. */
const NOTICEABLE_MS = 2_000;

/**
 * How long a 429 asks to wait, in milliseconds, at most an hour; null when it does not say. Zulip says it as (fractional)
 * seconds in the body and in `Retry-After`; Rocket.Chat in `X-RateLimit-Reset` and in words.
 */
export function waitAsked(headers: Headers, body: object | null, now: number): number | null {
  const then = theirNow(headers, now);
  const wait = fromBody(body) ?? fromRetryAfter(headers, then) ?? fromReset(headers, then) ?? fromSentence(body);
  return wait === null ? null : Math.min(Math.max(Math.ceil(wait), 0), LONGEST_WAIT_MS);
}

/** Moments are told by the server's own clock, which may differ from ours. */
function theirNow(headers: Headers, now: number): number {
  const said = Date.parse(headers.get('date') ?? '');
  return Math.abs(said - now) > NOTICEABLE_MS ? said : now;
}

function fromBody(body: object | null): number | null {
  return body && 'retry-after' in body ? seconds(body['retry-after']) : null;
}

function fromRetryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after');
  if (!value) return null;
  const date = Date.parse(value);
  return seconds(value) ?? (Number.isNaN(date) ? null : date - now);
}

/** Milliseconds since the epoch on Rocket.Chat, seconds on Zulip: today's seconds are below 10^11, milliseconds above. */
function fromReset(headers: Headers, now: number): number | null {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  if (!(reset > 0)) return null;
  return (reset > 1e11 ? reset : reset * 1000) - now;
}

function fromSentence(body: object | null): number | null {
  const sentence = body && 'error' in body ? String(body.error) : '';
  return seconds(/wait (\d+) second/i.exec(sentence)?.[1]);
}

function seconds(value: unknown): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number.parseFloat(value) : Number.NaN;
  const plain = typeof value === 'number' || /^\s*[\d.]+\s*$/.test(String(value));
  return plain && Number.isFinite(number) && number >= 0 ? number * 1000 : null;
}
