/** A message in ICU's MessageFormat, taken apart when the app is built: words, and between them what is filled in. */
export type CompiledMessage = string | readonly CompiledPart[];

export type CompiledPart =
  | string
  | readonly [argument: string]
  | readonly [argument: string, choices: Record<string, CompiledMessage>, kind: 'select' | 'plural' | 'number'];

/** Messages under their keys, in groups as deep as one likes. */
export interface CompiledMessages {
  readonly [key: string]: CompiledMessage | CompiledMessages;
}

/**
 * What a message in ICU's MessageFormat becomes for those who use it: a string, or where it has arguments a function
 * of them by name. `{count, plural, …}` takes a number, everything else words or a number.
 */
export type Text<Message extends string> = [keyof Arguments<Message>] extends [never]
  ? string
  : (args: Arguments<Message>) => string;

export type Texts<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? Text<Messages[Key]> : Texts<Messages[Key]>;
};

type Arguments<Message extends string> = Merge<InWords<Message, []>>;

type Merge<Found> = { [Name in Found extends [infer N extends string, unknown] ? N : never]: ValueOf<Found, Name> };

/** An argument that is counted anywhere is a number everywhere. */
type ValueOf<Found, Name> =
  Extract<Found, [Name, 'number']> extends never
    ? Extract<Found, [Name, 'select']> extends never
      ? string | number
      : string
    : number;

// A walk over the braces of a message. `Open` says what is around: the branches of a plural or select. In words, “{”
// begins an argument and “}” ends a branch; between branches, “{” begins one and “}” ends the argument.

type InWords<Rest extends string, Open extends 0[]> =
  Brace<Rest> extends [infer Kind, string, infer After extends string]
    ? Kind extends '{'
      ? Argument<After, Open>
      : Open extends [0, ...infer Outer extends 0[]]
        ? BetweenBranches<After, Outer>
        : never
    : never;

type Argument<Rest extends string, Open extends 0[]> =
  Brace<Rest> extends [infer Kind, infer Head extends string, infer After extends string]
    ? Kind extends '}'
      ? [Trim<Head>, 'any'] | InWords<After, Open>
      : Head extends `${infer Name},${infer Type},${string}`
        ? [Trim<Name>, Trim<Type> extends 'select' ? 'select' : 'number'] | InWords<After, [0, ...Open]>
        : never
    : never;

type BetweenBranches<Rest extends string, Open extends 0[]> =
  Brace<Rest> extends [infer Kind, string, infer After extends string]
    ? Kind extends '{'
      ? InWords<After, [0, ...Open]>
      : InWords<After, Open>
    : never;

/** The next brace, what stands before it, and what after it. */
type Brace<Rest extends string> = Rest extends `${infer Before}}${infer After}`
  ? Before extends `${infer Words}{${infer More}`
    ? ['{', Words, `${More}}${After}`]
    : ['}', Before, After]
  : never;

type Trim<Words extends string> = Words extends ` ${infer Rest}` | `\n${infer Rest}`
  ? Trim<Rest>
  : Words extends `${infer Rest} `
    ? Trim<Rest>
    : Words;
