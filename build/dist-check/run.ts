import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check } from './check.ts';
import { checkPackedApp } from './checks.ts';
import { packWithDummyElectron } from './pack.ts';

// Run by build/dist-check.mjs, after the build.

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const work = await mkdtemp(join(tmpdir(), 'whereabouts-dist-check-'));
try {
  const app = await packWithDummyElectron(root, work);
  process.exitCode = printChecks(await checkPackedApp(root, app));
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Answers the exit code. */
function printChecks(checks: Check[]): number {
  const width = Math.max(...checks.map((check) => check.name.length));
  console.log('');
  for (const { name, found, ok } of checks) console.log(`${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${found}`);
  const failed = checks.filter((check) => !check.ok).length;
  console.log(
    `\nThe binary is a dummy: nothing here was started.\n\n${checks.length - failed} passed, ${failed} failed`,
  );
  return failed === 0 ? 0 : 1;
}
