import type { z } from 'zod';
import { fail, ok, type Result } from '../../contract/result.ts';
import { type AuthorisedHttp, createAuthorisedHttp } from '../authorised-http.ts';
import type { Http, HttpRequest, JsonReply } from '../http.ts';
import { type Asked, type CredentialProblem, zulipProblem } from './errors.ts';

export interface CallOptions extends Pick<HttpRequest, 'method' | 'form' | 'timeoutMs' | 'maxBytes' | 'signal'> {
  asked?: Asked;
}

export interface ZulipApi {
  /** Calls below `/api/v1` and reads the reply with `schema`; refusals become problems. */
  call<S extends z.ZodType>(path: string, schema: S, options?: CallOptions): Promise<Result<z.output<S>>>;
  /** The reply as it is, refusals included. */
  send: AuthorisedHttp;
}

/** https://zulip.com/api/rest: HTTP Basic with the e-mail and the API key; without `login`, nobody is signed in. */
export function createZulipApi(deps: {
  http: Http;
  serverUrl: string;
  login?: { email: string; apiKey: string };
  credentialProblem: CredentialProblem;
}): ZulipApi {
  const { login, credentialProblem } = deps;
  const basic = login && Buffer.from(`${login.email}:${login.apiKey}`).toString('base64');
  const send = createAuthorisedHttp(
    deps.http,
    `${deps.serverUrl}/api/v1`,
    basic ? { Authorization: `Basic ${basic}` } : {},
  );
  return {
    send,
    async call(path, schema, { asked, ...options } = {}) {
      const reply = await send(path, options);
      if (!reply.ok) return reply;
      if (!isSuccess(reply.value)) return fail(zulipProblem(reply.value, credentialProblem, asked));
      return readReply(reply.value, schema);
    },
  };
}

export function isSuccess(reply: JsonReply): boolean {
  return reply.status === 200 && (reply.body as { result?: unknown }).result === 'success';
}

export function readReply<S extends z.ZodType>(reply: JsonReply, schema: S): Result<z.output<S>> {
  const parsed = schema.safeParse(reply.body);
  return parsed.success ? ok(parsed.data) : fail({ code: 'bad-reply', host: reply.url.host });
}
