import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, inTurn } from './measurement.ts';
import { type SlowServers, startSlowServers } from './slow-servers.ts';
import { openStatusRoom } from './status-room.ts';

const ACCOUNTS = 20;
const DELAY_MS = 100;
const RUNS = 15;

/** A status set on many accounts, against the same requests sent side by side by `fetch`. */
export const fanOut: Bench = { name: 'fan-out', measure };

async function measure() {
  const servers = await startSlowServers(ACCOUNTS, DELAY_MS);
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-bench-'));
  try {
    const room = openStatusRoom(servers.urls, folder);
    await room.set('Warming up');
    await plainFetches(servers);
    servers.takeCount();
    const counts: number[] = [];
    const ours = async () => {
      const took = await timed(() => room.set(`Lunch ${counts.length}`));
      counts.push(servers.takeCount());
      return took;
    };
    const plain = async () => {
      const took = await timed(() => plainFetches(servers));
      servers.takeCount();
      return took;
    };
    const [own, bare] = await inTurn(RUNS, ours, plain);
    room.stop();
    const detail = `${own.toFixed(1)} ms to ${bare.toFixed(1)} ms`;
    const most = Math.max(...counts);
    return [
      { name: 'fan-out time', unit: 'ratio' as const, bound: 1.1, value: own / bare, detail },
      {
        name: 'fan-out requests',
        unit: 'requests' as const,
        bound: ACCOUNTS,
        value: most,
        detail: `for ${ACCOUNTS} accounts`,
      },
    ];
  } finally {
    await servers.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function plainFetches({ urls }: SlowServers): Promise<void> {
  await Promise.all(
    urls.map(async (url, index) => {
      const [path, type, body] =
        index % 2 === 0
          ? ['/api/v1/users/me/status', 'application/x-www-form-urlencoded', 'status_text=Lunch']
          : ['/api/v1/users.setStatus', 'application/json', '{"message":"Lunch","status":"online"}'];
      const reply = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
      await reply.json();
    }),
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
