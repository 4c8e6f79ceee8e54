import { parseArgs } from 'node:util';
import { installIfNeeded } from './install-if-needed.mjs';
import { runStages } from './run-stages.mjs';
import { installSystemPackages } from './system-packages.mjs';
import { TEST_STAGES } from './test-stages.mjs';

// `npm test`: sets up what is missing, then proves everything that can be proven on this machine.
// `npm test -- --only vitest --only build` runs those stages alone; with `--strict`, one that can't run here has failed.

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, strict: { type: 'boolean' } } });
const chosen = TEST_STAGES.filter(({ name }) => values.only === undefined || values.only.includes(name));
if (chosen.length === 0) {
  console.error(`There is no such stage. There are: ${TEST_STAGES.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
await installIfNeeded();
const { stages, command } = installSystemPackages(chosen.map(({ name }) => name));
const right = await runStages(chosen, { missing: stages, advice: command, strict: values.strict === true });
process.exitCode = right ? 0 : 1;
