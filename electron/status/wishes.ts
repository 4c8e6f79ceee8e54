import type { ReportedStatus, Status } from '../contract/status.ts';
import type { ChatServer, HeldStatus } from '../servers/chat-server.ts';
import { type DesiredRecord, running } from './desired-record.ts';

/** Pure steps from one record to the next. `now` is in milliseconds since the epoch. */

const fresh = { phase: 'pending', problem: null, failedTries: 0, nextTryAt: null, paused: false } as const;

/** The record of a status that somebody asks for now. */
export function wishFor(
  status: Status,
  endIsLength: boolean,
  last: DesiredRecord | null,
  reported: ReportedStatus | null,
  now: number,
): DesiredRecord {
  const shown = last === null ? null : running(last);
  return {
    ...fresh,
    wish: (last?.wish ?? 0) + 1,
    aim: 'show',
    status,
    guarded: false,
    ours: [status, ...mayStandThere(last)],
    at: now,
    before: last === null ? reported : interrupted(last, reported, now),
    endIsLength,
    previous: shown === null ? null : { status: shown.status, before: shown.before, endIsLength: shown.endIsLength },
  };
}

/** What comes back after a wish that follows `last`: a status with an end is a stop on the way, so what it interrupted. */
function interrupted(last: DesiredRecord, reported: ReportedStatus | null, now: number): ReportedStatus | null {
  const shown = running(last);
  if (shown?.status.until != null && shown.status.until > now) return shown.before;
  // An end that is still to be carried out counts as done.
  const asked = shown?.status.until != null ? wishToEnd(last, now) : last;
  if (asked.phase === 'superseded' || asked.phase === 'rejected') return reported;
  // Not there yet, or not heard of since the start: then it is what will have been shown.
  if (asked.phase === 'applied' && reported !== null) return reported;
  const { emoji, text, availability } = asked.status;
  return { emoji, text, availability: availability ?? reported?.availability ?? null, until: null };
}

/** The record of "nothing, please", which overrides whatever stands there. */
export function wishToClear(cleared: Status, last: DesiredRecord | null, now: number): DesiredRecord {
  const wish = wishFor(cleared, false, last, null, now);
  return { ...wish, aim: 'put-back', before: null };
}

/** The record that ends the running status: put back what its `then` says, where the server still shows ours. */
export function wishToEnd(record: DesiredRecord, now: number): DesiredRecord {
  const ending = running(record);
  const earlier = ending?.before ?? null;
  const restore = ending !== null && ending.status.then === 'restore' && earlier !== null && !isOver(earlier, now);
  return {
    ...record,
    ...fresh,
    wish: record.wish + 1,
    aim: 'put-back',
    status: restore ? asStatus(earlier) : emptyStatus(ending?.status.availability === 'invisible'),
    guarded: true,
    ours: standing(record),
    at: now,
    previous: null,
  };
}

/** The record that takes the last wish back: what was asked for before it, or what the server showed. */
export function wishToUndo(
  record: DesiredRecord,
  earlier: DesiredRecord | null,
  reported: ReportedStatus | null,
  now: number,
): DesiredRecord {
  const shown = earlier === null ? null : running(earlier);
  // Over by now: taking back leads to its end, not to what was shown then.
  if (earlier !== null && shown?.status.until != null && shown.status.until <= now) {
    return { ...wishToEnd(earlier, now), wish: record.wish + 1, ours: standing(record) };
  }
  // What was still on its way goes on as it was.
  if (earlier?.phase === 'pending')
    return { ...earlier, ...fresh, wish: record.wish + 1, ours: standing(record), at: now };
  const goOn = shown !== null;
  return {
    ...record,
    ...fresh,
    wish: record.wish + 1,
    aim: goOn ? 'show' : 'put-back',
    status: goOn ? shown.status : reported === null ? emptyStatus(false) : asStatus(reported),
    guarded: true,
    ours: standing(record),
    at: now,
    before: goOn ? shown.before : null,
    endIsLength: goOn && shown.endIsLength,
    previous: null,
  };
}

/** What to write for a wish: "nothing" is said in each server's own way. */
export function targetOf(
  record: Pick<DesiredRecord, 'aim' | 'status'>,
  known: ReportedStatus | null,
  server: Pick<ChatServer, 'clearedStatus'>,
): Status {
  const { aim, status } = record;
  const nothing = aim === 'put-back' && isEmpty(status) && (status.availability ?? 'online') === 'online';
  return nothing ? server.clearedStatus(known, status.availability === 'online') : status;
}

/** Servers may keep whole seconds. */
const SAME_END_MS = 1_000;

export type EndingStep = 'write' | 'done' | 'leave';

/**
 * What to do with a guarded wish, given what the server shows now. A server that ends statuses by itself may have
 * done so already: by its source it goes back to nothing, by its documentation to what was there before
 * (https://developer.rocket.chat/apidocs/set-user-status), so both count as its own doing and not as somebody's.
 */
export function decideGuarded(
  record: DesiredRecord,
  target: Status,
  reported: ReportedStatus,
  server: Pick<ChatServer, 'holds' | 'clearedStatus'>,
  endsByItself: boolean,
  now: number,
): EndingStep {
  const shown = server.holds(reported);
  const endsAlike = !endsByItself || Math.abs((reported.until ?? 0) - (target.until ?? 0)) < SAME_END_MS;
  if (stands(target, shown, server) && endsAlike) return 'done';
  if (record.ours.some((status) => stands(status, shown, server))) return 'write';
  // Before its time nothing is the server's own doing, however much it looks like it.
  const mayHaveEnded = record.ours.some(({ until }) => until !== null && until <= now);
  if (!endsByItself || !mayHaveEnded) return 'leave';
  const ownEndings = [server.clearedStatus(reported, false), ...(record.before === null ? [] : [record.before])];
  return ownEndings.some((status) => sameHeld(shown, server.holds(status))) ? 'write' : 'leave';
}

/**
 * Whether a server shows a status: as it would show it now, or exactly as it was asked for. The two differ when its emoji
 * has been deactivated there since.
 */
export function stands(status: Status | ReportedStatus, shown: HeldStatus, server: Pick<ChatServer, 'holds'>): boolean {
  const { emoji, text, availability, until } = status;
  return sameHeld(shown, server.holds(status)) || sameHeld(shown, server.holds({ emoji, text, availability, until }));
}

/** Whether two read the same on a server; an availability that one side does not name is not compared. */
export function sameHeld(a: HeldStatus, b: HeldStatus): boolean {
  return (
    a.emoji === b.emoji &&
    a.text === b.text &&
    (a.availability === null || b.availability === null || a.availability === b.availability)
  );
}

/** `wasInvisible` keeps the mark that the status to be cleared had hidden the user, for `clearedStatus`. */
export function emptyStatus(wasInvisible: boolean): Status {
  return { emoji: null, text: '', availability: wasInvisible ? 'online' : null, until: null, then: 'clear' };
}

export function isEmpty(status: Pick<Status, 'emoji' | 'text'>): boolean {
  return status.emoji === null && status.text.trim() === '';
}

function asStatus(reported: ReportedStatus): Status {
  return { ...reported, then: 'clear' };
}

function isOver(reported: ReportedStatus, now: number): boolean {
  return reported.until !== null && reported.until <= now;
}

/** A server that ends a status by itself may then put back the one before it, which was ours as well. */
export function mayStandOnceApplied(record: DesiredRecord, endsByItself: boolean): DesiredRecord['ours'] {
  if (!endsByItself || record.status.until === null) return [record.status];
  const isListed = record.ours.some((status) => lookOf(status) === lookOf(record.status));
  return isListed ? record.ours : [record.status, ...record.ours];
}

/** The record after the clock on the wall was set by `jump` milliseconds: lengths keep their length, and so do waits. */
export function shifted(record: DesiredRecord, jump: number): DesiredRecord {
  const later = <T extends { status: DesiredRecord['status']; endIsLength: boolean }>(part: T): T =>
    part.endIsLength && part.status.until !== null
      ? { ...part, status: { ...part.status, until: part.status.until + jump } }
      : part;
  return {
    ...later(record),
    previous: record.previous === null ? null : later(record.previous),
    nextTryAt: record.nextTryAt === null ? null : record.nextTryAt + jump,
  };
}

/** The same status with another end, for a server that keeps the end itself. */
export function toTellAnew(record: DesiredRecord): DesiredRecord {
  return { ...record, ...fresh, wish: record.wish + 1, guarded: true };
}

function standing(record: DesiredRecord): DesiredRecord['ours'] {
  return record.phase === 'applied' ? record.ours : mayStandThere(record);
}

/** More than anybody wishes for while a server is away; the oldest, which has been shown for certain, is always kept. */
const MOST_REMEMBERED = 12;

function mayStandThere(record: DesiredRecord | null): DesiredRecord['ours'] {
  if (record === null || record.phase === 'superseded') return [];
  if (record.phase === 'applied') return [record.status];
  const all = new Map([record.status, ...record.ours].map((status) => [lookOf(status), status]));
  const different = [...all.values()];
  return different.length <= MOST_REMEMBERED
    ? different
    : [...different.slice(0, MOST_REMEMBERED - 1), ...different.slice(-1)];
}

function lookOf({ emoji, text, availability, until }: Status | ReportedStatus): string {
  return JSON.stringify([emoji, text, availability, until !== null]);
}
