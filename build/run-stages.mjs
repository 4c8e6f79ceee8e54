/**
 * @typedef {import('./test-stages.mjs').Stage} Stage
 * @typedef {import('./test-stages.mjs').StageEnd} StageEnd
 */

/**
 * Runs the stages one after the other, prints a line for each and every failure in full, then what could not run here,
 * and `N passed, N failed` as the very last line.
 * @param {Stage[]} stages
 * @param {object} [options]
 * @param {Map<string, string>} [options.missing] stages that can't run here, with the reason
 * @param {string | null} [options.advice] what a person can do about those
 * @param {boolean} [options.strict] a stage that can't run here has failed
 * @returns {Promise<boolean>} true when nothing failed
 */
export async function runStages(stages, { missing = new Map(), advice = null, strict = false } = {}) {
  /** @type {{name: string, reason: string}[]} */
  const notRun = [];
  let passed = 0;
  let failed = 0;
  for (const stage of stages) {
    const end = await runStage(stage, missing.get(stage.name));
    passed += end.counts.passed;
    failed += end.counts.failures.length;
    notRun.push(...end.counts.skipped);
    if (end.cannotRun === undefined) printStage(stage.name, end);
    else {
      notRun.push({ name: stage.name, reason: end.cannotRun });
      failed += strict ? 1 : 0;
    }
  }
  printNotRun(notRun, advice);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
}

/**
 * @param {Stage} stage
 * @param {string} [cannotRun]
 * @returns {Promise<StageEnd>}
 */
async function runStage(stage, cannotRun) {
  if (cannotRun !== undefined) return { counts: { passed: 0, failures: [], skipped: [] }, seconds: 0, cannotRun };
  try {
    return await stage.run();
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { counts: { passed: 0, failures: [{ name: stage.name, message }], skipped: [] }, seconds: 0 };
  }
}

/**
 * @param {string} name
 * @param {StageEnd} end
 */
function printStage(name, { counts, seconds }) {
  const failures = counts.failures.length === 0 ? '' : `, ${counts.failures.length} failed`;
  console.log(`${name.padEnd(22)} ${counts.passed} passed${failures} (${seconds.toFixed(1)} s)`);
  for (const failure of counts.failures) console.log(`\n  ✗ ${failure.name}\n${indent(failure.message)}\n`);
}

/** @param {string} text */
function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}

/**
 * @param {{name: string, reason: string}[]} notRun
 * @param {string | null} advice
 */
function printNotRun(notRun, advice) {
  if (notRun.length === 0) return;
  console.log('\nCould not run here:');
  for (const { name, reason } of notRun) console.log(`  - ${name}: ${reason}`);
  if (advice !== null) console.log(`To run them too: ${advice}`);
}
