import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InvokeAnswer, PageEvent } from '../../build/preview/page-push.ts';
import { decode, encode } from '../../build/preview/stand-in/wire.ts';
import type { AppState } from '../../electron/contract/app-state.ts';
import { CHANNELS, type MainProcess } from '../../electron/contract/commands.ts';
import { launchPreview } from '../e2e/driver/preview-driver.ts';

export interface BuiltApp extends Pick<MainProcess, 'run'> {
  state(): Promise<AppState>;
  /** Ends its process with SIGKILL. */
  kill(): Promise<void>;
  /** Quits as a user would. */
  close(): Promise<void>;
  output(): string;
}

/** Starts the built main process in the preview, and speaks to it as its popup does, without a browser. */
export async function startBuiltApp(folder: string): Promise<BuiltApp> {
  const preview = await launchPreview({
    userDataDir: join(folder, 'user-data'),
    // Half of a start would else be compiling.
    env: { NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  });
  const page = await openPage(preview.url);
  const windowId = await page.popupId();

  async function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const body = JSON.stringify({ windowId, channel, args: encode(args) });
    const reply = await page.ask('/ipc/invoke', { method: 'POST', body });
    const { value, error } = (await reply.json()) as InvokeAnswer;
    if (value === undefined) throw new Error(`${error}\n${preview.output()}`);
    return decode(value);
  }

  return {
    run: ((name: string, argument: unknown) => invoke(CHANNELS.run, name, argument)) as MainProcess['run'],
    state: () => invoke(CHANNELS.getState) as Promise<AppState>,
    kill: preview.kill,
    close: preview.close,
    output: preview.output,
  };
}

/** The preview's page, as far as its protocol goes. */
async function openPage(url: string) {
  const { origin } = new URL(url);
  const welcome = await fetch(url, { redirect: 'manual' });
  const [cookie = ''] = welcome.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { cookie, origin } });

  async function desktop() {
    const events = await ask('/events');
    let text = '';
    for await (const chunk of events.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes('\n\n')) break;
    }
    const event = JSON.parse(text.slice('data: '.length, text.indexOf('\n\n'))) as PageEvent;
    return event.kind === 'state' ? event.state : null;
  }

  async function popupId(): Promise<number> {
    for (;;) {
      const popup = (await desktop())?.windows.find(({ loads }) => loads > 0);
      if (popup !== undefined) return popup.id;
      await sleep(5);
    }
  }

  return { ask, popupId };
}
