/**
 * What is wrong with a request, before any words: the same for the command line and for links. `near` is a name that
 * may have been meant.
 */
export type Misuse =
  | { code: 'command' | 'option' | 'preset' | 'account'; typed: string; near: string | null }
  | { code: 'value' | 'noValue' | 'twice'; option: string }
  | { code: 'together'; option: string; other: string }
  | { code: 'oneOf'; option: string; typed: string; all: readonly string[] }
  | { code: 'tooMany' | 'end' | 'length' | 'emoji' | 'emojiName'; typed: string }
  | { code: 'tooLong' | 'noPreset' | 'noLength' | 'nothing' }
  | { code: 'noShell'; all: readonly string[] }
  | { code: 'ambiguous'; typed: string; names: readonly string[] };
