import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { networkProblem } from './network-errors.ts';
import { waitAsked } from './rate-limit.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface HttpRequest {
  url: URL;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  form?: Record<string, string>;
  json?: unknown;
  /** Follows redirects. Only for requests without credentials: Electron's `net.fetch` takes headers along. */
  follow?: boolean;
  timeoutMs?: number;
  maxBytes?: number;
  signal?: AbortSignal;
}

export interface HttpReply {
  /** Where the reply came from after redirects, as far as `fetch` tells: Electron's does not. */
  url: URL;
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

export interface JsonReply {
  url: URL;
  status: number;
  headers: Headers;
  body: unknown;
}

export interface Http {
  /** Any status is a reply here; a problem means that there was none, or that it was too large. */
  request(request: HttpRequest): Promise<Result<HttpReply>>;
  /** Like `request`, with 429, 5xx and everything that is not JSON as problems. 4xx with JSON is a reply. */
  requestJson(request: HttpRequest): Promise<Result<JsonReply>>;
}

export interface HttpDeps {
  fetch: Fetch;
  userAgent: string;
  /** For the whole exchange, body included. 20 s when not given. */
  timeoutMs?: number;
  /** 2 MB when not given. */
  maxBytes?: number;
}

/** Problems name the host and nothing else: neither bodies nor headers ever leave here in one. */
export function createHttp(deps: HttpDeps): Http {
  const request = (wanted: HttpRequest) => exchange(deps, wanted);
  return {
    request,
    async requestJson(wanted) {
      const reply = await request({ ...wanted, headers: { Accept: 'application/json', ...wanted.headers } });
      return reply.ok ? parseJson(reply.value) : reply;
    },
  };
}

async function exchange(deps: HttpDeps, wanted: HttpRequest): Promise<Result<HttpReply>> {
  const { host } = wanted.url;
  // `AbortSignal.timeout` would keep each request's memory until its time is up, long after the answer.
  const abort = new AbortController();
  let timedOut = false;
  const timer = setTimeout(
    () => {
      timedOut = true;
      abort.abort();
    },
    wanted.timeoutMs ?? deps.timeoutMs ?? 20_000,
  );
  const cancel = () => abort.abort();
  if (wanted.signal?.aborted) cancel();
  wanted.signal?.addEventListener('abort', cancel);
  const { signal } = abort;
  try {
    const response = await deps.fetch(wanted.url.href, { ...init(deps, wanted), signal });
    const bytes = await readBytes(response, wanted.maxBytes ?? deps.maxBytes ?? 2_000_000);
    if (!bytes) return fail({ code: 'reply-too-large', host });
    const url = URL.canParse(response.url) ? new URL(response.url) : wanted.url;
    return ok({ url, status: response.status, headers: response.headers, bytes });
  } catch (error) {
    return fail(timedOut ? { code: 'timeout', host } : networkProblem(error, host));
  } finally {
    clearTimeout(timer);
    wanted.signal?.removeEventListener('abort', cancel);
  }
}

function init(deps: HttpDeps, wanted: HttpRequest): RequestInit {
  const headers: Record<string, string> = { 'User-Agent': deps.userAgent, ...wanted.headers };
  let body: string | undefined;
  if (wanted.form) {
    headers['Content-Type'] = 'application/x-www-form-urlencoded';
    body = new URLSearchParams(wanted.form).toString();
  } else if (wanted.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(wanted.json);
  }
  return {
    method: wanted.method ?? 'GET',
    headers,
    ...(body === undefined ? {} : { body }),
    // `manual` would reject in Electron as well, with a worse message: https://github.com/electron/electron/issues/43715
    redirect: wanted.follow ? 'follow' : 'error',
    // Else Electron's session would send and keep cookies.
    credentials: 'omit',
  };
}

/** Null when the reply is larger than allowed; what is left of it is then not read. */
async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.byteLength;
    if (total > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

function parseJson(reply: HttpReply): Result<JsonReply> {
  const { url, status, headers } = reply;
  const body = jsonObject(reply.bytes);
  const problem = replyProblem(url.host, status, headers, body);
  return problem ? fail(problem) : ok({ url, status, headers, body });
}

function replyProblem(host: string, status: number, headers: Headers, body: object | null): Problem | null {
  if (status === 429) return { code: 'rate-limited', host, waitMs: waitAsked(headers, body, Date.now()) };
  // 511 is what an honest captive portal answers: https://www.rfc-editor.org/rfc/rfc6585#section-6
  if (status === 511) return { code: 'captive-portal', host };
  if (status >= 500) return { code: 'server-error', host, httpStatus: status };
  if (body) return null;
  const html = (headers.get('content-type') ?? '').includes('html');
  return status < 300 && html ? { code: 'captive-portal', host } : { code: 'bad-reply', host };
}

function jsonObject(bytes: Uint8Array): object | null {
  try {
    const body: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof body === 'object' ? body : null;
  } catch {
    return null;
  }
}
