import type { DemoReply, DemoRequest } from '../http/exchange.ts';
import { createEventQueues, type EventQueues } from './event-queues.ts';
import { EVENT_ROUTES } from './event-routes.ts';
import { createFileRoutes } from './file-routes.ts';
import { type FormFields, readFormFields } from './form-fields.ts';
import { PEOPLE_ROUTES } from './people-routes.ts';
import { PRESENCE_ROUTES } from './presence-routes.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Realm, ZulipPerson } from './realm.ts';
import { Refusal } from './refusal.ts';
import type { ZulipCall, ZulipRoute } from './route.ts';
import { createServerRoutes } from './server-routes.ts';
import { authenticate, createPasswordSignIn } from './sign-in.ts';
import { STATUS_ROUTES } from './status-routes.ts';

const API = '/api/v1';

/** Everything the server answers, and its event queues. */
export function createZulipAnswer(realm: Realm) {
  const queues = createEventQueues(realm);
  const rateLimit = createRateLimit(realm);
  const files = createFileRoutes();
  // Own paths before those with an id in them.
  const routes = [
    ...createServerRoutes(createPasswordSignIn(realm)),
    ...STATUS_ROUTES,
    ...PRESENCE_ROUTES,
    ...PEOPLE_ROUTES,
    ...EVENT_ROUTES,
  ];

  async function answer(request: DemoRequest): Promise<DemoReply> {
    for (const file of files) {
      const match = file.path.exec(request.path);
      if (match !== null && request.method === 'GET') return file.answer({ realm, request, path: match.slice(1) });
    }
    const path = request.path.startsWith(`${API}/`) ? request.path.slice(API.length) : null;
    const here = path === null ? [] : routes.filter((route) => route.path.test(path) && exists(route, realm));
    const route = here.find((candidate) => candidate.method === request.method);
    if (path === null || here.length === 0) return { status: 404, body: '<h1>Page not found</h1>' };
    if (route === undefined) {
      return {
        status: 405,
        body: errorBody(realm, new Refusal('Method Not Allowed', 'BAD_REQUEST', 405, allowed(here))),
      };
    }
    const headers: Record<string, string> = {};
    try {
      const body = await callRoute(route, path, request, headers);
      return { status: 200, headers, body };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.httpStatus, headers: { ...headers, ...error.headers }, body: errorBody(realm, error) };
    }
  }

  async function callRoute(route: ZulipRoute, path: string, request: DemoRequest, headers: Record<string, string>) {
    const person = route.access === 'open' ? null : authenticate(realm, request);
    rateLimit(person?.userId ?? request.ip, headers);
    if (route.access === 'human') refuseBot(person);
    const fields = await readFormFields(request);
    const call: ZulipCall = { realm, queues, request, fields, path: route.path.exec(path)?.slice(1) ?? [] };
    const answered = await (route.access === 'open' ? route.answer(call) : route.answer(call, person as ZulipPerson));
    return { result: 'success', msg: '', ...answered, ...ignored(realm, route, fields) };
  }

  return { answer, queues } satisfies { answer: typeof answer; queues: EventQueues };
}

function exists(route: ZulipRoute, realm: Realm): boolean {
  return realm.switches.featureLevel >= (route.since ?? 0);
}

function allowed(routes: ZulipRoute[]): Record<string, unknown> {
  return { allowed_methods: [...new Set(routes.map((route) => route.method))] };
}

function refuseBot(person: ZulipPerson | null): void {
  if (person?.isBot) throw new Refusal('This endpoint does not accept bot requests.');
}

/** https://zulip.com/api/rest-error-handling#ignored-parameters */
function ignored(realm: Realm, route: ZulipRoute, fields: FormFields): Record<string, unknown> {
  const since = route.path.source.includes('settings') ? 78 : 167;
  const unknown = fields.names().filter((name) => !route.parameters.includes(name));
  return realm.switches.featureLevel < since || unknown.length === 0 ? {} : { ignored_parameters_unsupported: unknown };
}

function errorBody(realm: Realm, refusal: Refusal): Record<string, unknown> {
  const { localiseMessages, dropCode } = realm.switches;
  const msg = localiseMessages ? 'Das hat leider nicht geklappt.' : refusal.message;
  return { result: 'error', msg, ...refusal.extra, ...(dropCode ? {} : { code: refusal.code }) };
}
