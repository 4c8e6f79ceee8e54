import type { AccountService } from '../accounts/account-service.ts';
import { chosenAccounts } from '../accounts/chosen-accounts.ts';
import type { Account } from '../contract/account.ts';
import type { OrganizationEmojiList, StatusPreview } from '../contract/emoji.ts';
import { ok, type Result } from '../contract/result.ts';
import type { Status } from '../contract/status.ts';
import type { EmojiPicture } from '../servers/emoji-picture.ts';
import type { CustomEmoji } from '../servers/known-emoji.ts';
import type { ServerKinds } from '../servers/server-kinds.ts';
import { type EmojiPictures, pictureId } from './emoji-pictures.ts';
import type { KeptEmoji } from './kept-emoji.ts';

export interface OrganizationEmojiService {
  /** One list per organisation, from what is kept; asks nobody. */
  lists(): OrganizationEmojiList[];
  /** How a status will look on each account; `accountIds` null means the chosen accounts. Asks nobody. */
  preview(status: Status, accountIds: string[] | null): Result<StatusPreview[]>;
  /** Reads an account's organisation's emoji anew. */
  refresh(accountId: string): Promise<Result<null>>;
  /** The same for every organisation whose list is older than ten minutes. */
  refreshOld(): Promise<void>;
  /** What `/emoji/<id>` stands for in the lists; null for every other id. */
  picture(id: string): Promise<EmojiPicture | null>;
  /** Forgets what belongs to no account any more. */
  tidy(): void;
}

export interface OrganizationEmojiDeps {
  accounts: Pick<AccountService, 'list' | 'find' | 'server' | 'signInState'>;
  kinds: Pick<ServerKinds, 'clients'>;
  kept: KeptEmoji;
  pictures: EmojiPictures;
  chosenAccountIds: () => string[] | null;
  now: () => number;
}

const YOUNG_MS = 10 * 60_000;

export function createOrganizationEmoji(deps: OrganizationEmojiDeps): OrganizationEmojiService {
  const { accounts, kinds, kept, pictures, now } = deps;
  const readAt = new Map<string, number>();
  const addresses = createAddressBook(organizations, kept);

  function organizations(): Account[] {
    return [...new Map(accounts.list().map((account) => [account.serverUrl, account])).values()];
  }

  async function refresh(accountId: string): Promise<Result<null>> {
    const account = accounts.find(accountId);
    const server = await accounts.server(accountId);
    if (!server.ok || account === null) return server.ok ? ok(null) : server;
    readAt.set(account.serverUrl, now());
    const emoji = await server.value.readEmoji();
    if (emoji.ok) return kept.keepCustom(account.serverUrl, emoji.value);
    readAt.delete(account.serverUrl);
    return emoji;
  }

  return {
    lists: () =>
      organizations().map(({ serverUrl, serverName }) => ({
        serverUrl,
        serverName,
        emoji: usable(kept.custom(serverUrl)).map((emoji) => offered(emoji, serverUrl)),
      })),
    preview(status, accountIds) {
      const chosen = chosenAccounts(accounts.list(), accountIds, deps.chosenAccountIds());
      return ok(
        chosen.map((account) => ({ accountId: account.id, ...kinds.clients[account.kind].preview(account, status) })),
      );
    },
    refresh,
    async refreshOld() {
      const isOld = ({ serverUrl }: Account) => now() - (readAt.get(serverUrl) ?? Number.NEGATIVE_INFINITY) > YOUNG_MS;
      const signedIn = accounts.list().filter(({ id }) => accounts.signInState(id) === 'signed-in');
      const due = new Map(signedIn.filter(isOld).map(({ id, serverUrl }) => [serverUrl, id]));
      await Promise.all([...due.values()].map(refresh));
    },
    async picture(id) {
      const address = addresses(id);
      return address === undefined ? null : pictures.get(address);
    },
    tidy: () => kept.keepOnly(organizations().map(({ serverUrl }) => serverUrl)),
  };
}

function usable(custom: readonly CustomEmoji[] | null): CustomEmoji[] {
  return (custom ?? []).filter(({ deactivated }) => !deactivated);
}

function offered({ code, name, aliases, picture, stillPicture }: CustomEmoji, serverUrl: string) {
  return {
    emoji: { kind: 'custom' as const, serverUrl, name, code },
    aliases,
    picture: pathOf(picture),
    stillPicture: pathOf(stillPicture),
  };
}

function pathOf(address: string | null): string | null {
  return address === null ? null : `/emoji/${pictureId(address)}`;
}

/** Finds the address that an id stands for; made anew only when a list has changed. */
function createAddressBook(organizations: () => Account[], kept: KeptEmoji): (id: string) => string | undefined {
  const books = new Map<string, { list: readonly CustomEmoji[]; byId: Map<string, string> }>();

  function bookOf(serverUrl: string): Map<string, string> {
    const list = kept.custom(serverUrl) ?? [];
    const before = books.get(serverUrl);
    if (before?.list === list) return before.byId;
    const all = usable(list).flatMap(({ picture, stillPicture }) => [picture ?? [], stillPicture ?? []].flat());
    const byId = new Map(all.map((address) => [pictureId(address), address]));
    books.set(serverUrl, { list, byId });
    return byId;
  }

  return (id) =>
    organizations()
      .map(({ serverUrl }) => bookOf(serverUrl).get(id))
      .find((address) => address !== undefined);
}
