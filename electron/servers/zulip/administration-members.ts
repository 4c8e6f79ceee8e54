import { z } from 'zod';
import type { FoundPeople, Person } from '../../contract/administration.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { ZulipConnection } from './connection.ts';
import { registerOnce } from './session.ts';
import { reportedEmoji } from './status-parts.ts';

/** A list this young is searched as it is. */
const YOUNG_MS = 60_000;
const MOST_PEOPLE = 50;
/** A member has about 600 bytes. */
const LARGEST_LIST = 64_000_000;

const members = z
  .object({
    members: z.array(
      z.object({
        user_id: z.number(),
        full_name: z.string(),
        email: z.string(),
        delivery_email: z.string().nullish(),
        is_active: z.boolean().default(true),
        is_bot: z.boolean().default(false),
      }),
    ),
  })
  .transform((reply) => reply.members.filter(({ is_active, is_bot }) => is_active && !is_bot));

interface Member {
  person: Person;
  /** What a search looks through. */
  words: string[];
}

export interface ZulipMembers {
  find(query: string): Promise<Result<FoundPeople>>;
  /** What was just written, so that the next search shows it. */
  note(personId: string, reported: NonNullable<Person['reported']>): void;
}

/**
 * Everybody in the organisation, read in one go with everybody's status and searched here: Zulip has no search for people.
 * https://zulip.com/api/get-users
 */
export function createZulipMembers(connection: ZulipConnection, now: () => number): ZulipMembers {
  let kept: { members: Member[]; readAt: number } | null = null;
  let reading: Promise<Result<Member[]>> | null = null;

  function read(): Promise<Result<Member[]>> {
    reading ??= readMembers(connection).then((answer) => {
      if (answer.ok) kept = { members: answer.value, readAt: now() };
      reading = null;
      return answer;
    });
    return reading;
  }

  return {
    async find(query) {
      const isYoung = kept !== null && now() - kept.readAt < YOUNG_MS;
      const answer = isYoung && kept !== null ? ok(kept.members) : await read();
      if (!answer.ok) return answer;
      const wanted = wordsOf(query);
      const found = answer.value.filter(({ words }) => wanted.every((part) => words.some((w) => w.startsWith(part))));
      return ok({ people: found.slice(0, MOST_PEOPLE).map(({ person }) => person), all: found.length });
    },
    note(personId, reported) {
      const member = kept?.members.find(({ person }) => person.id === personId);
      if (member) member.person = { ...member.person, reported };
    },
  };
}

async function readMembers({ api, account }: ZulipConnection): Promise<Result<Member[]>> {
  const query = new URLSearchParams({ client_gravatar: 'true' });
  const [list, registration] = await Promise.all([
    api.call(`/users?${query}`, members, { maxBytes: LARGEST_LIST }),
    registerOnce(api, ['user_status']),
  ]);
  if (!list.ok) return list;
  const statuses = registration.ok ? registration.value.statuses : null;
  return ok(
    list.value
      .filter(({ user_id }) => String(user_id) !== account.userId)
      .map((one) => {
        const email = one.delivery_email === undefined ? one.email : one.delivery_email;
        const id = String(one.user_id);
        const parts = statuses?.[id] ?? {};
        const emoji = reportedEmoji(parts, account.serverUrl);
        const reported = { emoji, text: parts.status_text ?? '', availability: null, until: null };
        const userName = (email ?? one.email).split('@')[0] ?? '';
        const person = { id, fullName: one.full_name, userName, email, reported: statuses === null ? null : reported };
        return {
          person,
          words: wordsOf(`${one.full_name} ${email ?? ''} ${userName} ${userName.replace(/\W+/g, ' ')}`),
        };
      })
      .sort((a, b) => a.person.fullName.localeCompare(b.person.fullName)),
  );
}

/** Without case and accents: “tomas” finds Tomás. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '@')
    .map((word) => word.replace(/^@/, ''));
}
