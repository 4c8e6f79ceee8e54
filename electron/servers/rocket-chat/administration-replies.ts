import { z } from 'zod';
import type { WorkspaceStatus } from '../../contract/administration.ts';
import type { Availability } from '../../contract/status.ts';

/** What Rocket.Chat answers about other people and the workspace, read leniently: https://developer.rocket.chat/apidocs */

/** The workspace's word for invisible is `offline`. */
export const AVAILABILITY_NAMES = { online: 'online', away: 'away', busy: 'busy', invisible: 'offline' } as const;

const FROM_NAME: Readonly<Record<string, Availability>> = {
  online: 'online',
  away: 'away',
  busy: 'busy',
  offline: 'invisible',
};

/** In whatever case it is printed; null for none and for what is not known. */
export function availabilityFromName(name: string | null): Availability | null {
  return FROM_NAME[(name ?? '').toLowerCase()] ?? null;
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const customStatus = z
  .object({ _id: z.string(), name: z.string(), statusType: text })
  .transform(
    (one): WorkspaceStatus => ({ id: one._id, name: one.name, availability: availabilityFromName(one.statusType) }),
  );

export const customStatusPage = z.object({ statuses: z.array(customStatus), total: z.number().optional() });

export const savedCustomStatus = z
  .object({ customUserStatus: customStatus })
  .transform((reply) => reply.customUserStatus);

export const ownRoles = z.object({ roles: z.array(z.string()).default([]) }).transform((reply) => reply.roles);

/** The roles that hold each permission, by the permission's id. */
export const permissions = z
  .object({ update: z.array(z.object({ _id: z.string(), roles: z.array(z.string()).default([]) })) })
  .transform((reply) => new Map(reply.update.map(({ _id, roles }) => [_id, roles])));

const found = z
  .object({ _id: z.string(), username: text, name: text, status: text, statusText: text })
  .transform((one) => ({
    id: one._id,
    userName: one.username ?? one._id,
    fullName: one.name || one.username || one._id,
    status: one.status,
    text: one.statusText,
  }));

export type FoundPerson = z.output<typeof found>;

export const foundPeople = z.object({ items: z.array(found) }).transform((reply) => reply.items);

const presence = z
  .object({ _id: z.string(), status: text, statusText: text, statusSource: text, statusExpiresAt: text })
  .transform((one) => ({
    id: one._id,
    status: one.status,
    text: one.statusText ?? '',
    source: one.statusSource,
    expiresAt: one.statusExpiresAt,
  }));

export type Presence = z.output<typeof presence>;

export const presences = z.object({ users: z.array(presence) }).transform((reply) => reply.users);

export const personInfo = z
  .object({
    user: z.object({
      _id: z.string(),
      username: text,
      name: text,
      status: text,
      statusText: text,
      statusDefault: text,
      active: z.boolean().optional(),
      type: text,
      emails: z.array(z.object({ address: z.string() })).nullish(),
    }),
  })
  .transform(({ user }) => ({
    id: user._id,
    userName: user.username ?? user._id,
    fullName: user.name || user.username || user._id,
    status: user.status,
    text: user.statusText ?? '',
    chosen: user.statusDefault,
    isUsable: user.active !== false && user.type !== 'bot',
    email: user.emails?.[0]?.address ?? null,
  }));
