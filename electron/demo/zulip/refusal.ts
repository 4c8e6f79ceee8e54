/** A request that the Zulip server refuses. `extra` stands beside `code` and `msg` in the answer. */
export class Refusal extends Error {
  readonly httpStatus: number;
  readonly code: string;
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    msg: string,
    code = 'BAD_REQUEST',
    httpStatus = 400,
    extra: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(msg);
    this.httpStatus = httpStatus;
    this.code = code;
    this.extra = extra;
    this.headers = headers;
  }
}

export const ACCOUNT_DEACTIVATED = 'Account is deactivated';
export const REALM_DEACTIVATED = 'This organization has been deactivated';
