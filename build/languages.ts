import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { type ESTree, type Plugin, parseSync } from 'vite';
import type { CompiledMessage, CompiledMessages, CompiledPart } from '../electron/contract/languages/message.ts';
import type { Translation } from '../electron/contract/languages/texts.ts';

/** A folder for each language: `en/` with the originals in TypeScript, the others with one JSON file for each area. */
export const LANGUAGES_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../electron/contract/languages');

/** Messages as they are written, under their keys. */
export interface Messages {
  [key: string]: string | Messages;
}

interface EnglishArea {
  name: string;
  messages: Messages;
  /** Where in the source the messages stand. */
  start: number;
  end: number;
}

/**
 * Compiles the messages, so that what is shipped holds no parser, and adds `languages/TAG.json` to what is built: the
 * translations of those areas that the bundle has.
 */
export function languageFiles(): Plugin {
  const bundled = new Set<string>();
  return {
    name: 'language-files',
    enforce: 'pre',
    transform(code, id) {
      if (!isEnglish(id)) return null;
      const area = readArea(code, id);
      bundled.add(area.name);
      const compiled = JSON.stringify(compileMessages(area.messages, area.name));
      return { code: code.slice(0, area.start) + compiled + code.slice(area.end), map: null };
    },
    generateBundle() {
      for (const tag of translatedLanguages()) {
        const source = JSON.stringify(compiledTranslation(tag, [...bundled].sort()));
        this.emitFile({ type: 'asset', fileName: `languages/${tag}.json`, source });
      }
    },
  };
}

/** The tags of the languages that have a folder, but for English. */
export function translatedLanguages(): string[] {
  return readdirSync(LANGUAGES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map(({ name }) => name);
}

export function compiledTranslation(tag: string, areas: string[] = areaNames()): Translation {
  return Object.fromEntries(
    areas.flatMap((name) => {
      const messages = translatedMessages(tag, name);
      return messages === null ? [] : [[name, compileMessages(messages, `${tag}/${name}.json`)]];
    }),
  );
}

/** What a translator has written; null where the language lacks the area. */
export function translatedMessages(tag: string, area: string): Messages | null {
  const file = join(LANGUAGES_FOLDER, tag, `${area}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

export function areaNames(): string[] {
  return readdirSync(join(LANGUAGES_FOLDER, 'en')).map((file) => basename(file, '.ts'));
}

export function englishMessages(area: string): Messages {
  const file = join(LANGUAGES_FOLDER, 'en', `${area}.ts`);
  return readArea(readFileSync(file, 'utf8'), file).messages;
}

function isEnglish(id: string): boolean {
  return /\/electron\/contract\/languages\/en\/[\w-]+\.ts$/.test(id.replaceAll('\\', '/'));
}

/** The one call of `texts` in a file. Read, not run: it may only hold what a translator could write too. */
function readArea(code: string, file: string): EnglishArea {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    const call = declaration?.type === 'VariableDeclaration' ? declaration.declarations[0]?.init : null;
    if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'texts') continue;
    const [name, messages] = call.arguments;
    if (name?.type !== 'Literal' || name.value !== basename(file, '.ts') || messages === undefined) break;
    return { name: name.value, messages: readGroup(messages, file), start: messages.start, end: messages.end };
  }
  throw new Error(`${file}: expected “export const … = texts('${basename(file, '.ts')}', { … })”`);
}

function readGroup(node: ESTree.Node, file: string): Messages {
  if (node.type === 'TSSatisfiesExpression' || node.type === 'TSAsExpression') return readGroup(node.expression, file);
  if (node.type !== 'ObjectExpression') throw new Error(`${file}: texts are objects of strings, not ${node.type}`);
  return Object.fromEntries(
    node.properties.map((property) => {
      if (property.type !== 'Property' || property.computed) throw new Error(`${file}: a key has to be plain`);
      const { key, value } = property;
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
      const isText = value.type === 'Literal' && typeof value.value === 'string';
      return [name, isText ? (value.value as string) : readGroup(value, file)];
    }),
  );
}

export function compileMessages(messages: Messages, where: string): CompiledMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => {
      const place = `${where}: ${key}`;
      return [key, typeof value === 'string' ? slim(compileMessage(value, place)) : compileMessages(value, place)];
    }),
  );
}

export function compileMessage(message: string, where: string): CompiledMessage {
  try {
    return joined(parse(message, { ignoreTag: true, requiresOtherClause: true }), null);
  } catch (error) {
    throw new Error(`${where}: “${message}” is no ICU message (${(error as Error).message})`);
  }
}

/** `counted`: what “#” stands for. */
function joined(elements: MessageFormatElement[], counted: string | null): CompiledMessage {
  const parts = elements.map((element) => compilePart(element, counted));
  if (parts.length === 0) return '';
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

function compilePart(element: MessageFormatElement, counted: string | null): CompiledPart {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.argument:
      return [element.value];
    case TYPE.pound:
      return [counted ?? ''];
    case TYPE.select:
      return [element.value, choices(element.options, counted), 'select'];
    case TYPE.plural:
      if (element.pluralType === 'ordinal' || element.offset !== 0)
        throw new Error('ordinals and offsets are not used here');
      return [element.value, choices(element.options, element.value), 'plural'];
    default:
      throw new Error('only arguments, plurals and selects are used here; dates and numbers come formatted');
  }
}

function choices(options: Record<string, { value: MessageFormatElement[] }>, counted: string | null) {
  return Object.fromEntries(Object.entries(options).map(([key, { value }]) => [key, joined(value, counted)]));
}

/** Without the plural forms that read like the one for all other numbers: where none is left, no rule need be asked. */
function slim(message: CompiledMessage): CompiledMessage {
  return typeof message === 'string' ? message : message.map(slimPart);
}

function slimPart(part: CompiledPart): CompiledPart {
  if (typeof part === 'string' || part[1] === undefined) return part;
  const [argument, choices, kind] = part;
  const slimmed = Object.entries(choices).map(([key, choice]) => [key, slim(choice)] as const);
  if (kind === 'select') return [argument, Object.fromEntries(slimmed), kind];
  const isFixed = (key: string) => key === 'other' || key.startsWith('=');
  const other = JSON.stringify(slim(choices.other ?? ''));
  const left = slimmed.filter(([key, choice]) => isFixed(key) || JSON.stringify(choice) !== other);
  return [argument, Object.fromEntries(left), left.every(([key]) => isFixed(key)) ? 'number' : 'plural'];
}
