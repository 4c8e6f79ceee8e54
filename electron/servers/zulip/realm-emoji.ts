import { ok, type Result } from '../../contract/result.ts';
import { pictureUrl } from '../emoji-picture.ts';
import type { CustomEmoji } from '../known-emoji.ts';
import type { ZulipApi } from './api.ts';
import { realmEmoji } from './replies.ts';

/** The one custom emoji that every server has, and that is not in its list. */
const EXTRA = { code: 'zulip', name: 'zulip', source: '/static/generated/emoji/images/emoji/unicode/zulip.png' };

/** The organisation's own emoji, deactivated ones too. https://zulip.com/api/get-custom-emoji */
export async function readZulipEmoji(api: ZulipApi, serverUrl: string): Promise<Result<CustomEmoji[]>> {
  const reply = await api.call('/realm/emoji', realmEmoji, { maxBytes: 16_000_000 });
  if (!reply.ok) return reply;
  const extra = { ...EXTRA, still: null, deactivated: false };
  return ok(
    [...reply.value, extra].map(({ code, name, source, still, deactivated }) => ({
      code,
      name,
      aliases: [],
      picture: pictureUrl(source, serverUrl),
      stillPicture: pictureUrl(still, serverUrl),
      deactivated,
    })),
  );
}
