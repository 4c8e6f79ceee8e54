import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runCommand } from './run-command.mjs';
import { readPlaywrightReport, readVitestReport } from './test-reports.mjs';

/**
 * @typedef {import('./test-reports.mjs').Counts} Counts
 * @typedef {object} StageEnd
 * @property {Counts} counts
 * @property {number} seconds
 * @property {string} [cannotRun] why it can't run on this machine
 */

/** @typedef {{name: string, run: () => Promise<StageEnd>}} Stage */

/** Not in test-results/, which Playwright empties. */
const reports = mkdtempSync(join(tmpdir(), 'whereabouts-reports-'));
/** What Node has compiled is kept from one start to the next: the app is started some hundred times. */
const NODE_CACHE = { NODE_COMPILE_CACHE: join(reports, 'compiled') };
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

/** TypeScript projects, each with its own globals: Node, page or neither. */
const PROJECTS = ['electron', 'electron/contract', 'renderer', 'build', 'test'];

const SOAK_SECONDS = 3600;

/** Runs a command with a private session bus and an unlocked keyring. */
const IN_KEYRING = 'test/keychain/run-in-keyring.sh';

/** @type {Stage[]} */
const CHECKS = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: () => asOneTest('lint', ['biome', 'ci', '--colors=off', '.']) },
];

/** What `npm run check` runs: everything that takes seconds. @type {Stage[]} */
export const CHECK_STAGES = [
  ...CHECKS,
  {
    name: 'architecture',
    run: () => vitest('architecture', ['--config', 'build/vitest.config.ts', 'test/architecture']),
  },
];

/** What `npm test` runs, in this order. @type {Stage[]} */
export const TEST_STAGES = [
  ...CHECKS,
  { name: 'vitest', run: () => vitest('vitest', ['--config', 'build/vitest.config.ts']) },
  { name: 'keychain', run: () => vitest('keychain', ['--config', 'build/vitest.keychain.config.ts'], inKeyring()) },
  {
    name: 'build',
    run: () => asOneTest('build', ['electron-vite', 'build', '--config', 'build/electron.vite.config.ts']),
  },
  {
    name: 'built app',
    run: () => vitest('built app', ['--config', 'build/vitest.built-app.config.ts'], inKeyring()),
  },
  { name: 'end to end', run: () => endToEnd('preview') },
  { name: 'end to end on Electron', run: endToEndOnElectron },
  { name: 'packaging', run: () => asOneTest('dist:check', ['node', 'build/dist-check.mjs', '--built']) },
];

/** What `npm run soak` runs: the properties, each tried ten times as often. @type {Stage[]} */
export const SOAK_STAGES = [
  { name: 'soak', run: () => vitest('soak', ['--config', 'build/vitest.soak.config.ts'], [], SOAK_SECONDS) },
];

async function checkTypes() {
  const ends = [];
  for (const project of PROJECTS) ends.push(await asOneTest(`types of ${project}`, ['tsc', '-p', project]));
  return {
    counts: {
      passed: ends.reduce((sum, end) => sum + end.counts.passed, 0),
      failures: ends.flatMap((end) => end.counts.failures),
      skipped: [],
    },
    seconds: ends.reduce((sum, end) => sum + end.seconds, 0),
  };
}

/**
 * @param {string} name
 * @param {string[]} command
 * @returns {Promise<StageEnd>}
 */
async function asOneTest(name, command) {
  const { code, output, seconds } = await runCommand(command);
  const failures = code === 0 ? [] : [{ name, message: output.trim() || `It ended with exit code ${code}.` }];
  return { counts: { passed: code === 0 ? 1 : 0, failures, skipped: [] }, seconds };
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {string[]} [wrapper] a command to run it under
 * @param {number} [timeoutSeconds]
 * @returns {Promise<StageEnd>}
 */
async function vitest(name, args, wrapper = [], timeoutSeconds = 600) {
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const command = [
    'vitest',
    'run',
    '--root',
    '.',
    ...args,
    '--reporter=default',
    '--reporter=./build/vitest-reporter.ts',
  ];
  const env = { ...NODE_CACHE, WHEREABOUTS_REPORT: report, NO_COLOR: '1' };
  const end = await runCommand([...wrapper, ...command], { env, timeoutSeconds });
  return withReport(name, end, await readVitestReport(report));
}

/**
 * @param {'preview' | 'electron'} where what runs the app under test
 * @returns {Promise<StageEnd>}
 */
async function endToEnd(where) {
  const report = join(reports, `end-to-end-${where}.json`);
  const command = ['playwright', 'test', '--config', 'build/playwright.config.ts', '--reporter=line,json'];
  const env = { ...NODE_CACHE, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NO_COLOR: '1', CI: '1', WHEREABOUTS_E2E: where };
  const end = await runCommand([...inKeyring(), ...command], { env });
  return withReport(`end to end (${where})`, end, await readPlaywrightReport(report));
}

/** @returns {Promise<StageEnd>} */
async function endToEndOnElectron() {
  const reason = whyNoElectron();
  if (reason === null) return endToEnd('electron');
  return { counts: { passed: 0, failures: [], skipped: [] }, seconds: 0, cannotRun: reason };
}

/**
 * A run that ended badly without a failing test in its report has failed all the same.
 * @param {string} name
 * @param {import('./run-command.mjs').CommandEnd} end
 * @param {Counts | null} report
 * @returns {StageEnd}
 */
function withReport(name, { code, output, seconds }, report) {
  const counts = report ?? { passed: 0, failures: [], skipped: [] };
  const silent = counts.failures.length === 0 && (code !== 0 || report === null);
  const ranNothing = code === 0 && counts.passed === 0 && counts.skipped.length === 0;
  if (!silent && !ranNothing) return { counts, seconds };
  const message = `${output.trim()}\n${ranNothing ? 'It ran no test.' : `It ended with exit code ${code}.`}`;
  return { counts: { ...counts, failures: [...counts.failures, { name, message }] }, seconds };
}

/** @returns {string[]} the start of a command line, empty where the system's own keychain is used */
function inKeyring() {
  return process.platform === 'linux' ? ['sh', IN_KEYRING] : [];
}

/** @returns {string | null} why the specs did not run on real Electron, or null when they could */
export function whyNoElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist');
  const binary = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    /** @type {string} */ (process.platform)
  ];
  if (!existsSync(join(folder, binary ?? 'electron'))) {
    return "Electron's binary is not on this machine: it is downloaded at its first use, which closed networks refuse";
  }
  // https://github.com/electron/electron/issues/17972
  if (process.platform === 'linux' && process.getuid?.() === 0) return "Electron's sandbox does not work for root";
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasDisplay ? null : 'there is no display (xvfb-run npm test makes one)';
}
