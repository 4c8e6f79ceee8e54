import { directionOf, ENGLISH } from '../language.ts';
import type { CompiledMessage, CompiledMessages, CompiledPart, Texts } from './message.ts';

type Values = Record<string, string | number>;
type Group = { [key: string]: string | ((values: Values) => string) | Group };

/** What another language says, under the names of areas. Made from `languages/` when the app is built. */
export type Translation = Record<string, CompiledMessages>;

interface Area {
  name: string;
  english: CompiledMessages;
  filled: Group;
}

// What is said is the same everywhere in a process, as the language is its user's. So this is one of the few things
// that are no part with dependencies; handing the words through every function would tell nobody anything.
const areas: Area[] = [];
let language = ENGLISH;
let translation: Translation = {};
let plurals: Intl.PluralRules | null = null;

/**
 * The words of an area, in English as they stand here, each an ICU message; other languages have theirs in a JSON file
 * of the area's name. What comes out stays the same object when another language is spoken: so keep it or a group of
 * it, but no single text. The messages are compiled when the app is built (`build/languages.ts`).
 */
export function texts<const Messages extends object>(name: string, english: Messages): Texts<Messages> {
  const area: Area = { name, english: english as unknown as CompiledMessages, filled: {} };
  areas.push(area);
  fill(area.filled, area.english, translation[name]);
  return area.filled as unknown as Texts<Messages>;
}

/** From now on all texts are in this language; what the translation lacks stays English. */
export function speak(tag: string, translated: Translation): void {
  language = tag;
  translation = translated;
  plurals = null;
  for (const { name, english, filled } of areas) fill(filled, english, translation[name]);
}

/** The tag of the language that is spoken now. */
export function spokenLanguage(): string {
  return language;
}

/** “Acme and Beta” */
export function listed(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(language, { type }).format(words);
}

/** In place, so that whoever holds a group speaks the new language too. */
function fill(group: Group, english: CompiledMessages, translated: CompiledMessages | undefined): void {
  for (const [key, original] of Object.entries(english)) {
    const other = translated?.[key];
    if (isMessage(original)) group[key] = textOf(other !== undefined && isMessage(other) ? other : original);
    else {
      const inner = group[key];
      const filled: Group = typeof inner === 'object' ? inner : {};
      group[key] = filled;
      fill(filled, original, other !== undefined && !isMessage(other) ? other : undefined);
    }
  }
}

function isMessage(value: CompiledMessage | CompiledMessages): value is CompiledMessage {
  return typeof value === 'string' || Array.isArray(value);
}

function textOf(message: CompiledMessage): string | ((values: Values) => string) {
  return typeof message === 'string' ? message : (values) => format(message, values);
}

function format(message: CompiledMessage, values: Values): string {
  if (typeof message === 'string') return message;
  return message.map((part) => (typeof part === 'string' ? part : formatPart(part, values))).join('');
}

// All these languages write short numbers in the digits of ASCII, and what the app counts is short. So there is no number
// format, which would take a third of the popup's time to its first frame.
function formatPart([argument, choices, kind]: Exclude<CompiledPart, string>, values: Values): string {
  const value = values[argument] ?? '';
  if (choices === undefined) return isolated(value);
  // Exact numbers come first: https://unicode-org.github.io/icu/userguide/format_parse/messages/
  const exact = choices[kind === 'select' ? value : `=${value}`];
  const choice = exact ?? (kind === 'plural' ? pluralChoice(Number(value), choices) : undefined);
  return format(choice ?? choices.other ?? '', values);
}

/**
 * In writing from right to left, what is filled in may be written the other way and must not pull the marks around it
 * along. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
function isolated(value: string | number): string {
  return typeof value === 'string' && directionOf(language) === 'rtl' ? `\u2068${value}\u2069` : String(value);
}

function pluralChoice(count: number, choices: Record<string, CompiledMessage>): CompiledMessage | undefined {
  plurals ??= new Intl.PluralRules(language);
  return choices[plurals.select(count)];
}
