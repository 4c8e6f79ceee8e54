import { installIfNeeded } from './install-if-needed.mjs';
import { runStages } from './run-stages.mjs';
import { SOAK_STAGES } from './test-stages.mjs';

// `npm run soak`: the same properties as in `npm test`, tried ten times as often. For a night, or before a release.

await installIfNeeded();
process.exitCode = (await runStages(SOAK_STAGES)) ? 0 : 1;
