import { installIfNeeded } from './install-if-needed.mjs';
import { runStages } from './run-stages.mjs';
import { CHECK_STAGES } from './test-stages.mjs';

// `npm run check`: types, lint and architecture, in seconds. For while you write.

await installIfNeeded();
process.exitCode = (await runStages(CHECK_STAGES)) ? 0 : 1;
