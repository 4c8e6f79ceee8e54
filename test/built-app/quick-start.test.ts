import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../out', import.meta.url));
/** Between slashes, as a minifier writes it; not inside quotes. */
const LITERAL = /\/[^/`'"\n]*\\p\{RGI_Emoji/;

test('no script has a literal pattern of all emoji, which each start would wait for', async () => {
  const names = (await readdir(built, { recursive: true })).filter((name) => /\.c?js$/.test(name));
  const scripts = await Promise.all(
    names.map(async (name) => ({ name, code: await readFile(join(built, name), 'utf8') })),
  );
  // It is in there, as text.
  expect(scripts.filter(({ code }) => code.includes('p{RGI_Emoji}')).length).toBeGreaterThan(1);
  expect(scripts.filter(({ code }) => LITERAL.test(code)).map(({ name }) => name)).toEqual([]);
});
