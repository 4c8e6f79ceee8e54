import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatNotices, packageFolderOf, readNotice } from '../../build/third-party-licenses.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.each([
  ['/a/node_modules/preact/dist/preact.mjs', '/a/node_modules/preact'],
  ['/a/node_modules/@preact/signals/dist/signals.mjs?v=1', '/a/node_modules/@preact/signals'],
  ['\0/a/node_modules/conf/node_modules/ajv/lib/ajv.js', '/a/node_modules/conf/node_modules/ajv'],
  ['/a/electron/main.ts', null],
])('%s lies in %s', (source, folder) => {
  expect(packageFolderOf(source)).toBe(folder);
});

test("a package's own text is shipped", () => {
  const notice = readNotice(`${root}/node_modules/preact`);
  expect(notice).toMatchObject({ name: 'preact', license: 'MIT' });
  expect(notice.text).toContain('Permission is hereby granted');
});

test('each package is listed once', () => {
  const notice = { name: 'zod', version: '4.0.0', license: 'MIT', text: 'Text of zod' };
  const text = formatNotices([notice, { ...notice, name: 'ajv', text: 'Text of ajv' }, notice]);
  expect(text.match(/^\S+ 4\.0\.0/gm)).toEqual(['ajv 4.0.0', 'zod 4.0.0']);
});
