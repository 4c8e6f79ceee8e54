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
    reply.value.map(({ name, aliases, extension, etag, _updatedAt }) => ({
      code: name,
      name,
      aliases,
      picture:
        extension === null
          ? null
          : pictureUrl(pictureAddress(serverUrl, `${name}.${extension}`, etag ?? _updatedAt), serverUrl),
      stillPicture: null,
      deactivated: false,
    })),
  );
}

/** Where the web app finds it. A changed picture keeps its name, so its version goes along, as the web app does it. */
function pictureAddress(serverUrl: string, file: string, version: string | null): string {
  const query = version === null ? '' : `?${new URLSearchParams({ etag: version })}`;
  return `${serverUrl}/emoji-custom/${encodeURIComponent(file)}${query}`;
}
