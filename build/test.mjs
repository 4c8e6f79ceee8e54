import { installIfNeeded } from './install-if-needed.mjs';
import { runStages } from './run-stages.mjs';
import { installSystemPackages } from './system-packages.mjs';
import { TEST_STAGES } from './test-stages.mjs';

// `npm test`: sets up what is missing, then proves everything that can be proven on this machine.

await installIfNeeded();
const { stages, command } = installSystemPackages();
const right = await runStages(TEST_STAGES, { cannotRun: stages, advice: command });
process.exitCode = right ? 0 : 1;
