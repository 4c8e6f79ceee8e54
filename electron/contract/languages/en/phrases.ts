import { texts } from '../texts.ts';

/** How words that come one by one are joined, in the language's own marks. More than two are joined from the left. */
export const PHRASES = texts('phrases', {
  /** “Acme, Beta”; “until 13:00, 26 min left” */
  comma: '{before}, {after}',
  /** “on Acme; not on Beta” */
  semicolon: '{before}; {after}',
  /** “Acme: waiting, offline” */
  colon: '{before}: {after}',
  /** “Acme, set. Beta, waiting” */
  stop: '{before}. {after}',
  /** Before what it names: a word of its own and not to be joined. */
  label: '{label}:',
  /** Two sentences that each have their mark. */
  sentences: '{before} {after}',
});
