import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandLineRequest, Reply } from '../../electron/command-line/request.ts';
import { openRequestDoor, type RequestDoor } from '../../electron/command-line/request-door.ts';
import { runCommandLine } from '../../electron/command-line/run-command-line.ts';

let folder: string;
let doors: RequestDoor[];
let asked: CommandLineRequest[];
let logged: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'door-'));
  doors = [];
  asked = [];
  logged = [];
});
afterEach(() => {
  for (const door of doors) door.close();
  rmSync(folder, { recursive: true, force: true });
});

const log = { warn: (line: string) => void logged.push(line), error: (line: string) => void logged.push(line) };

async function open(reply: Partial<Reply> = {}, at = folder): Promise<RequestDoor> {
  const answer = async (request: CommandLineRequest): Promise<Reply> => {
    asked.push(request);
    return { exitCode: 0, out: '', err: '', ...reply };
  };
  const door = await openRequestDoor({ folder: at, answer, log });
  doors.push(door);
  return door;
}

function collect() {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
}

async function run(words: string[], startApp: () => void = () => {}, at = folder) {
  const [out, err] = [collect(), collect()];
  const deps = { folder: at, version: '0.1.0', startApp, out: out.stream, err: err.stream };
  const exitCode = await runCommandLine(words, deps);
  return { exitCode, out: out.text(), err: err.text() };
}

interface Told {
  address: string;
  token: string;
}
const told = (): Told => JSON.parse(readFileSync(join(folder, 'command-line.json'), 'utf8'));

/** What comes back for raw bytes. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(told().address, () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => {});
  });
}

test('a request arrives as it was asked, and the reply is printed', async () => {
  await open({ exitCode: 3, out: 'Acme: waiting, offline' });
  expect(await run(['set', 'Lunch 🍔'])).toEqual({ exitCode: 3, out: 'Acme: waiting, offline\n', err: '' });
  expect(asked).toMatchObject([{ verb: 'set', text: 'Lunch 🍔' }]);
});

test('only its user may reach it, and nothing of it stays behind', async () => {
  const door = await open();
  const { address } = told();
  for (const file of [address, join(folder, 'command-line.json')]) expect(statSync(file).mode & 0o777).toBe(0o600);
  door.close();
  for (const file of [address, join(folder, 'command-line.json')]) expect(() => statSync(file)).toThrow('ENOENT');
});

test('a folder with a long name has its socket elsewhere', async () => {
  const long = join(folder, 'é'.repeat(60));
  mkdirSync(long);
  const door = await open({ out: 'hello' }, long);
  const { address } = JSON.parse(readFileSync(join(long, 'command-line.json'), 'utf8')) as Told;
  expect(address.startsWith(long)).toBe(false);
  expect(statSync(join(address, '..')).mode & 0o777).toBe(0o700);
  expect((await run(['status'], () => {}, long)).out).toBe('hello\n');
  door.close();
  expect(() => statSync(join(address, '..'))).toThrow('ENOENT');
});

describe('whoever does not know the token, or asks for something else, gets nothing', () => {
  const request = { verb: 'end' };
  test.each<[what: string, message: () => string]>([
    ['another token', () => JSON.stringify({ token: 'x'.repeat(43), request })],
    ['no token', () => JSON.stringify({ request })],
    ['no JSON', () => 'GET / HTTP/1.1'],
    ['too much', () => 'x'.repeat(200_000)],
  ])('%s', async (_what, message) => {
    await open({ out: 'hello' });
    expect(await send(`${message()}\n`)).toBe('');
    expect(asked).toEqual([]);
    expect(logged.join()).not.toContain(told().token);
  });

  test('a request that this version does not have', async () => {
    await open();
    const reply = JSON.parse(await send(`${JSON.stringify({ token: told().token, request: { verb: 'quit' } })}\n`));
    expect(reply).toMatchObject({ exitCode: 1, err: expect.stringContaining('another version') });
    expect(asked).toEqual([]);
  });
});

describe('without a running app', () => {
  test('it is started once, and asked when it is there', async () => {
    let starts = 0;
    const startApp = () => {
      starts += 1;
      setTimeout(() => void open({ out: 'here now' }), 300);
    };
    expect(await run(['status'], startApp)).toMatchObject({ exitCode: 0, out: 'here now\n' });
    expect([starts, asked.length]).toEqual([1, 1]);
  });

  test('what a crash has left behind does not count', async () => {
    await open();
    writeFileSync(join(folder, 'command-line.json'), JSON.stringify({ ...told(), address: join(folder, 'gone.sock') }));
    expect(await run(['status'], () => void open({ out: 'anew' }))).toMatchObject({ out: 'anew\n' });
  });

  test('help, version, completion and misuse need none', async () => {
    const never = () => {
      throw new Error('It was started.');
    };
    expect(await run(['--version'], never)).toEqual({ exitCode: 0, out: 'Whereabouts 0.1.0\n', err: '' });
    expect((await run(['--help'], never)).out).toContain('--accounts');
    expect((await run(['completion', 'bash'], never)).out).toContain('complete -F');
    expect(await run(['sett', 'x'], never)).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining('“set”'),
    });
    expect(await run(['complete', 'presets'], never)).toEqual({ exitCode: 0, out: '', err: '' });
  });
});

test('a request that was taken and not answered is not sent again', async () => {
  const door = await openRequestDoor({
    folder,
    log,
    answer: async (request) => {
      asked.push(request);
      throw new Error('Broken');
    },
  });
  doors.push(door);
  expect(await run(['extend', '15m'])).toMatchObject({ exitCode: 1, out: '' });
  expect(asked).toHaveLength(1);
});

test('a terminal is given no orders by what servers have sent', async () => {
  await open({ out: 'Acme: \u001b[2J\u202eevil\u0007\nBeta: fine' });
  expect((await run(['status'])).out).toBe('Acme: [2Jevil\nBeta: fine\n');
});
