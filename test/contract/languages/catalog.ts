import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  areaNames,
  compileMessage,
  englishMessages,
  type Messages,
  translatedMessages,
} from '../../../build/languages.ts';
import type { CompiledMessage } from '../../../electron/contract/languages/message.ts';

/** Every message of a catalog under its whole key, such as `people.job.retry`. */
export type Catalog = Map<string, string>;

export function englishCatalog(): Catalog {
  return new Map(areaNames().flatMap((area) => flat(englishMessages(area), area)));
}

export function catalogOf(tag: string): Catalog {
  return new Map(areaNames().flatMap((area) => flat(translatedMessages(tag, area) ?? {}, area)));
}

function flat(messages: Messages, path: string): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    return typeof value === 'string' ? [[`${path}.${key}`, value]] : flat(value, `${path}.${key}`);
  });
}

/** What a message is made of: its arguments, the categories of each of its plurals, and the choices of each select. */
export interface Anatomy {
  arguments: string[];
  plurals: { argument: string; categories: string[] }[];
  selects: { argument: string; choices: string[] }[];
  /** How many letters wide it is at its longest, an argument counted as four. */
  width: number;
}

export function anatomy(message: string): Anatomy {
  const found: Anatomy = { arguments: [], plurals: [], selects: [], width: 0 };
  found.width = look(compileMessage(message, message), found);
  return { ...found, arguments: [...new Set(found.arguments)].sort() };
}

const ARGUMENT_WIDTH = 4;
/** About twice as wide as a Latin letter. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

function look(message: CompiledMessage, found: Anatomy): number {
  if (typeof message === 'string') return widthOf(message);
  return message.reduce((width, part) => {
    if (typeof part === 'string') return width + widthOf(part);
    const [argument, choices, kind] = part;
    found.arguments.push(argument);
    if (choices === undefined) return width + ARGUMENT_WIDTH;
    const names = Object.keys(choices).sort();
    if (kind === 'plural') found.plurals.push({ argument, categories: names });
    else found.selects.push({ argument, choices: names });
    return width + Math.max(...Object.values(choices).map((choice) => look(choice, found)));
  }, 0);
}

function widthOf(words: string): number {
  const letters = [...new Intl.Segmenter().segment(words)];
  return letters.reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : 1), 0);
}

/** What a translator has found to be right against the rules: whole keys. One file for each language that has such. */
export interface Exceptions {
  /** Names, units and words that are the same in English. */
  sameAsEnglish: string[];
  /** Longer than the rule allows, but seen to fit at 320 px. */
  long: string[];
}

export function exceptionsOf(tag: string): Exceptions {
  const file = join(import.meta.dirname, 'exceptions', `${tag}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { sameAsEnglish: [], long: [] };
}
