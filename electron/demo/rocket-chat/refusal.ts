/** A request that the Rocket.Chat server refuses, with the whole answer. */
export class Refusal extends Error {
  readonly httpStatus: number;
  readonly body: Record<string, unknown>;

  constructor(httpStatus: number, body: Record<string, unknown>) {
    super(String(body.error ?? body.message));
    this.httpStatus = httpStatus;
    this.body = body;
  }
}

/** The server's usual failure: HTTP 400, the code in brackets after the text and again as `errorType`. */
export function failure(text: string, code: string, details?: Record<string, unknown>): Refusal {
  const body = { success: false, error: `${text} [${code}]`, errorType: code };
  return new Refusal(400, details === undefined ? body : { ...body, details });
}

/** A failure that has a text and no code. */
export function plainFailure(error: string): Refusal {
  return new Refusal(400, { success: false, error });
}

export function forbidden(): Refusal {
  return new Refusal(403, { success: false, error: 'unauthorized' });
}

/** Where a body or a query does not fit the endpoint's schema; the two differ in `errorType`. */
export function schemaFailure(problems: string[], where: 'body' | 'query'): Refusal {
  const errorType = where === 'body' ? 'invalid-params' : 'error-invalid-params';
  return new Refusal(400, { success: false, errorType, error: problems.join('\n ') });
}

export const MATCH_FAILURE = 'Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation';
