import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../electron/contract/rgi-emoji.ts', import.meta.url));

test('no minifier makes the pattern of all emoji a literal, which each start would wait for', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: source, formats: ['es'] } },
  });
  const [result] = [built].flat();
  const code = result && 'output' in result ? result.output[0].code : '';
  expect(code).toContain('RGI_Emoji');
  expect(code).not.toMatch(/\/[^/`'"\n]*\\p\{RGI_Emoji\}[^/\n]*\/v/);
});
