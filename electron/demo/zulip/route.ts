import type { DemoReply, DemoRequest } from '../http/exchange.ts';
import type { EventQueues } from './event-queues.ts';
import type { FormFields } from './form-fields.ts';
import type { Realm, ZulipPerson } from './realm.ts';

export interface ZulipCall {
  realm: Realm;
  queues: EventQueues;
  request: DemoRequest;
  fields: FormFields;
  /** What the path's groups matched. */
  path: string[];
}

interface RouteBase {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Matches what follows `/api/v1`. */
  path: RegExp;
  /** Parameters it knows; others come back in `ignored_parameters_unsupported`. */
  parameters: string[];
  /** Feature level from which it exists. */
  since?: number;
}

export type Answer = Record<string, unknown>;

/** Who may ask: anybody, those who are signed in, or those who are signed in and human. */
export type ZulipRoute =
  | (RouteBase & { access: 'open'; answer: (call: ZulipCall) => Answer | Promise<Answer> })
  | (RouteBase & {
      access: 'signed-in' | 'human';
      answer: (call: ZulipCall, person: ZulipPerson) => Answer | Promise<Answer>;
    });

/** A file beside the API, which needs no credentials. */
export interface FileRoute {
  path: RegExp;
  answer: (call: Pick<ZulipCall, 'realm' | 'request' | 'path'>) => DemoReply;
}
