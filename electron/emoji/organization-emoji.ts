import type { AccountService } from '../accounts/account-service.ts';
import type { Account } from '../contract/account.ts';
import { chosenAccounts } from '../contract/chosen-accounts.ts';
import type { EmojiNamesThere, OrganizationEmoji, OrganizationEmojiList, StatusPreview } from '../contract/emoji.ts';
import { ok, type Result } from '../contract/result.ts';
import type { Status } from '../contract/status.ts';
import type { EmojiPicture } from '../servers/emoji-picture.ts';
import type { CustomEmoji, EmojiNames } from '../servers/known-emoji.ts';
import type { ServerKinds } from '../servers/server-kinds.ts';
import { type EmojiPictures, pictureId } from './emoji-pictures.ts';
import type { KeptEmoji } from './kept-emoji.ts';

export interface OrganizationEmojiService {
  /** One list per organisation whose emoji have been read, from what is kept; asks nobody. */
  lists(): OrganizationEmojiList[];
  /** What the chosen accounts' servers call Unicode's emoji, those that have names of their own; asks nobody. */
  names(): EmojiNamesThere;
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
  const catalogue = createCatalogue(kept);

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
      organizations()
        .filter(({ serverUrl }) => kept.custom(serverUrl) !== null)
        .map(({ serverUrl, serverName }) => ({ serverUrl, serverName, emoji: catalogue(serverUrl).offered })),
    names() {
      const chosen = chosenAccounts(accounts.list(), null, deps.chosenAccountIds());
      return mergedNames([...new Set(chosen.map(({ serverUrl }) => serverUrl))].map((url) => kept.table(url)?.names));
    },
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
      const found = organizations().map(({ serverUrl }) => catalogue(serverUrl).addresses.get(id));
      const address = found.find((one) => one !== undefined);
      return address === undefined ? null : pictures.get(address);
    },
    tidy: () => kept.keepOnly(organizations().map(({ serverUrl }) => serverUrl)),
  };
}

/** The first server's names first, where several have names for the same code. */
function mergedNames(tables: readonly (EmojiNames | undefined)[]): EmojiNamesThere {
  const merged = new Map<string, Set<string>>();
  for (const [code, names] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    const plain = code.replaceAll('-fe0f', '');
    merged.set(plain, new Set([...(merged.get(plain) ?? []), ...names]));
  }
  return Object.fromEntries([...merged].map(([code, names]) => [code, [...names].join(' ')]));
}

/** One organisation's emoji as the picker is offered them, and the addresses that their pictures' ids stand for. */
interface Catalogue {
  offered: OrganizationEmoji[];
  addresses: Map<string, string>;
}

/** Made anew only when a list has changed: there may be thousands in it. */
function createCatalogue(kept: KeptEmoji): (serverUrl: string) => Catalogue {
  const made = new Map<string, Catalogue & { list: readonly CustomEmoji[] | null }>();

  function make(list: readonly CustomEmoji[] | null, serverUrl: string): Catalogue {
    const addresses = new Map<string, string>();
    const pathOf = (address: string | null) => {
      if (address === null) return null;
      const id = pictureId(address);
      addresses.set(id, address);
      return `./emoji/${id}`;
    };
    const offered = (list ?? [])
      .filter(({ deactivated }) => !deactivated)
      .map(({ code, name, aliases, picture, stillPicture }) => ({
        emoji: { kind: 'custom' as const, serverUrl, name, code },
        aliases,
        picture: pathOf(picture),
        stillPicture: pathOf(stillPicture),
      }));
    return { offered, addresses };
  }

  return (serverUrl) => {
    const list = kept.custom(serverUrl);
    const before = made.get(serverUrl);
    if (before !== undefined && before.list === list) return before;
    const next = { ...make(list, serverUrl), list };
    made.set(serverUrl, next);
    return next;
  };
}
