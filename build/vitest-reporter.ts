import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Writes what `npm test` counts to the file named in WHEREABOUTS_REPORT. Vitest's own JSON report leaves out why a
 * test was skipped, and errors outside of tests.
 */
export default class WhereaboutsReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const report = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failures: [...tests.flatMap(failureOf), ...modules.flatMap(failuresAround), ...unhandled.map(unhandledFailure)],
      skipped: tests.filter((test) => test.result().state === 'skipped').map(skipOf),
    };
    const file = process.env.WHEREABOUTS_REPORT;
    if (file === undefined) throw new Error('WHEREABOUTS_REPORT must name the file to write.');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(report));
  }
}

function nameOf(module: TestModule, rest: string): string {
  return `${relative(process.cwd(), module.moduleId)} › ${rest}`;
}

function messageOf(error: SerializedError): string {
  const stack = (error.stack ?? error.message).split('\n').filter((line) => !line.includes('/node_modules/'));
  return [...stack, error.diff].filter(Boolean).join('\n');
}

function failureOf(test: TestCase) {
  const result = test.result();
  if (result.state !== 'failed') return [];
  return [{ name: nameOf(test.module, test.fullName), message: result.errors.map(messageOf).join('\n') }];
}

/** Errors while loading a file, and in its hooks. */
function failuresAround(module: TestModule) {
  const suites = [...module.children.allSuites()].flatMap((suite) =>
    suite.errors().map((error) => ({ name: nameOf(module, suite.fullName), message: messageOf(error) })),
  );
  return [
    ...module.errors().map((error) => ({ name: nameOf(module, 'loading'), message: messageOf(error) })),
    ...suites,
  ];
}

function unhandledFailure(error: SerializedError) {
  return { name: 'an error outside of every test', message: messageOf(error) };
}

function skipOf(test: TestCase) {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return { name: nameOf(test.module, test.fullName), reason: note ?? 'skipped where it is written' };
}
