import { describe, expect, test } from 'vitest';
import {
  consoleOnlyInTheLog,
  everyFileHasARoom,
  filesAreShort,
  functionsAreShort,
  namesSayWhatIsInside,
  noCycles,
  noLiteralOfAllEmoji,
  oneDoorToTheMainProcess,
  packagesOnlyInTheirRooms,
  type Rule,
  roomsImportOnlyTheirOwn,
  textsWhereTheyAreSaid,
} from './rules.ts';
import { parseSourceFile } from './source-file.ts';

/** Where a rule finds something wrong in a house made of these files: `path:line`. */
function breaches(rule: Rule, house: Record<string, string>): string[] {
  const files = Object.entries(house).map(([path, text]) => parseSourceFile(path, text));
  return rule(files).map((one) => `${one.path}:${one.line}`);
}

describe('rooms', () => {
  test('a new folder or a stray file is no room', () => {
    const house = { 'electron/sync/sync.ts': '', 'electron/stray.ts': '', 'electron/main.ts': '', 'renderer/a.ts': '' };
    expect(breaches(everyFileHasARoom, house)).toEqual(['electron/sync/sync.ts:1', 'electron/stray.ts:1']);
  });
});

describe('imports between rooms', () => {
  test.each([
    ['electron/servers/http.ts', "import { start } from '../status/reconciler.ts';"],
    ['electron/demo/zulip.ts', "import type { Reply } from '../servers/zulip/replies.ts';"],
    ['electron/contract/status.ts', "type A = import('../servers/chat-server.ts').ChatServer;"],
    ['electron/desktop/tray.ts', "export * from '../status/presets.ts';"],
    ['electron/ipc/door.ts', "const later = await import('../accounts/accounts.ts');"],
    ['electron/status/presets.ts', "const demo = require('../demo/demo.ts');"],
    ['renderer/main.tsx', "import { log } from '../electron/log.ts';"],
    ['electron/main.ts', "import { zulip } from '../test/stand-in/zulip.ts';"],
    ['electron/main.ts', "import { serve } from '../build/preview/serve.ts';"],
    ['build/start.mjs', "import { run } from '../test/run.ts';"],
  ])('%s must not say %s', (path, text) => {
    expect(breaches(roomsImportOnlyTheirOwn, { [path]: `\n${text}` })).toEqual([`${path}:2`]);
  });

  test('what the table lists is allowed', () => {
    const house = {
      'electron/main.ts': "import { a } from './status/status-service.ts'; import { b } from './demo/demo.ts';",
      'electron/status/a.ts': "import { b } from '../servers/b.ts'; import { c } from './c.ts';",
      'renderer/main.tsx': "import type { A } from '../electron/contract/app-state.ts'; import './styles/tokens.css';",
      'test/a.test.ts': "import { a } from '../electron/main.ts';",
    };
    expect(breaches(roomsImportOnlyTheirOwn, house)).toEqual([]);
  });
});

describe('packages', () => {
  test.each([
    ['electron/servers/http.ts', "import { net } from 'electron/main';"],
    ['electron/status/clock.ts', "import type { PowerMonitor } from 'electron';"],
    ['electron/accounts/secrets.ts', "import keytar from 'keytar';"],
    ['electron/status/log.ts', "import log from 'electron-log/main';"],
    ['electron/contract/codec.ts', "import { z } from 'zod';"],
    ['electron/contract/codec.ts', "import { Buffer } from 'node:buffer';"],
    ['renderer/state.ts', "import { readFile } from 'node:fs/promises';"],
    ['renderer/state.ts', "import { ipcRenderer } from 'electron';"],
  ])('%s must not say %s', (path, text) => {
    expect(breaches(packagesOnlyInTheirRooms, { [path]: text })).toEqual([`${path}:1`]);
  });

  test('their own rooms may', () => {
    const house = {
      'electron/desktop/tray.ts': "import { Tray } from 'electron';",
      'electron/storage/keychain.ts': "import keytar from 'keytar';",
      'electron/servers/http.ts': "import { z } from 'zod'; import { Buffer } from 'node:buffer';",
    };
    expect(breaches(packagesOnlyInTheirRooms, house)).toEqual([]);
  });
});

describe('circles', () => {
  test('two files that import each other are found', () => {
    const house = {
      'electron/status/a.ts': "import { b } from './b.ts';",
      'electron/status/b.ts': "import type { A } from './a.ts';",
    };
    expect(breaches(noCycles, house)).toEqual(['electron/status/b.ts:1']);
  });

  test('so are longer ones, behind files that stand outside of them', () => {
    const house = {
      'electron/main.ts': "import './x.ts';",
      'electron/x.ts': "import './y.ts';",
      'electron/y.ts': "import './z.ts';",
      'electron/z.ts': "\nimport './x.ts';",
    };
    expect(breaches(noCycles, house)).toEqual(['electron/z.ts:2']);
  });

  test('a file that imports itself is found', () => {
    expect(breaches(noCycles, { 'electron/a.ts': "import './a.ts';" })).toEqual(['electron/a.ts:1']);
  });

  test('two ways to one file are no circle', () => {
    const house = {
      'electron/a.ts': "import './b.ts'; import './c.ts';",
      'electron/b.ts': "import './d.ts';",
      'electron/c.ts': "import './d.ts';",
      'electron/d.ts': 'export {};',
    };
    expect(breaches(noCycles, house)).toEqual([]);
  });
});

describe('length', () => {
  const linesOf = (count: number) => 'x();\n'.repeat(count);

  test('a file of 251 lines is too long, one of 250 is not', () => {
    expect(breaches(filesAreShort, { 'electron/a.ts': linesOf(251) })).toEqual(['electron/a.ts:251']);
    expect(breaches(filesAreShort, { 'electron/a.ts': linesOf(250) })).toEqual([]);
  });

  test('a test may have 400', () => {
    expect(breaches(filesAreShort, { 'test/a.test.ts': linesOf(400) })).toEqual([]);
    expect(breaches(filesAreShort, { 'test/a.test.ts': linesOf(401) })).toHaveLength(1);
  });

  test('a function of 51 lines is too long, one of 50 is not', () => {
    expect(breaches(functionsAreShort, { 'electron/a.ts': `function f() {\n${linesOf(49)}}` })).toEqual([
      'electron/a.ts:1',
    ]);
    expect(breaches(functionsAreShort, { 'electron/a.ts': `function f() {\n${linesOf(48)}}` })).toEqual([]);
    expect(breaches(functionsAreShort, { 'electron/a.ts': `const f = () => {\n${linesOf(49)}};` })).toHaveLength(1);
  });

  test('a component may have 80', () => {
    const component = (lines: number) => `function View() {\n${linesOf(lines - 3)}return <p />;\n}`;
    expect(breaches(functionsAreShort, { 'renderer/a.tsx': component(80) })).toEqual([]);
    expect(breaches(functionsAreShort, { 'renderer/a.tsx': component(81) })).toHaveLength(1);
  });

  test('a factory is measured without the functions it makes, and they by themselves', () => {
    const made = (lines: number) => `const inner = () => {\n${linesOf(lines - 2)}};\n`;
    const factory = (inside: string) => `function createThing() {\n${inside}}`;
    expect(breaches(functionsAreShort, { 'electron/a.ts': factory(made(40) + made(40)) })).toEqual([]);
    expect(breaches(functionsAreShort, { 'electron/a.ts': factory(made(51)) })).toEqual(['electron/a.ts:2']);
    expect(breaches(functionsAreShort, { 'electron/a.ts': factory(linesOf(49)) })).toEqual(['electron/a.ts:1']);
  });
});

describe('doors', () => {
  test.each(['window.whereabouts', 'globalThis.whereabouts', "window['whereabouts']"])(
    'only main-process.ts says %s',
    (expression) => {
      const text = `export const main = ${expression};`;
      expect(breaches(oneDoorToTheMainProcess, { 'renderer/state.ts': text })).toEqual(['renderer/state.ts:1']);
      expect(breaches(oneDoorToTheMainProcess, { 'renderer/main-process.ts': text })).toEqual([]);
    },
  );

  test('only log.ts uses console', () => {
    expect(breaches(consoleOnlyInTheLog, { 'electron/status/a.ts': 'console.log(1);' })).toHaveLength(1);
    expect(breaches(consoleOnlyInTheLog, { 'electron/log.ts': 'console.log(1);' })).toEqual([]);
    expect(breaches(consoleOnlyInTheLog, { 'build/test.mjs': 'console.log(1);' })).toEqual([]);
  });
});

describe('starting quickly', () => {
  test('a literal pattern of all emoji is found, one made when needed is not', () => {
    const literal = 'const isEmoji = /^\\p{RGI_Emoji}$/v;';
    expect(breaches(noLiteralOfAllEmoji, { 'renderer/a.ts': literal })).toEqual(['renderer/a.ts:1']);
    expect(breaches(noLiteralOfAllEmoji, { 'renderer/a.ts': "new RegExp('\\\\p{RGI_Emoji}', 'v');" })).toEqual([]);
    expect(breaches(noLiteralOfAllEmoji, { 'renderer/a.ts': 'const SIGN = /\\p{Emoji}/u;' })).toEqual([]);
  });
});

describe('texts', () => {
  test('are loaded where they are said, and not by rooms that run in plain Node', () => {
    const words = "import { MENU } from '../contract/languages/en/menu.ts';";
    expect(breaches(textsWhereTheyAreSaid, { 'electron/status/a.ts': words })).toEqual(['electron/status/a.ts:1']);
    expect(breaches(textsWhereTheyAreSaid, { 'electron/desktop/a.ts': words })).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    'electron/utils.ts',
    'renderer/helpers/dates.ts',
    'electron/status/preset-manager.ts',
    'electron/MyFile.ts',
  ])('%s says nothing, or says it in the wrong case', (path) => {
    expect(breaches(namesSayWhatIsInside, { [path]: 'export {};' })).toEqual([`${path}:1`]);
  });

  test('plain names in kebab-case are right', () => {
    const house = { 'electron/status/status-service.ts': 'export {};', 'test/status/presets.test.ts': 'export {};' };
    expect(breaches(namesSayWhatIsInside, house)).toEqual([]);
  });
});
