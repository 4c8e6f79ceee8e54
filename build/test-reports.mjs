import { readFile } from 'node:fs/promises';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {{name: string, message: string}[]} failures
 * @property {{name: string, reason: string}[]} skipped
 */

/**
 * Reads what `vitest-reporter.ts` wrote.
 * @param {string} file
 * @returns {Promise<Counts | null>} null when there is no readable report: the run crashed
 */
export async function readVitestReport(file) {
  return readJson(file);
}

/**
 * Reads the JSON report of a Playwright run.
 * @param {string} file
 * @returns {Promise<Counts | null>} null when there is no readable report: the run crashed
 */
export async function readPlaywrightReport(file) {
  const report = await readJson(file);
  if (report === null) return null;
  /** @type {Counts} */
  const counts = { passed: 0, failures: [], skipped: [] };
  for (const error of report.errors ?? []) {
    counts.failures.push({ name: 'Playwright', message: error.stack ?? error.message ?? JSON.stringify(error) });
  }
  for (const suite of report.suites ?? []) countPlaywrightSuite(counts, suite, []);
  return counts;
}

/**
 * @param {Counts} counts
 * @param {any} suite
 * @param {string[]} titles
 */
function countPlaywrightSuite(counts, suite, titles) {
  const here = [...titles, suite.title];
  for (const inner of suite.suites ?? []) countPlaywrightSuite(counts, inner, here);
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      const name = [test.projectName, ...here, spec.title].filter(Boolean).join(' › ');
      countPlaywrightTest(counts, name, test);
    }
  }
}

/**
 * @param {Counts} counts
 * @param {string} name
 * @param {any} test
 */
function countPlaywrightTest(counts, name, test) {
  if (test.status === 'expected') counts.passed += 1;
  if (test.status === 'skipped') {
    const note = test.annotations.find((/** @type {any} */ one) => one.type === 'skip' || one.type === 'fixme');
    counts.skipped.push({ name, reason: note?.description ?? 'skipped where it is written' });
  } else if (test.status === 'unexpected' || test.status === 'flaky') {
    const errors = test.results.flatMap((/** @type {any} */ result) => result.errors ?? []);
    const message = errors.map((/** @type {any} */ error) => error.stack ?? error.message ?? error.value).join('\n');
    counts.failures.push({ name, message });
  }
}

/**
 * @param {string} file
 * @returns {Promise<any>}
 */
async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
