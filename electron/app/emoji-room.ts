import { join } from 'node:path';
import type { AccountService } from '../accounts/account-service.ts';
import { createEmojiPictures } from '../emoji/emoji-pictures.ts';
import { createKeptEmoji } from '../emoji/kept-emoji.ts';
import { createOrganizationEmoji, type OrganizationEmojiService } from '../emoji/organization-emoji.ts';
import { createPictureCache } from '../emoji/picture-cache.ts';
import type { ServerKinds } from '../servers/server-kinds.ts';
import type { Clock } from '../status/clock.ts';
import type { ReportedStatuses } from '../status/reported-statuses.ts';
import type { Store } from '../storage/store.ts';
import type { StoredEmoji } from '../storage/stores.ts';
import type { SettingsService } from './settings-service.ts';

const MOST_PICTURES = 32 * 1024 * 1024;

/** Everything about organisations' own emoji, put together, and kept in step with the accounts. */
export function openEmojiRoom(deps: {
  /** Where the pictures are kept: absolute. */
  folder: string;
  stores: { emoji: Store<StoredEmoji> };
  kinds: ServerKinds;
  accounts: AccountService;
  settings: SettingsService;
  reports: ReportedStatuses;
  clock: Clock;
}): OrganizationEmojiService {
  const { folder, stores, kinds, accounts, settings, reports, clock } = deps;
  const cache = createPictureCache({ folder: join(folder, 'emoji-pictures'), maxBytes: MOST_PICTURES });
  const emoji = createOrganizationEmoji({
    accounts,
    kinds,
    kept: createKeptEmoji(stores.emoji),
    pictures: createEmojiPictures({ cache, read: kinds.readPicture, now: clock.now }),
    chosenAccountIds: () => settings.get().chosenAccountIds,
    now: clock.now,
  });
  const refresh = (id: string) => void emoji.refresh(id);
  accounts.onSignedIn((id) => {
    // The account may have been at another address before, as those of the try-it mode are.
    emoji.tidy();
    refresh(id);
  });
  accounts.onRemoved(emoji.tidy);
  reports.onEmojiChange(refresh);
  return emoji;
}
