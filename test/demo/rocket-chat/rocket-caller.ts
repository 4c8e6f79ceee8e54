import type { DemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { RocketPersonKey } from '../../../electron/demo/rocket-chat/workspace.ts';

export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: replies of any shape are looked at field by field.
  body: any;
}

/** Calls the demo server with plain `fetch`, with somebody's personal access token; POST where there is a body. */
export function rocketCaller(
  server: DemoRocketChat,
  who: RocketPersonKey | null,
  extraHeaders: Record<string, string> = {},
) {
  return async (path: string, body?: unknown): Promise<Reply> => {
    const headers: Record<string, string> = { ...extraHeaders };
    if (who !== null) {
      headers['X-User-Id'] = server.credentials[who].userId;
      headers['X-Auth-Token'] = server.credentials[who].token;
    }
    const init: RequestInit = { headers };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
      Object.assign(init, { method: 'POST', body: JSON.stringify(body) });
    }
    const reply = await fetch(`${server.url}/api${path}`, init);
    return { status: reply.status, headers: reply.headers, body: await reply.json() };
  };
}
