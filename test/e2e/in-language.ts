import type { FrameLocator, Locator, Page } from '@playwright/test';
import { areaNames, compileMessages, englishMessages, translatedMessages } from '../../build/languages.ts';
import { ENGLISH } from '../../electron/contract/language.ts';
import type { CompiledMessage, CompiledMessages, CompiledPart } from '../../electron/contract/languages/message.ts';
import type { App } from './driver/driver.ts';

/** A message in English and as it is in the language. */
interface Pair {
  english: CompiledMessage;
  translated: CompiledMessage;
}

/** What stands for this in the language: a pattern, because a message may be filled in with anything. */
type Translate = (words: string | RegExp, isExact: boolean) => string | RegExp;

/** How phrases are put together is in no message's words. */
const JOINTS = 'phrases';

/** The app while it speaks another language: what is looked for in the popup in English words is found in its own. */
export function inLanguage(app: App, tag: string): App {
  if (tag === ENGLISH) return app;
  const pairs = areaNames()
    .filter((area) => area !== JOINTS)
    .flatMap((area) => {
      const [english, translated] = [englishMessages(area), translatedMessages(tag, area) ?? {}];
      return pairUp(compileMessages(english, area), compileMessages(translated, area));
    });
  const translate = createTranslate(pairs);
  return Object.create(app, { popup: { get: () => lookingFor(app.popup, translate) } });
}

function pairUp(english: CompiledMessages, translated: CompiledMessages | undefined): Pair[] {
  return Object.entries(english).flatMap(([key, message]): Pair[] => {
    const other = translated?.[key];
    if (!isMessage(message)) return pairUp(message, other === undefined || isMessage(other) ? undefined : other);
    // What has no words of its own would be found in everything.
    if (!/\p{L}{2}/u.test(sample(message))) return [];
    return [{ english: message, translated: other !== undefined && isMessage(other) ? other : message }];
  });
}

function isMessage(value: CompiledMessage | CompiledMessages): value is CompiledMessage {
  return typeof value === 'string' || Array.isArray(value);
}

/** Main points of a way through the popup: what is given words to look for, or answers where to look on. */
const LOOKING = /^(?:getBy|filter|locator|and|or|first|last|nth)/;

function lookingFor<Place extends FrameLocator | Locator | Page>(place: Place, translate: Translate): Place {
  const inWords = (value: unknown, isExact: boolean) =>
    typeof value === 'string' || value instanceof RegExp ? translate(value, isExact) : value;
  const translated = (method: string, [first, options]: unknown[]): unknown[] => {
    if (method === 'getByRole') {
      const { name, exact, ...others } = (options ?? {}) as Record<string, unknown>;
      return [first, name === undefined ? options : { ...others, name: inWords(name, exact === true) }];
    }
    if (method === 'filter') {
      const { hasText, ...others } = first as Record<string, unknown>;
      return [hasText === undefined ? first : { ...others, hasText: inWords(hasText, false) }];
    }
    if (method === 'getByText' || method === 'getByLabel')
      return [inWords(first, (options as { exact?: boolean } | undefined)?.exact === true)];
    return [first, options];
  };
  return new Proxy(place, {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (typeof value !== 'function' || typeof key === 'symbol' || key === 'constructor') return value;
      if (!LOOKING.test(key)) return value.bind(target);
      return (...args: unknown[]) => lookingFor(value.apply(target, translated(key, args)), translate);
    },
  });
}

function createTranslate(pairs: Pair[]): Translate {
  /** A whole message, filled in with whatever; of several the one of which most is its own words. */
  function whole(words: string): string[] {
    const fitting = pairs.flatMap(({ english, translated }) => {
      const names: string[] = [];
      const pattern = patternOf(english, (name, isNumber) => {
        names.push(name);
        return isNumber ? '(\\d+)' : '(.+?)';
      });
      const found = new RegExp(`^${pattern}$`, 'iu').exec(words);
      if (found === null) return [];
      const filledIn = found.slice(1).join('');
      const fill = (name: string) => {
        const value = found.slice(1).find((filled, index) => names[index] === name && filled !== undefined);
        return value === undefined ? '.*' : part(value);
      };
      return [{ open: filledIn.length, pattern: patternOf(translated, fill) }];
    });
    const least = Math.min(...fitting.map(({ open }) => open));
    return fitting.filter(({ open }) => open === least).map(({ pattern }) => pattern);
  }

  function containing(isThere: (text: string) => boolean): string[] {
    return pairs.flatMap(({ english, translated }) => (isThere(sample(english)) ? [patternOf(translated, any)] : []));
  }

  /** What is in no message is a name. */
  function part(words: string): string {
    const messages = whole(words);
    if (messages.length > 0) return either(messages);
    // “🚌 Commuting”, and what one element names together with another: “Edit In a meeting”.
    const [, before = '', after = ''] = /^(\S+) (.+)$/s.exec(words) ?? [];
    const isApart = /^\p{Extended_Pictographic}/u.test(before) || whole(before).length > 0;
    return isApart ? `${part(before)}\\s+${part(after)}` : escaped(words);
  }

  return (words, isExact) => {
    if (words instanceof RegExp) {
      const messages = containing((text) => words.test(text));
      const start = words.source.startsWith('^') ? `^${ISOLATES}*` : '';
      return messages.length === 0 ? words : new RegExp(start + either(messages), 'iu');
    }
    if (isExact) return new RegExp(`^${ISOLATES}*${part(words)}${ISOLATES}*$`, 'iu');
    const pieces = words.split(/, |: /).filter(Boolean);
    const messages = whole(words);
    if (messages.length > 0) return new RegExp(either(messages), 'iu');
    const around = containing((text) => text.toLowerCase().includes(words.toLowerCase()));
    return new RegExp(around.length > 0 ? either(around) : pieces.map(part).join('.*'), 'iu');
  };
}

/** What is filled in stands between them in writing from right to left. */
const ISOLATES = '[\\u2068\\u2069]';

const any = () => '.*';

type Fill = (name: string, isNumber: boolean) => string;

function patternOf(message: CompiledMessage, fill: Fill, counted: string | null = null): string {
  const ofPart = (piece: CompiledPart): string => {
    if (typeof piece === 'string') return escaped(piece);
    const [name, choices, kind] = piece;
    if (choices === undefined) return `${ISOLATES}*${fill(name, name === counted)}${ISOLATES}*`;
    const within = kind === 'plural' ? name : counted;
    return either(Object.values(choices).map((choice) => patternOf(choice, fill, within)));
  };
  return typeof message === 'string' ? escaped(message) : message.map(ofPart).join('');
}

/** The message with an ellipsis wherever something is filled in, and the first of what can be chosen. */
function sample(message: CompiledMessage): string {
  if (typeof message === 'string') return message;
  return message
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const [, choices] = piece;
      return choices === undefined ? '…' : sample(Object.values(choices).at(-1) ?? '');
    })
    .join('');
}

function either(patterns: string[]): string {
  return `(?:${[...new Set(patterns)].join('|')})`;
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s+');
}
