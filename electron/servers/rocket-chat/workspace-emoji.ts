import { ok, type Result } from '../../contract/result.ts';
import { pictureUrl } from '../emoji-picture.ts';
import type { CustomEmoji } from '../known-emoji.ts';
import type { RocketChatApi } from './api.ts';
import { customEmoji } from './replies.ts';

/** The workspace's own emoji. https://developer.rocket.chat/apidocs/get-updated-custom-emojis */
export async function readRocketChatEmoji(api: RocketChatApi, serverUrl: string): Promise<Result<CustomEmoji[]>> {
  const reply = await api.call('/api/v1/emoji-custom.list', customEmoji, { maxBytes: 16_000_000 });
  if (!reply.ok) return reply;
  return ok(
    reply.value.map(({ name, aliases, extension }) => ({
      code: name,
      name,
      aliases,
      picture: extension === null ? null : pictureUrl(pictureAddress(serverUrl, name, extension), serverUrl),
      stillPicture: null,
      deactivated: false,
    })),
  );
}

/** Where the web app finds it; it may be a path below the server's own. */
function pictureAddress(serverUrl: string, name: string, extension: string): string {
  return `${serverUrl}/emoji-custom/${encodeURIComponent(name)}.${encodeURIComponent(extension)}`;
}
