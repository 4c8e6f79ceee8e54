import type { ServerKind } from '../contract/account.ts';
import { type DemoRocketChat, startDemoRocketChat } from './rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from './zulip/demo-zulip.ts';

/** What the real clients sign in with, made anew at each start. */
export interface TryItCredential {
  kind: ServerKind;
  url: string;
  login: string;
  password: string;
}

export interface TryIt {
  zulip: DemoZulip;
  rocketChat: DemoRocketChat;
  credentials: TryItCredential[];
  close(): Promise<void>;
}

/** Starts both demo servers on free ports of this machine. `clock` is in milliseconds since the epoch. */
export async function startTryIt({ clock }: { clock: () => number }): Promise<TryIt> {
  const zulip = await startDemoZulip({ clock, organization: 'Acme' });
  const rocketChat = await startDemoRocketChat({
    clock,
    organization: 'Riverside',
    switches: { documentedErrors: true },
  }).catch(async (error: unknown) => {
    await zulip.close();
    throw error;
  });
  const credential = (kind: ServerKind, server: DemoZulip | DemoRocketChat): TryItCredential => {
    const { login, password } = server.credentials.you;
    return { kind, url: server.url, login, password };
  };
  return {
    zulip,
    rocketChat,
    credentials: [credential('zulip', zulip), credential('rocket-chat', rocketChat)],
    close: async () => {
      await Promise.all([zulip.close(), rocketChat.close()]);
    },
  };
}
