import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const KILLS = 200;
const SIDE_BY_SIDE = 4;
const script = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));

/** Starts a writer in `folder`, kills it `delay` ms after its first words, and answers the last numbers it said. */
async function killWhileWriting(
  folder: string,
  delay: number,
  cache: string,
): Promise<{ saving: number; saved: number }> {
  const child = spawn(process.execPath, [script, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let said = '';
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const closed = once(child, 'close');
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      resolve();
    });
  });
  await Promise.race([opened, closed]);
  await sleep(delay);
  child.kill('SIGKILL');
  const [, signal] = await closed;
  expect({ signal, complaints }).toEqual({ signal: 'SIGKILL', complaints: '' });
  const last = (word: string) =>
    Number(
      said
        .match(new RegExp(`^${word} (\\d+)\\n`, 'gm'))
        ?.at(-1)
        ?.split(' ')[1] ?? 0,
    );
  return { saving: Math.max(last('saving'), last('opened')), saved: Math.max(last('saved'), last('opened')) };
}

it(`holds the old or the new value, whole, after each of ${KILLS} kills while writing`, async () => {
  const cache = temporaryFolder();
  let killsInTheMiddle = 0;
  let killsLeft = KILLS;

  async function keepKilling(folder: string): Promise<void> {
    const first = { version: 1, count: 0, padding: Array(4_000).fill(0) };
    writeFileSync(join(folder, 'counter.json'), JSON.stringify(first));
    while (killsLeft > 0) {
      killsLeft -= 1;
      const { saving, saved } = await killWhileWriting(folder, 5 + Math.random() * 55, cache);
      const file = JSON.parse(readFileSync(join(folder, 'counter.json'), 'utf8'));
      expect([saved, saving]).toContain(file.count);
      expect(file).toEqual({ version: 1, count: file.count, padding: Array(4_000).fill(file.count) });
      if (saving !== saved) killsInTheMiddle += 1;
    }
  }

  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => keepKilling(temporaryFolder())));
  // Else the kills would prove nothing.
  expect(killsInTheMiddle).toBeGreaterThan(KILLS / 4);
}, 120_000);
