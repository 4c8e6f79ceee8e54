import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** Something at a line of a file. */
interface At {
  line: number;
}

export interface ImportOf extends At {
  /** A path from the repository's root for a relative import, else the package's or built-in module's name. */
  target: string;
  relative: boolean;
}

export interface FunctionOf extends At {
  name: string;
  lines: number;
  hasJsx: boolean;
}

/** What the rules look at in one file. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  lines: number;
  imports: ImportOf[];
  functions: FunctionOf[];
  /** Lines that read `window.whereabouts`. */
  windowReads: At[];
  /** Lines that use `console`. */
  consoleUses: At[];
  /** Lines with a literal pattern of all emoji. */
  emojiPatterns: At[];
}

const FOLDERS = ['electron', 'renderer', 'build', 'test'];
const IGNORED = new Set(['node_modules', 'out', 'dist', 'test-results', 'fixtures']);
const EXTENSION = /\.(ts|tsx|mts|mjs|js|css)$/;

/** Reads and parses every source file below `root`. */
export async function readSourceFiles(root: string): Promise<SourceFile[]> {
  const paths = await Promise.all(FOLDERS.map((folder) => listFiles(root, folder)));
  return Promise.all(paths.flat().map(async (path) => parseSourceFile(path, await readFile(join(root, path), 'utf8'))));
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && EXTENSION.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => IGNORED.has(part)));
}

/** @throws {SyntaxError} when the text does not parse */
export function parseSourceFile(path: string, text: string): SourceFile {
  const lineStarts = findLineStarts(text);
  const lines = text.endsWith('\n') ? lineStarts.length - 1 : lineStarts.length;
  const found = { imports: [], functions: [], windowReads: [], consoleUses: [], emojiPatterns: [] };
  const file: SourceFile = { path, lines, ...found };
  if (path.endsWith('.css')) return file;
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`);
  collect(file, program, (offset) => lineAt(lineStarts, offset));
  return file;
}

function findLineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
}

function lineAt(lineStarts: number[], offset: number): number {
  const next = lineStarts.findIndex((start) => start > offset);
  return next === -1 ? lineStarts.length : next;
}

function collect(file: SourceFile, program: ESTree.Program, lineOf: (offset: number) => number): void {
  const addImport = (source: unknown, start: number) => {
    const name = literalText(source);
    if (name !== null) file.imports.push({ ...resolveImport(file.path, name), line: lineOf(start) });
  };
  new Visitor({
    ImportDeclaration: (node) => addImport(node.source, node.start),
    ExportNamedDeclaration: (node) => addImport(node.source, node.start),
    ExportAllDeclaration: (node) => addImport(node.source, node.start),
    ImportExpression: (node) => addImport(node.source, node.start),
    TSImportType: (node) => addImport(node.source, node.start),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') addImport(node.arguments[0], node.start);
    },
    Literal: (node) => {
      const isPattern = 'regex' in node && node.regex.pattern.includes('\\p{RGI_Emoji');
      if (isPattern) file.emojiPatterns.push({ line: lineOf(node.start) });
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier') return;
      const property = node.computed ? literalText(node.property) : (node.property as { name?: string }).name;
      if (['window', 'globalThis', 'self'].includes(node.object.name) && property === 'whereabouts') {
        file.windowReads.push({ line: lineOf(node.start) });
      }
      if (node.object.name === 'console') file.consoleUses.push({ line: lineOf(node.start) });
    },
  }).visit(program);
  file.functions.push(...collectFunctions(program, lineOf));
}

function literalText(node: unknown): string | null {
  const value = (node as { value?: unknown } | null | undefined)?.value;
  return typeof value === 'string' ? value : null;
}

function resolveImport(from: string, name: string): Omit<ImportOf, 'line'> {
  if (!name.startsWith('.')) return { target: name.replace(/^node:/, 'node:'), relative: false };
  const path = name.replace(/\?.*$/, '');
  return { target: posix.normalize(posix.join(posix.dirname(from), path)), relative: true };
}

interface OpenFunction extends FunctionOf {
  nestedLines: number;
}

/**
 * A factory (`create…`) is measured without the functions it makes: each of those is measured by itself.
 */
function collectFunctions(program: ESTree.Program, lineOf: (offset: number) => number): FunctionOf[] {
  const found: OpenFunction[] = [];
  const open: OpenFunction[] = [];
  let name = '';
  const enter = (node: { start: number; end: number; id?: { name: string } | null }) => {
    const line = lineOf(node.start);
    open.push({ name: node.id?.name ?? name, line, lines: lineOf(node.end) - line + 1, hasJsx: false, nestedLines: 0 });
    name = '';
  };
  const leave = () => {
    const done = open.pop();
    if (done === undefined) return;
    const outer = open.at(-1);
    if (outer !== undefined && done.lines > 1) outer.nestedLines += done.lines;
    found.push(done);
  };
  const takeName = (key: unknown) => {
    name = (key as { name?: string }).name ?? '';
  };
  const markJsx = () => {
    for (const one of open) one.hasJsx = true;
  };
  new Visitor({
    VariableDeclarator: (node) => takeName(node.id),
    Property: (node) => takeName(node.key),
    MethodDefinition: (node) => takeName(node.key),
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    JSXElement: markJsx,
    JSXFragment: markJsx,
  }).visit(program);
  return found.map(({ nestedLines, ...one }) =>
    one.name.startsWith('create') ? { ...one, lines: one.lines - nestedLines } : one,
  );
}
