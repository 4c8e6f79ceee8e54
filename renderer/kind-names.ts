import type { ServerKind } from '../electron/contract/account.ts';

/** What the kinds of servers are called, in every language. */
export const KIND_NAMES: Record<ServerKind, string> = { zulip: 'Zulip', 'rocket-chat': 'Rocket.Chat' };
