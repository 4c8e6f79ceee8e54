import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { describeViolations, RULES } from './rules.ts';
import { readSourceFiles } from './source-file.ts';

const files = await readSourceFiles(fileURLToPath(new URL('../..', import.meta.url)));

describe('the house keeps its rules', () => {
  test('there are files in every part of it', () => {
    for (const folder of ['electron/', 'renderer/', 'build/', 'test/']) {
      expect(
        files.some((file) => file.path.startsWith(folder)),
        folder,
      ).toBe(true);
    }
  });

  for (const [name, rule] of Object.entries(RULES)) {
    test(name, () => {
      expect(describeViolations(rule(files))).toBe('');
    });
  }
});
