import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AVAILABILITIES, type Availability } from '../contract/status.ts';
import { isShell, SHELLS, type Shell } from './completion.ts';
import { nearestName } from './find-by-name.ts';
import type { Misuse } from './misuse.ts';
import { type CommandLineRequest, requestSchema } from './request.ts';

/** What the words of a command line mean. */
export type ParsedWords =
  | { kind: 'request'; request: CommandLineRequest }
  | { kind: 'help' | 'version' }
  | { kind: 'completion'; shell: Shell }
  | { kind: 'misused'; misuse: Misuse };

type Option = 'emoji' | 'until' | 'for' | 'accounts' | 'availability' | 'then' | 'json';
type Given = Partial<Record<Option, string>> & { accountNames: string[] | null };

/** What was typed behind a command: its options, and the other words. */
interface Typed {
  options: Given;
  words: string[];
}

interface Verb {
  options: Option[];
  /** How many other words it takes. */
  most: number;
  read(typed: Typed): ParsedWords;
}

const ANY_NUMBER = Number.POSITIVE_INFINITY;

const VERBS: Record<string, Verb> = {
  set: {
    options: ['emoji', 'until', 'for', 'accounts', 'availability', 'then'],
    most: ANY_NUMBER,
    read: readSet,
  },
  preset: {
    options: ['until', 'for'],
    most: ANY_NUMBER,
    read: ({ options, words }) => {
      if (words.length === 0) return wrong({ code: 'noPreset' });
      return withEnd(options, (until) => request({ verb: 'preset', name: words.join(' '), until }));
    },
  },
  clear: {
    options: ['accounts'],
    most: 0,
    read: ({ options }) => request({ verb: 'clear', accounts: options.accountNames }),
  },
  extend: {
    options: [],
    most: ANY_NUMBER,
    read: ({ words }) =>
      words.length === 0 ? wrong({ code: 'noLength' }) : request({ verb: 'extend', by: words.join(' ') }),
  },
  end: { options: [], most: 0, read: () => request({ verb: 'end' }) },
  status: listing('status'),
  toggle: { options: [], most: 0, read: () => request({ verb: 'toggle' }) },
  accounts: listing('accounts'),
  presets: listing('presets'),
  completion: {
    options: [],
    most: 1,
    read: ({ words: [shell] }) => {
      if (shell === undefined) return wrong({ code: 'noShell', all: SHELLS });
      return isShell(shell)
        ? { kind: 'completion', shell }
        : wrong({ code: 'oneOf', option: 'completion', typed: shell, all: SHELLS });
    },
  },
  help: { options: [], most: ANY_NUMBER, read: () => ({ kind: 'help' }) },
};

/** Asked by the completion scripts and not listed anywhere. */
const COMPLETE: Verb = {
  options: [],
  most: 1,
  read: ({ words: [what = ''] }) =>
    what === 'presets' || what === 'accounts'
      ? request({ verb: 'complete', what })
      : wrong({ code: 'tooMany', typed: what }),
};

/** The commands that can be typed, for completion. */
export const VERB_NAMES: readonly string[] = Object.keys(VERBS);

/** The options of a command, for completion. */
export function optionsOf(verb: string): readonly string[] {
  return VERBS[verb] === undefined ? [] : optionNames(VERBS[verb]);
}

/** Reads what was typed behind the program's name. */
export function parseWords(words: readonly string[]): ParsedWords {
  const [name = '', ...rest] = words;
  if (name === '--help' || name === '-h') return { kind: 'help' };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  if (name.startsWith('-')) return wrong({ code: 'option', typed: name, near: null });
  const verb = name === 'complete' ? COMPLETE : Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) return wrong({ code: 'command', typed: name, near: nearestName(VERB_NAMES, name) });
  const typed = readTyped(rest, verb);
  if (typed === 'help') return { kind: 'help' };
  return 'kind' in typed ? typed : verb.read(typed);
}

const IS_SWITCH: Record<Option, boolean> = {
  emoji: false,
  until: false,
  for: false,
  accounts: false,
  availability: false,
  then: false,
  json: true,
};

const CONFIG: ParseArgsConfig['options'] = Object.fromEntries([
  ['help', { type: 'boolean', short: 'h' }],
  ...Object.entries(IS_SWITCH).map(([name, isSwitch]) => [name, { type: isSwitch ? 'boolean' : 'string' }]),
]);

/** The rules are ours and `parseArgs` not strict, so that what is wrong is said in the user's language. */
function readTyped(rest: readonly string[], verb: Verb): Typed | ParsedWords | 'help' {
  const { tokens } = parseArgs({
    args: [...rest],
    options: CONFIG,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const options: Given = { accountNames: null };
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value, inlineValue } = token;
    const name = token.name as Option;
    if (!verb.options.includes(name))
      return wrong({ code: 'option', typed: rawName, near: nearestName(optionNames(verb), rawName) });
    if (IS_SWITCH[name] && value !== undefined) return wrong({ code: 'noValue', option: rawName });
    // A value that looks like an option is one whose value was forgotten, unless it is tied to it by “=”.
    const forgotten = value === undefined || value.trim() === '' || (value.startsWith('-') && !inlineValue);
    if (!IS_SWITCH[name] && forgotten) return wrong({ code: 'value', option: rawName });
    if (name === 'accounts') {
      const names = (value ?? '').split(',').map((one) => one.trim());
      options.accountNames = [...(options.accountNames ?? []), ...names.filter(Boolean)];
    } else if (options[name] !== undefined) return wrong({ code: 'twice', option: rawName });
    options[name] = value ?? '';
  }
  const tooMany = words[verb.most];
  if (tooMany !== undefined) return wrong({ code: 'tooMany', typed: tooMany });
  if (options.accountNames?.length === 0) return wrong({ code: 'value', option: '--accounts' });
  return { options, words };
}

function readSet({ options, words }: Typed): ParsedWords {
  const { emoji = null, accountNames, availability, then = 'clear' } = options;
  if (availability !== undefined && !isAvailability(availability)) {
    return wrong({ code: 'oneOf', option: '--availability', typed: availability, all: AVAILABILITIES });
  }
  if (then !== 'clear' && then !== 'restore')
    return wrong({ code: 'oneOf', option: '--then', typed: then, all: ['clear', 'restore'] });
  const text = words.join(' ').trim();
  if (text === '' && emoji === null && availability === undefined) return wrong({ code: 'nothing' });
  const accounts = accountNames;
  return withEnd(options, (until) =>
    request({ verb: 'set', text, emoji, until, accounts, availability: availability ?? null, then }),
  );
}

/** An end and a length are read alike; two of them could only contradict each other. */
function withEnd({ until, for: length }: Given, read: (until: string | null) => ParsedWords): ParsedWords {
  if (until !== undefined && length !== undefined)
    return wrong({ code: 'together', option: '--until', other: '--for' });
  return read(until ?? length ?? null);
}

function listing(verb: 'status' | 'accounts' | 'presets'): Verb {
  return {
    options: ['json'],
    most: 0,
    read: ({ options }) => request({ verb, json: options.json !== undefined }),
  };
}

function isAvailability(typed: string): typed is Availability {
  return AVAILABILITIES.some((one) => one === typed);
}

function request(one: CommandLineRequest): ParsedWords {
  // What is left to find wrong is its size.
  return requestSchema.safeParse(one).success ? { kind: 'request', request: one } : wrong({ code: 'tooLong' });
}

function wrong(misuse: Misuse): ParsedWords {
  return { kind: 'misused', misuse };
}

function optionNames({ options }: Verb): string[] {
  return options.map((option) => `--${option}`);
}
