import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StandIn } from './stand-in/stand-in.ts';
import { PRELOAD_PARAMETERS } from './stand-in/web-contents.ts';

const PRELOAD = '/-preload.js';

/** Electron's name for what a browser asks a resource for. */
const RESOURCE_TYPES: Record<string, string> = {
  iframe: 'mainFrame',
  document: 'mainFrame',
  script: 'script',
  style: 'stylesheet',
  image: 'image',
  font: 'font',
  empty: 'xhr',
};

/** Our page must be able to frame the app's page, which in Electron is a window of its own. Nothing else is loosened. */
function allowFraming(policy: string): string {
  return policy.replace(/frame-ancestors [^;]*/, "frame-ancestors 'self'");
}

function injectPreload(html: string, windowId: number): string {
  // In Electron the preload runs before the page's first script; so does the first classic script of a page.
  return html.replace(/<head[^>]*>/i, (head) => `${head}<script src="/window/${windowId}${PRELOAD}"></script>`);
}

function preloadScript(source: string | null, windowId: number): string {
  if (source === null) return '';
  return `(() => {
const sandbox = parent.whereaboutsPreview.sandbox(window, ${windowId});
(function (${PRELOAD_PARAMETERS.join(', ')}) {
${source}
})(${PRELOAD_PARAMETERS.map((name) => `sandbox.${name}`).join(', ')});
document.currentScript.remove();
})();
`;
}

/** Serves a window's page at `/window/<id>/…` from the protocol handler that the app registered for its scheme. */
export async function answerFrame(
  standIn: StandIn,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, id, path = '/'] = /^\/window\/(\d+)(\/.*)$/.exec(url.pathname) ?? [];
  const window = standIn.windows.byId(Number(id));
  if (window === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (path === PRELOAD) {
    const script = preloadScript(window.webContents.preloadSource(), window.id);
    response
      .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
      .end(script);
    return;
  }
  const resourceType = RESOURCE_TYPES[String(request.headers['sec-fetch-dest'])] ?? 'other';
  const served = await window.webContents.serve(`${path}${url.search}`, {
    method: request.method ?? 'GET',
    resourceType,
  });
  const headers = Object.fromEntries(served.headers);
  const policy = headers['content-security-policy'];
  if (policy !== undefined) headers['content-security-policy'] = allowFraming(policy);
  if (headers['x-frame-options'] !== undefined) headers['x-frame-options'] = 'SAMEORIGIN';
  delete headers['content-length'];
  const body = Buffer.from(await served.arrayBuffer());
  if (resourceType !== 'mainFrame') {
    response.writeHead(served.status, headers).end(body);
    return;
  }
  window.webContents.frameStarts();
  response.writeHead(served.status, headers).end(injectPreload(body.toString('utf8'), window.id));
}
