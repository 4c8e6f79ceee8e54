import type { DurationRule } from './preset.ts';
import type { Result } from './result.ts';
import type { StatusEmoji } from './status.ts';

/**
 * What a link asks for. Anybody can write one and any page can open it, so it does nothing until it is answered here.
 * `targets`: ids of the accounts that it would change.
 */
export type LinkQuestion = { id: string } & (
  | { kind: 'set'; emoji: StatusEmoji | null; text: string; duration: DurationRule; targets: string[] }
  | { kind: 'preset'; presetId: string; targets: string[] }
  | { kind: 'clear'; targets: string[] }
  /** It can't be used. */
  | { kind: 'refused'; refusal: LinkRefusal }
);

/** Why a link can't be used; `typed` is what it says, and shows as what it is. */
export type LinkRefusal =
  | { reason: 'not-understood' | 'no-accounts' }
  | { reason: 'preset' | 'ambiguous' | 'emoji' | 'end'; typed: string };

export type LinkAnswer = 'yes' | 'always' | 'not-now';

/** A command for a terminal, a key binding or a script. */
export interface ReadyCommand {
  id: string;
  /** null for those that are not about a preset. */
  presetId: string | null;
  verb: 'preset' | 'clear' | 'toggle';
  /** Quoted as this system's shell wants it. */
  line: string;
}

export interface CommandLineCommands {
  /** `always` is for presets: links may set it without asking from now on. */
  'answer-link': (argument: { linkId: string; answer: LinkAnswer }) => Result<null>;
  /** In the order of the presets. */
  'list-ready-commands': (argument: null) => Result<ReadyCommand[]>;
  /** Puts one of them on the clipboard. */
  'copy-ready-command': (argument: { id: string }) => Result<null>;
}
