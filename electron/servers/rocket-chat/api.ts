import type { z } from 'zod';
import { fail, ok, type Result } from '../../contract/result.ts';
import { type AuthorisedHttp, createAuthorisedHttp } from '../authorised-http.ts';
import type { Http, HttpRequest, JsonReply } from '../http.ts';
import { type CredentialProblem, rocketChatProblem } from './errors.ts';

export type CallOptions = Pick<HttpRequest, 'method' | 'json' | 'maxBytes'>;

export interface RocketChatApi {
  /** Calls below the workspace's URL and reads the reply with `schema`; refusals become problems. */
  call<S extends z.ZodType>(path: string, schema: S, options?: CallOptions): Promise<Result<z.output<S>>>;
  /** The reply as it is, refusals included. */
  send: AuthorisedHttp;
}

/** https://developer.rocket.chat/apidocs: user id and token in two headers; without `login`, nobody is signed in. */
export function createRocketChatApi(deps: {
  http: Http;
  serverUrl: string;
  login?: { userId: string; token: string };
  credentialProblem: CredentialProblem;
}): RocketChatApi {
  const { login, credentialProblem } = deps;
  const headers: Record<string, string> = login ? { 'X-User-Id': login.userId, 'X-Auth-Token': login.token } : {};
  const send = createAuthorisedHttp(deps.http, deps.serverUrl, headers);
  return {
    send,
    async call(path, schema, options = {}) {
      const reply = await send(path, options);
      if (!reply.ok) return reply;
      if (!isSuccess(reply.value)) return fail(rocketChatProblem(reply.value, credentialProblem));
      return readReply(reply.value, schema);
    },
  };
}

/** Signing in and out say it as `status`, everything else as `success`. */
export function isSuccess(reply: JsonReply): boolean {
  const body = reply.body as { success?: unknown; status?: unknown };
  return reply.status === 200 && (body.success === true || body.status === 'success');
}

export function readReply<S extends z.ZodType>(reply: JsonReply, schema: S): Result<z.output<S>> {
  const parsed = schema.safeParse(reply.body);
  return parsed.success ? ok(parsed.data) : fail({ code: 'bad-reply', host: reply.url.host });
}
