import { z } from 'zod';

/** What Rocket.Chat answers, as far as it is used here, read leniently: https://developer.rocket.chat/apidocs */

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** Below 4.0 the version stands in `info`. */
export const serverInfo = z
  .object({
    success: z.literal(true),
    version: z.string().optional(),
    info: z.object({ version: z.string() }).optional(),
  })
  .transform((reply) => reply.version ?? reply.info?.version ?? '0');

export const publicSettings = z
  .object({ settings: z.array(z.object({ _id: z.string(), value: z.unknown() })) })
  .transform((reply) => new Map(reply.settings.map((setting) => [setting._id, setting.value])));

export type PublicSettings = z.output<typeof publicSettings>;

export const oauthServices = z
  .object({ services: z.array(z.looseObject({ name: text, service: text, buttonLabelText: text })) })
  .transform((reply) =>
    reply.services.flatMap((service) => service.buttonLabelText || service.name || service.service || []),
  );

export const loggedIn = z
  .object({ data: z.object({ userId: z.string(), authToken: z.string() }) })
  .transform((reply) => reply.data);

export const me = z
  .object({
    _id: z.string(),
    username: text,
    name: text,
    statusDefault: text,
    statusText: text,
    statusExpiresAt: text,
  })
  .transform((reply) => ({
    userId: reply._id,
    userName: reply.username,
    fullName: reply.name || reply.username || reply._id,
    statusDefault: reply.statusDefault,
    statusText: reply.statusText ?? '',
    statusExpiresAt: reply.statusExpiresAt,
  }));

export type Me = z.output<typeof me>;

export const done = z.object({});

export const customEmoji = z
  .object({
    emojis: z.object({
      update: z.array(
        z
          .object({
            name: z.string(),
            aliases: z.array(z.string()).catch([]),
            extension: text,
            etag: text.catch(null),
            _updatedAt: text.catch(null),
          })
          .nullable()
          .catch(null),
      ),
    }),
  })
  .transform((reply) => reply.emojis.update.filter((emoji) => emoji !== null));
