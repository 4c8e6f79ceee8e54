import type { DemoRequest } from '../http/exchange.ts';
import type { Presence } from './presence.ts';
import type { Body } from './request-body.ts';
import type { TwoFactor } from './two-factor.ts';
import type { RocketPerson, Workspace } from './workspace.ts';

export interface RocketCall {
  workspace: Workspace;
  presence: Presence;
  twoFactor: TwoFactor;
  request: DemoRequest;
  query: URLSearchParams;
  body: Body;
  /** Counts this call; comes after the schema and before the rest, as on the server. */
  countCall(): void;
  /** Counts a change of this person's text, on servers before 8.6. */
  countText(target: RocketPerson): void;
}

export type Answer = Record<string, unknown>;

interface RouteBase {
  method: 'GET' | 'POST';
  /** What follows `/api`. */
  path: string;
  /** Calls a minute for one address; 10 when absent. */
  limit?: (workspace: Workspace) => number;
  /** Version from which it exists. */
  since?: [major: number, minor: number];
  /** The refusal of those who are not logged in, where it is not the usual one. */
  notLoggedIn?: (workspace: Workspace) => Error | null;
}

export type RocketRoute =
  | (RouteBase & { access: 'open'; answer: (call: RocketCall, caller: RocketPerson | null) => Answer })
  | (RouteBase & { access: 'signed-in'; answer: (call: RocketCall, caller: RocketPerson) => Answer });
