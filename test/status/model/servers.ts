import { randomBytes } from 'node:crypto';
import type { Account, SignInRequest } from '../../../electron/contract/account.ts';
import { startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import type { ServerKinds } from '../../../electron/servers/server-kinds.ts';

export const SERVER_NAMES = ['zulip', 'rocket-chat 7.4', 'rocket-chat 8.7', 'rocket-chat 8.7 restoring'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

type Demo = Pick<DemoZulip, 'url' | 'faults' | 'received' | 'close'> & {
  credentials: { you: DemoZulip['credentials']['you'] };
};

/** A demo server as its model needs it: what it shows in truth, and hands for what others do to it. */
export interface ModelServer extends Pick<Demo, 'url' | 'faults'> {
  name: ServerName;
  account: Account;
  endsByItself: boolean;
  signInRequest: SignInRequest;
  /** Emoji and text, in truth and now. */
  shown(): string;
  /** Somebody changes the status on a phone. */
  showElsewhere(text: string): void;
  revoke(): void;
  isRevoked(): boolean;
  /** Back to how it was at the start; answers the secret that is valid then. */
  reset(): string;
  close(): Promise<void>;
}

const WRITES = /\/users\/me\/status$|\/users\.setStatus$/;

export function isStatusWrite(url: string, method: string): boolean {
  return method === 'POST' && WRITES.test(new URL(url).pathname);
}

/** What a status write asks for, as `shown` would say it. */
export function messageIn(body: string): string {
  if (body.startsWith('{')) return plain((JSON.parse(body) as { message: string }).message);
  const form = new URLSearchParams(body);
  return plain(`${form.get('emoji_name') ? '🍔 ' : ''}${form.get('status_text')}`);
}

export function plain(message: string): string {
  return message.replaceAll('\u{FE0F}', '').trim();
}

export async function startModelServers(kinds: ServerKinds, clock: () => number): Promise<ModelServer[]> {
  return Promise.all([
    startZulip(kinds, clock),
    startRocketChat(kinds, clock, 'rocket-chat 7.4'),
    startRocketChat(kinds, clock, 'rocket-chat 8.7'),
    startRocketChat(kinds, clock, 'rocket-chat 8.7 restoring'),
  ]);
}

async function startZulip(kinds: ServerKinds, clock: () => number): Promise<ModelServer> {
  const demo = await startDemoZulip({ clock });
  const you = demo.realm.people.find(({ userId }) => String(userId) === demo.credentials.you.userId);
  if (you === undefined) throw new Error('The demo has no you.');
  const { apiKey } = you;
  const empty = { text: '', emojiName: '', emojiCode: '', reactionType: 'unicode_emoji' };
  return {
    ...(await described(kinds, demo, 'zulip')),
    shown: () => plain(`${you.status?.emojiName ? '🍔 ' : ''}${you.status?.text ?? ''}`),
    showElsewhere(text) {
      you.status = { ...empty, text };
    },
    revoke() {
      you.apiKey = randomBytes(16).toString('hex');
    },
    isRevoked: () => you.apiKey !== apiKey,
    reset() {
      calm(demo);
      Object.assign(you, { apiKey, status: null, presenceEnabled: true });
      return apiKey;
    },
  };
}

async function startRocketChat(kinds: ServerKinds, clock: () => number, name: ServerName): Promise<ModelServer> {
  const expiry = name.endsWith('restoring') ? 'restore' : 'reset';
  const demo = await startDemoRocketChat({ clock, version: name.split(' ')[1] ?? '', switches: { expiry } });
  const you = demo.workspace.people.find(({ id }) => id === demo.credentials.you.userId);
  if (you === undefined) throw new Error('The demo has no you.');
  const base = await described(kinds, demo, name);
  const token = [...you.loginTokens][0] ?? '';
  const change = (statusText: string) =>
    Object.assign(you, { statusText, statusDefault: 'online', statusExpiresAt: null, statusBefore: null });
  return {
    ...base,
    shown() {
      demo.presence.endDue();
      return plain(you.statusText);
    },
    showElsewhere: change,
    revoke: () => you.loginTokens.clear(),
    isRevoked: () => !you.loginTokens.has(token),
    reset() {
      calm(demo);
      change('');
      you.loginTokens.clear();
      you.loginTokens.add(token);
      return token;
    },
  };
}

function calm({ faults, received }: Demo): void {
  faults.offline = false;
  faults.clear();
  received.clear();
}

async function described(kinds: ServerKinds, demo: Demo, name: ServerName) {
  const { url, faults, close } = demo;
  const { login, password } = demo.credentials.you;
  const kind = name === 'zulip' ? 'zulip' : 'rocket-chat';
  const signInRequest: SignInRequest = { way: 'password', kind, url, login, password };
  const answer = await kinds.clients[kind].signIn(signInRequest);
  if (!answer.ok || answer.value.step !== 'signed-in') throw new Error(`Signing in to ${name} failed.`);
  const { facts, credential } = answer.value;
  const account: Account = { id: name, kind, serverUrl: url, credential, demo: false, ...facts };
  return { name, url, faults, close, account, signInRequest, endsByItself: facts.capabilities.endsByItself };
}
