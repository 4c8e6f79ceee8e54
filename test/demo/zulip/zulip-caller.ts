import type { DemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import type { PersonKey } from '../../../electron/demo/zulip/realm.ts';

export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: replies of any shape are looked at field by field.
  body: any;
}

/** Calls the demo server with plain `fetch`: GET with a query, everything else with a form. */
export function zulipCaller(server: DemoZulip, who: PersonKey | null) {
  return async (method: string, path: string, fields: Record<string, string> = {}): Promise<Reply> => {
    const headers: Record<string, string> = {};
    if (who !== null) headers.Authorization = basic(server, who);
    const form = new URLSearchParams(fields);
    const url = `${server.url}/api/v1${path}`;
    const reply =
      method === 'GET' ? await fetch(`${url}?${form}`, { headers }) : await fetch(url, { method, headers, body: form });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
}

export function basic(server: DemoZulip, who: PersonKey): string {
  const { login, token } = server.credentials[who];
  return `Basic ${Buffer.from(`${login}:${token}`).toString('base64')}`;
}
