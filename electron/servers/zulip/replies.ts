import { z } from 'zod';

/** What Zulip answers, as far as it is used here, read leniently: https://zulip.com/api/rest */

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

export const serverSettings = z
  .object({
    zulip_version: z.string().default('0'),
    zulip_feature_level: z.number().default(0),
    realm_name: text,
    realm_icon: text,
    realm_url: text,
    realm_uri: text,
    email_auth_enabled: flag,
    require_email_format_usernames: flag,
    authentication_methods: z.record(z.string(), z.unknown()).nullish(),
    external_authentication_methods: z
      .array(z.object({ display_name: z.string() }))
      .nullish()
      .catch(null),
  })
  .transform((reply) => ({
    version: reply.zulip_version,
    featureLevel: reply.zulip_feature_level,
    name: reply.realm_name,
    icon: reply.realm_icon,
    url: reply.realm_url ?? reply.realm_uri,
    emailSignIn: reply.email_auth_enabled ?? false,
    ldapSignIn: reply.authentication_methods?.ldap === true,
    loginIsEmail: reply.require_email_format_usernames ?? true,
    externalWays: (reply.external_authentication_methods ?? []).map((way) => way.display_name),
  }));

export type ServerSettings = z.output<typeof serverSettings>;

export const fetchedKey = z
  .object({ api_key: z.string(), email: z.string() })
  .transform((reply) => ({ apiKey: reply.api_key, email: reply.email }));

export const ownUser = z
  .object({ user_id: z.number(), full_name: z.string(), is_bot: z.boolean().default(false) })
  .transform((reply) => ({ userId: String(reply.user_id), fullName: reply.full_name, isBot: reply.is_bot }));

/** The parts of a status; what is not set is absent in a reading and `""` in an event. */
export const statusParts = z.object({
  status_text: z.string().optional(),
  emoji_name: z.string().optional(),
  emoji_code: z.string().optional(),
  reaction_type: z.string().optional(),
  away: z.boolean().optional(),
});

export type StatusParts = z.output<typeof statusParts>;

export const ownStatus = z.object({ status: statusParts }).transform((reply) => reply.status);

export const written = z
  .object({ ignored_parameters_unsupported: z.array(z.string()).default([]) })
  .transform((reply) => ({ ignored: reply.ignored_parameters_unsupported }));

export const registered = z
  .object({
    queue_id: text,
    last_event_id: z.number().default(-1),
    event_queue_longpoll_timeout_seconds: z.number().default(90),
    server_emoji_data_url: text,
    realm_presence_disabled: flag,
    user_settings: z.object({ presence_enabled: z.boolean().optional() }).nullish(),
    user_status: z.record(z.string(), statusParts).nullish(),
  })
  .transform((reply) => ({
    queueId: reply.queue_id,
    lastEventId: reply.last_event_id,
    longPollMs: reply.event_queue_longpoll_timeout_seconds * 1000,
    emojiTableUrl: reply.server_emoji_data_url,
    presenceDisabled: reply.realm_presence_disabled ?? false,
    presenceEnabled: reply.user_settings?.presence_enabled ?? null,
    statuses: reply.user_status ?? null,
  }));

export type Registered = z.output<typeof registered>;

export const event = z.looseObject({
  id: z.number(),
  type: z.string(),
  user_id: z.number().optional(),
  property: z.string().optional(),
  value: z.unknown().optional(),
});

export const events = z.object({ events: z.array(event) }).transform((reply) => reply.events);

export type ZulipEvent = z.output<typeof event>;

export const emojiTable = z
  .object({ code_to_names: z.record(z.string(), z.array(z.string())) })
  .transform((reply) => reply.code_to_names);

/** Under each emoji's id. */
export const realmEmoji = z
  .object({
    emoji: z.record(
      z.string(),
      z.object({ name: z.string(), source_url: text, still_url: text, deactivated: flag }).nullable().catch(null),
    ),
  })
  .transform((reply) =>
    Object.entries(reply.emoji).flatMap(([code, emoji]) =>
      emoji === null
        ? []
        : [
            {
              code,
              name: emoji.name,
              source: emoji.source_url,
              still: emoji.still_url,
              deactivated: emoji.deactivated ?? false,
            },
          ],
    ),
  );
