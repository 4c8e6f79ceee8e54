import type { DemoReply, DemoRequest } from '../http/exchange.ts';
import { colourOf, drawPicture } from '../http/picture.ts';
import { CUSTOM_STATUS_ROUTES } from './custom-status-routes.ts';
import { PEOPLE_ROUTES } from './people-routes.ts';
import { PERMISSION_ROUTES } from './permission-routes.ts';
import type { Presence } from './presence.ts';
import { createRateLimit, createTextLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { readBody } from './request-body.ts';
import type { Answer, RocketCall, RocketRoute } from './route.ts';
import { SERVER_ROUTES } from './server-routes.ts';
import { SET_STATUS_ROUTE } from './set-status-route.ts';
import { findCaller, notLoggedIn } from './sign-in.ts';
import { SIGN_IN_ROUTES } from './sign-in-routes.ts';
import { STATUS_ROUTES } from './status-routes.ts';
import { createTwoFactor } from './two-factor.ts';
import { isAtLeast, type Workspace } from './workspace.ts';

const PICTURE_PATH = /^\/(?:avatar|assets|images\/logo|emoji-custom)\/([^/]+)$/;

const ROUTES: readonly RocketRoute[] = [
  ...SERVER_ROUTES,
  ...SIGN_IN_ROUTES,
  ...PEOPLE_ROUTES,
  ...PERMISSION_ROUTES,
  ...STATUS_ROUTES,
  SET_STATUS_ROUTE,
  ...CUSTOM_STATUS_ROUTES,
];

/** Everything the server answers over plain HTTP. `prefix` is the path that the whole server lives under. */
export function createRocketChatAnswer(workspace: Workspace, presence: Presence, prefix: string) {
  const twoFactor = createTwoFactor(workspace);
  const rateLimit = createRateLimit(workspace);
  const textLimit = createTextLimit(workspace);

  function callRoute(route: RocketRoute, request: DemoRequest, headers: Record<string, string>): Answer {
    const caller = findCaller(workspace, request);
    const call: RocketCall = {
      workspace,
      presence,
      twoFactor,
      request,
      query: request.query,
      body: readBody(request),
      countCall: () => rateLimit(route, caller, request.ip, headers),
      countText: (target) => textLimit(target, caller),
    };
    if (route.access === 'open') return route.answer(call, caller);
    if (caller === null) throw route.notLoggedIn?.(workspace) ?? notLoggedIn(workspace);
    return route.answer(call, caller);
  }

  return (request: DemoRequest): DemoReply => {
    presence.endDue();
    if (!request.path.startsWith(`${prefix}/`)) return { status: 404, body: '<h1>Not found</h1>' };
    const path = request.path.slice(prefix.length);
    const picture = PICTURE_PATH.exec(path);
    if (picture !== null) {
      const body = drawPicture(colourOf(`${workspace.name} ${picture[1]}`));
      return { status: 200, headers: { 'Content-Type': 'image/png' }, body };
    }
    if (!path.startsWith('/api/')) return { status: 200, body: `<title>${workspace.name}</title>` };
    const route = ROUTES.find(
      (candidate) =>
        `/api${candidate.path}` === path &&
        candidate.method === request.method &&
        isAtLeast(workspace, ...(candidate.since ?? [0, 0])),
    );
    if (route === undefined) return { status: 404, body: { success: false, error: 'API endpoint does not exist' } };
    const headers: Record<string, string> = {};
    try {
      return { status: 200, headers, body: { success: true, ...callRoute(route, request, headers) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.httpStatus, headers, body: error.body };
    }
  };
}
