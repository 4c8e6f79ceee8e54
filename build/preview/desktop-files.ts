import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
};
const SERVED = /^\/(desktop\/[a-z-]+\.(html|css|ts)|stand-in\/(accelerator|wire)\.ts)$/;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the desktop's own page; its TypeScript loses its types on the way, so that nothing has to be built. */
export async function answerDesktopFile(pathname: string, response: ServerResponse): Promise<void> {
  const path = pathname === '/' ? '/desktop/index.html' : pathname;
  if (!SERVED.test(path)) {
    response.writeHead(404).end();
    return;
  }
  const source = await readFile(new URL(`.${path}`, import.meta.url), 'utf8');
  response
    .writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'text/plain',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    })
    .end(path.endsWith('.ts') ? stripTypeScriptTypes(source) : source);
}
