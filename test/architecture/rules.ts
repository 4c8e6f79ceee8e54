import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import {
  BARE_ROOMS,
  MAY_IMPORT,
  PACKAGE_ROOMS,
  PAGE_ROOMS,
  PRODUCT_ROOMS,
  type Room,
  roomOf,
  SPEAKING_ROOMS,
} from './rooms.ts';
import type { FunctionOf, ImportOf, SourceFile } from './source-file.ts';

/** One breach of a rule: where it is, and what to do about it. */
export interface Violation {
  path: string;
  line: number;
  message: string;
}

export type Rule = (files: readonly SourceFile[]) => Violation[];

function eachImport(files: readonly SourceFile[], check: (room: Room, one: ImportOf) => string | null): Violation[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === null) return [];
    return file.imports.flatMap((one) => {
      const message = check(room, one);
      return message === null ? [] : [{ path: file.path, line: one.line, message }];
    });
  });
}

function isProduct(room: Room | null): boolean {
  return room !== null && PRODUCT_ROOMS.includes(room);
}

/** Every file of the product stands in a room, so that no rule passes it by. */
export const everyFileHasARoom: Rule = (files) =>
  files
    .filter((file) => roomOf(file.path) === null)
    .map((file) => ({
      path: file.path,
      line: 1,
      message: 'This is no room of the house: see test/architecture/rooms.ts.',
    }));

/** Rooms import only the rooms that the table names; the product never imports test/ or build/. */
export const roomsImportOnlyTheirOwn: Rule = (files) =>
  eachImport(files, (room, one) => {
    if (!one.relative) return null;
    const target = roomOf(one.target);
    if (target === room || (target !== null && MAY_IMPORT[room].includes(target))) return null;
    // package.json is read for the version, in tests and scripts.
    if (target === null && !isProduct(room)) return null;
    const allowed = MAY_IMPORT[room].join(', ') || 'nothing';
    return `${room} must not import ${one.target}: it may import ${allowed}. Have it passed in, or move the shared part to contract.`;
  });

/** Texts are loaded by rooms that say them; others get what they have to say passed in. */
export const textsWhereTheyAreSaid: Rule = (files) =>
  eachImport(files, (room, one) => {
    if (SPEAKING_ROOMS.includes(room) || !/^electron\/contract\/(?:languages|texts)\//.test(one.target)) return null;
    return `${room} must not load ${one.target}: it runs where texts are not compiled. Have the words passed in from main.ts.`;
  });

/** `electron` and the libraries around it are imported only where the table says. */
export const packagesOnlyInTheirRooms: Rule = (files) =>
  eachImport(files, (room, one) => {
    if (one.relative || !isProduct(room)) return null;
    const name = packageOf(one.target);
    if (BARE_ROOMS.includes(room)) return `${room} must import nothing from outside: ${one.target} has to go.`;
    const owners = PACKAGE_ROOMS[name];
    if (owners !== undefined && !owners.includes(room)) {
      return `${name} belongs to ${owners.join(', ')}. Have what you need passed into ${room}.`;
    }
    if (PAGE_ROOMS.includes(room) && isBuiltin(one.target)) {
      return `${room} runs in a page without Node: ask the main process by a command instead of ${one.target}.`;
    }
    return null;
  });

function packageOf(target: string): string {
  const parts = target.split('/');
  return parts.slice(0, target.startsWith('@') ? 2 : 1).join('/');
}

/** No file reaches itself by following imports; types count, since a reader follows them too. */
export const noCycles: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const violations: Violation[] = [];
  const visit = (file: SourceFile, trail: string[]) => {
    if (finished.has(file.path)) return;
    for (const one of file.imports) {
      const next = one.relative ? byPath.get(one.target) : undefined;
      if (next === undefined) continue;
      const at = next.path === file.path ? trail.length : trail.indexOf(next.path);
      if (at === -1) {
        visit(next, [...trail, file.path]);
        continue;
      }
      const circle = [...trail.slice(at), file.path, next.path].join(' → ');
      violations.push({
        path: file.path,
        line: one.line,
        message: `Imports go in a circle: ${circle}. Move the shared part below both.`,
      });
    }
    finished.add(file.path);
  };
  for (const file of files) visit(file, []);
  return violations;
};

export const MAX_LINES = { product: 250, test: 400 };

/** Files stay short enough to be read in one go. */
export const filesAreShort: Rule = (files) =>
  files.flatMap((file) => {
    const max = roomOf(file.path) === 'test' ? MAX_LINES.test : MAX_LINES.product;
    if (file.lines <= max) return [];
    return [
      {
        path: file.path,
        line: max + 1,
        message: `${file.lines} lines; at most ${max}. Split it where it has two subjects.`,
      },
    ];
  });

export const MAX_FUNCTION_LINES = { plain: 50, jsx: 80 };

/** Functions of the product and its build stay short. Tests are lists of cases and are not measured. */
export const functionsAreShort: Rule = (files) =>
  files
    .filter((file) => roomOf(file.path) !== 'test')
    .flatMap((file) => file.functions.flatMap((one) => describeLongFunction(file.path, one)));

function describeLongFunction(path: string, one: FunctionOf): Violation[] {
  const max = one.hasJsx ? MAX_FUNCTION_LINES.jsx : MAX_FUNCTION_LINES.plain;
  if (one.lines <= max) return [];
  const name = one.name === '' ? 'A function' : one.name;
  return [
    {
      path,
      line: one.line,
      message: `${name} has ${one.lines} lines; at most ${max}. Take out a part that has a name.`,
    },
  ];
}

/** The popup reaches the main process through one file. */
export const oneDoorToTheMainProcess: Rule = (files) =>
  files
    .filter((file) => isProduct(roomOf(file.path)) && file.path !== 'renderer/main-process.ts')
    .flatMap((file) =>
      file.windowReads.map(({ line }) => ({
        path: file.path,
        line,
        message: 'Only renderer/main-process.ts reads window.whereabouts: import it from there.',
      })),
    );

/** Nothing is printed past the log, which takes secrets out. */
export const consoleOnlyInTheLog: Rule = (files) =>
  files
    .filter((file) => isProduct(roomOf(file.path)) && file.path !== 'electron/log.ts')
    .flatMap((file) =>
      file.consoleUses.map(({ line }) => ({
        path: file.path,
        line,
        message: 'Only electron/log.ts uses console: it redacts. Have a log passed in.',
      })),
    );

/** V8 checks literal patterns while it reads a script, and for this one makes a table of all emoji: 20 ms at each start. */
export const noLiteralOfAllEmoji: Rule = (files) =>
  files
    .filter((file) => isProduct(roomOf(file.path)))
    .flatMap((file) =>
      file.emojiPatterns.map(({ line }) => ({
        path: file.path,
        line,
        message: 'A literal with \\p{RGI_Emoji} delays every start: use isRgiEmoji of contract/rgi-emoji.ts.',
      })),
    );

const EMPTY_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'lib']);
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** A file's name says what is in it. */
export const namesSayWhatIsInside: Rule = (files) =>
  files.flatMap((file) => {
    const base = posix.basename(file.path);
    const parts = file.path.split('/').flatMap((part) => part.replace(/\..*$/, '').split('-'));
    const empty = parts.find((part) => EMPTY_NAMES.has(part));
    const message =
      empty !== undefined
        ? `“${empty}” says nothing about what is inside: name it after its subject.`
        : KEBAB_CASE.test(base)
          ? null
          : `${base} is not in kebab-case.`;
    return message === null ? [] : [{ path: file.path, line: 1, message }];
  });

export const RULES: Record<string, Rule> = {
  'every file stands in a room': everyFileHasARoom,
  'rooms import only what the table allows': roomsImportOnlyTheirOwn,
  'texts are loaded where they are said': textsWhereTheyAreSaid,
  'electron and its libraries stay in their rooms': packagesOnlyInTheirRooms,
  'imports never go in a circle': noCycles,
  'files are short': filesAreShort,
  'functions are short': functionsAreShort,
  'one file reads window.whereabouts': oneDoorToTheMainProcess,
  'console is used in the log only': consoleOnlyInTheLog,
  'no literal pattern of all emoji': noLiteralOfAllEmoji,
  'file names say what is inside': namesSayWhatIsInside,
};

/** One line per violation, as an editor can open it. */
export function describeViolations(violations: readonly Violation[]): string {
  return violations.map((one) => `${one.path}:${one.line} ${one.message}`).join('\n');
}
