import type { FoundPeople, Person } from '../../contract/administration.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Availability, ReportedStatus, Status } from '../../contract/status.ts';
import type { WrittenForOther } from '../administration.ts';
import { pauseAsked } from '../pacing.ts';
import type { ServerClock } from '../server-clock.ts';
import { otherPersonProblem } from './administration-errors.ts';
import {
  AVAILABILITY_NAMES,
  availabilityFromName,
  type FoundPerson,
  foundPeople,
  type Presence,
  personInfo,
  presences,
} from './administration-replies.ts';
import { isSuccess, type RocketChatApi, readReply } from './api.ts';
import { comparable, messageOf, splitMessage, TEXT_LIMIT } from './message.ts';
import { done } from './replies.ts';
import { endsStatuses, isAtLeast } from './version.ts';

export interface RocketChatPeopleDeps {
  api: RocketChatApi;
  serverUrl: string;
  userId: string;
  version: () => string;
  clock: Pick<ServerClock, 'aheadMs'>;
}

const MOST_PEOPLE = 50;
/** The server's own limit, which it does not tell: https://developer.rocket.chat/apidocs/get-users-auto-complete */
const MOST_FOUND = 10;
/** One call of each window is left for the user's own status, which goes the same way. */
const CALLS_LEFT_ALONE = 1;

/** By name or user name, and by e-mail as a whole where the server can look for it (8.4). */
export async function findRocketChatPeople(deps: RocketChatPeopleDeps, query: string): Promise<Result<FoundPeople>> {
  const { api, userId, version } = deps;
  const term = query.trim().replace(/^@/, '');
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(term);
  const selector = JSON.stringify({ term: isEmail ? term.split('@')[0] : term, conditions: {} });
  const [found, byEmail] = await Promise.all([
    api.call(`/api/v1/users.autocomplete?${new URLSearchParams({ selector })}`, foundPeople),
    isEmail && isAtLeast(version(), 8, 4) ? findByEmail(api, term) : null,
  ]);
  if (!found.ok) return found;
  const people = new Map<string, FoundPerson & { email?: string | null }>();
  for (const one of [...(byEmail === null ? [] : [byEmail]), ...found.value]) {
    if (one.id !== userId && !people.has(one.id)) people.set(one.id, one);
  }
  const shown = [...people.values()].slice(0, MOST_PEOPLE);
  const statuses = await readPresences(deps, shown);
  const all = found.value.length < MOST_FOUND ? people.size : null;
  return ok({ people: shown.map((one) => toPerson(one, statuses.get(one.id) ?? null)), all });
}

function toPerson(found: FoundPerson & { email?: string | null }, reported: ReportedStatus | null): Person {
  const { id, fullName, userName, email } = found;
  return { id, fullName, userName, email: email ?? null, reported };
}

async function findByEmail(api: RocketChatApi, email: string): Promise<(FoundPerson & { email: string }) | null> {
  const info = await api.call(`/api/v1/users.info?${new URLSearchParams({ email })}`, personInfo);
  return info.ok && info.value.isUsable ? { ...info.value, email } : null;
}

/** For people whom the presence list leaves out, what the search has said of them counts. */
async function readPresences(deps: RocketChatPeopleDeps, people: FoundPerson[]): Promise<Map<string, ReportedStatus>> {
  const { api, serverUrl } = deps;
  const ids = people.map(({ id }) => id).join(',');
  const reply =
    ids === '' ? ok([]) : await api.call(`/api/v1/users.presence?${new URLSearchParams({ ids })}`, presences);
  const statuses = new Map((reply.ok ? reply.value : []).map((one) => [one.id, fromPresence(deps, one)]));
  for (const { id, status, text } of people) {
    if (!statuses.has(id) && text !== null) {
      statuses.set(id, { ...splitMessage(text, serverUrl), availability: shownChoice(status), until: null });
    }
  }
  return statuses;
}

/** Somebody offline may be missing from the presence list, so the second place to ask is the person's own record. */
export async function readRocketChatStatusOf(
  deps: RocketChatPeopleDeps,
  personId: string,
): Promise<Result<ReportedStatus>> {
  const { api, serverUrl } = deps;
  const listed = await api.call(`/api/v1/users.presence?${new URLSearchParams({ ids: personId })}`, presences);
  const presence = listed.ok ? listed.value.find(({ id }) => id === personId) : undefined;
  if (presence) return ok(fromPresence(deps, presence));
  const reply = await api.send(`/api/v1/users.info?${new URLSearchParams({ userId: personId })}`);
  if (!reply.ok) return reply;
  if (!isSuccess(reply.value)) return fail(otherPersonProblem(reply.value));
  const info = readReply(reply.value, personInfo);
  if (!info.ok) return info;
  const { text, status, chosen } = info.value;
  const availability = chosen === null ? shownChoice(status) : availabilityFromName(chosen);
  return ok({ ...splitMessage(text, serverUrl), availability, until: null });
}

/**
 * The list tells what others see. What the person chose follows from it only where they chose by hand, or where the server
 * says (from 8.6, by naming no source) that they did not.
 */
function fromPresence({ serverUrl, version, clock }: RocketChatPeopleDeps, presence: Presence): ReportedStatus {
  const { text, status, source, expiresAt } = presence;
  const until = expiresAt === null ? Number.NaN : Date.parse(expiresAt) - clock.aheadMs();
  const isByHand = source === 'manual' && status !== 'offline';
  const isAutomatic = source === null && endsStatuses(version());
  const availability = isByHand ? availabilityFromName(status) : isAutomatic ? 'online' : shownChoice(status);
  return { ...splitMessage(text, serverUrl), availability, until: Number.isNaN(until) ? null : until };
}

/** `away` may be idleness and `offline` a closed laptop: neither tells a choice. */
function shownChoice(status: string | null): Availability | null {
  return status === 'online' || status === 'busy' ? status : null;
}

/** https://developer.rocket.chat/apidocs/set-user-status; without an availability, only the text is sent. */
export async function writeRocketChatStatusOf(
  deps: RocketChatPeopleDeps,
  personId: string,
  status: Status,
): Promise<Result<WrittenForOther>> {
  const { api, serverUrl, version, clock } = deps;
  const { emoji, availability, until } = status;
  if (emoji?.kind === 'custom' && emoji.serverUrl !== serverUrl) {
    return fail({ code: 'custom-emoji-unknown', emoji: `:${emoji.name}:` });
  }
  const message = messageOf(emoji, status.text);
  // The server would cut what is too long, in the middle of a character if need be, and say nothing.
  if (message.length > TEXT_LIMIT.max) {
    return fail({ code: 'text-too-long', length: message.length, max: TEXT_LIMIT.max });
  }
  const json = {
    userId: personId,
    message,
    ...(availability === null ? {} : { status: AVAILABILITY_NAMES[availability] }),
    ...(until !== null && endsStatuses(version())
      ? { expiresAt: new Date(until + clock.aheadMs()).toISOString() }
      : {}),
  };
  const reply = await api.send('/api/v1/users.setStatus', { method: 'POST', json });
  if (!reply.ok) return reply;
  if (!isSuccess(reply.value)) {
    const mayHaveWritten = reply.value.status === 400 && availability !== null && !endsStatuses(version());
    const hasText = mayHaveWritten && (await showsText(deps, personId, message));
    return hasText ? ok({ notApplied: ['availability'], pauseMs: 0 }) : fail(otherPersonProblem(reply.value));
  }
  const read = readReply(reply.value, done);
  if (!read.ok) return read;
  return ok({ notApplied: [], pauseMs: pauseAsked(reply.value.headers, CALLS_LEFT_ALONE, Date.now()) });
}

/** Servers before 8.6 write the text before they check the availability, so a refusal can have done half of it. */
async function showsText(deps: RocketChatPeopleDeps, personId: string, message: string): Promise<boolean> {
  const shown = await readRocketChatStatusOf(deps, personId);
  return shown.ok && comparable(messageOf(shown.value.emoji, shown.value.text)) === comparable(message);
}
