import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';
import { CHANNELS, type MainProcess } from '../electron/contract/commands.ts';

type Listener = (event: object, message: unknown) => void;

let code: string;

beforeAll(async () => {
  // One bundled CommonJS file, as a sandboxed window needs it: https://www.electronjs.org/docs/latest/tutorial/sandbox
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../electron/preload.ts', import.meta.url)),
        formats: ['cjs'],
        fileName: 'p',
      },
      rollupOptions: { external: [/^electron/] },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !('output' in bundle)) throw new Error('Nothing was built');
  code = bundle.output[0].code;
});

/** Runs the preload script with the few modules that a sandboxed one may require. */
function load() {
  const listeners = new Map<string, Set<Listener>>();
  const invoke = vi.fn(async (..._args: unknown[]) => 'answer');
  const exposed: { whereabouts?: unknown } = {};
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => Object.assign(exposed, { [key]: api }) },
    ipcRenderer: {
      invoke,
      on: (channel: string, listener: Listener) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    },
  };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`A sandboxed preload can’t require ${name}`);
  };
  runInNewContext(code, { require, exports: {}, module: { exports: {} } });
  const send = (channel: string, message: unknown) => {
    for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: electron.ipcRenderer }, message);
  };
  return { exposed, api: exposed.whereabouts as MainProcess, invoke, send, listeners };
}

test('the page gets exactly the contract', () => {
  const { exposed, api } = load();
  expect(Object.keys(exposed)).toEqual(['whereabouts']);
  expect(Object.keys(api).sort()).toEqual(['getState', 'onShown', 'onState', 'run']);
  for (const member of Object.values(api)) expect(typeof member).toBe('function');
});

test('commands and the state go over their own channels only', async () => {
  const { api, invoke } = load();
  expect(await api.run('apply-preset', { presetId: 'p' })).toBe('answer');
  await api.getState();
  expect(invoke.mock.calls).toEqual([[CHANNELS.run, 'apply-preset', { presetId: 'p' }], [CHANNELS.getState]]);
});

test.each([
  ['onState', CHANNELS.state],
  ['onShown', CHANNELS.shown],
] as const)('%s hands over the message without the event, until it is undone', (name, channel) => {
  const { api, send, listeners } = load();
  const heard: unknown[][] = [];
  const stop = api[name]((...args: unknown[]) => heard.push(args));
  send(channel, { revision: 1 });
  expect(heard).toEqual([[{ revision: 1 }]]);
  expect(stop()).toBeUndefined();
  send(channel, { revision: 2 });
  expect(heard).toHaveLength(1);
  expect(listeners.get(channel)?.size).toBe(0);
});
