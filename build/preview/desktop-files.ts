import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { getCompileCacheDir, stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';

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
    .end(path.endsWith('.ts') ? await withoutTypes(source) : source);
}

/** It takes a tenth of a second at each start, so it is kept where Node keeps what it has compiled, if it does. */
async function withoutTypes(source: string): Promise<string> {
  const folder = getCompileCacheDir();
  if (folder === undefined) return stripTypeScriptTypes(source);
  const kept = join(folder, `${createHash('sha256').update(source).digest('hex')}.js`);
  const found = await readFile(kept, 'utf8').catch(() => null);
  if (found !== null) return found;
  const script = stripTypeScriptTypes(source);
  // Several previews may do this at once, and each reads it whole or not at all.
  const unfinished = `${kept}.${process.pid}`;
  await writeFile(unfinished, script);
  await rename(unfinished, kept);
  return script;
}
