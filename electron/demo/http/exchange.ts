import type { IncomingHttpHeaders } from 'node:http';

export interface DemoRequest {
  method: string;
  /** Without the query, not decoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  ip: string;
  /** Fires when the client has gone or the server closes; long polls end on it. */
  gone: AbortSignal;
}

export interface DemoReply {
  status: number;
  headers?: Record<string, string>;
  /** Text and bytes are sent as they are, anything else as JSON. */
  body?: unknown;
}
