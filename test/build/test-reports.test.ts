import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlaywrightReport } from '../../build/test-reports.mjs';

async function countsOf(report: unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-reports-'));
  try {
    await writeFile(join(folder, 'report.json'), JSON.stringify(report));
    return await readPlaywrightReport(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function spec(title: string, status: string, more: object = {}) {
  return { title, tests: [{ projectName: '', status, annotations: [], results: [], ...more }] };
}

test('a test that only passes at its second try has failed, and a skipped one keeps its reason', async () => {
  const counts = await countsOf({
    suites: [
      {
        title: 'first-run.spec.ts',
        specs: [
          spec('passes', 'expected'),
          spec('fails', 'unexpected', { results: [{ errors: [{ stack: 'Error: no popup' }] }] }),
        ],
        suites: [
          {
            title: 'tray',
            specs: [
              spec('wavers', 'flaky', { results: [{ errors: [{ message: 'Too late' }] }, { errors: [] }] }),
              spec('waits', 'skipped', { annotations: [{ type: 'skip', description: 'only on Electron' }] }),
            ],
          },
        ],
      },
    ],
  });
  expect(counts?.passed).toBe(1);
  expect(counts?.failures).toEqual([
    { name: 'first-run.spec.ts › tray › wavers', message: 'Too late' },
    { name: 'first-run.spec.ts › fails', message: 'Error: no popup' },
  ]);
  expect(counts?.skipped).toEqual([{ name: 'first-run.spec.ts › tray › waits', reason: 'only on Electron' }]);
});

test('an error outside of every test is a failure', async () => {
  const counts = await countsOf({ errors: [{ message: 'No tests found' }], suites: [] });
  expect(counts?.failures).toEqual([{ name: 'Playwright', message: 'No tests found' }]);
});

test('no report is told from an empty one', async () => {
  expect(await readPlaywrightReport('/nowhere/report.json')).toBeNull();
});
