import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Guard {
  /** Answers true when the request may go on; else it has been answered. */
  admits(request: IncomingMessage, response: ServerResponse): boolean;
  /** The address to open, with a token that works once. */
  url(): string;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refuse(response: ServerResponse, text: string): false {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  return false;
}

/**
 * Lets in the one browser that opened the printed address. Other programs and pages on this machine can reach the port,
 * and the page can set your status; so each request needs the cookie that the one-time token was exchanged for, and a
 * `Host` that is ours (against DNS rebinding).
 */
export function createGuard(port: number): Guard {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(24).toString('base64url');
  // Cookies don't tell ports apart.
  const cookieName = `preview-${port}`;
  const host = `127.0.0.1:${port}`;
  let used = false;

  function hasCookie(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split('; ');
    return cookies.some((cookie) => same(cookie, `${cookieName}=${secret}`));
  }

  return {
    url: () => `http://${host}/?token=${token}`,
    admits: (request, response) => {
      if (request.headers.host !== host) return refuse(response, 'Not this host.');
      const { origin } = request.headers;
      if (request.method !== 'GET' && origin !== `http://${host}`) return refuse(response, 'Not from this page.');
      const given = new URL(request.url ?? '/', `http://${host}`).searchParams.get('token');
      if (given !== null && !used && same(given, token)) {
        used = true;
        const cookie = `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
        response.writeHead(303, { location: '/', 'set-cookie': cookie, 'referrer-policy': 'no-referrer' }).end();
        return false;
      }
      if (hasCookie(request)) {
        if (given === null) return true;
        response.writeHead(303, { location: '/' }).end();
        return false;
      }
      return refuse(response, 'Open the address that the preview printed. It works once; start again for another.');
    },
  };
}
