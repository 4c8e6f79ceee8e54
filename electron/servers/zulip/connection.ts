import type { Account } from '../../contract/account.ts';
import type { KnownEmoji } from '../known-emoji.ts';
import type { ZulipApi } from './api.ts';
import type { ZulipSession } from './session.ts';

export type ZulipAccount = Pick<Account, 'serverUrl' | 'userId' | 'login' | 'capabilities'>;

export interface ZulipConnection {
  account: ZulipAccount;
  api: ZulipApi;
  session: ZulipSession;
  known: KnownEmoji;
}
