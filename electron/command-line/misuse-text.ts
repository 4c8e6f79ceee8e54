import { COMMAND_LINE } from '../contract/languages/en/command-line.ts';
import { listed } from '../contract/languages/texts.ts';
import type { Misuse } from './misuse.ts';
import type { Reply } from './request.ts';

/** What a misused command prints, and how it ends. */
export function misuseReply(misuse: Misuse): Reply {
  const near = 'near' in misuse && misuse.near !== null ? [COMMAND_LINE.didYouMean({ name: misuse.near })] : [];
  return { exitCode: 2, out: '', err: [misuseText(misuse), ...near, COMMAND_LINE.seeHelp].join('\n') };
}

function misuseText(misuse: Misuse): string {
  const T = COMMAND_LINE.misuse;
  switch (misuse.code) {
    case 'tooLong':
    case 'noPreset':
    case 'noLength':
    case 'nothing':
      return T[misuse.code];
    case 'value':
    case 'noValue':
    case 'twice':
      return T[misuse.code](misuse);
    case 'together':
      return T.together(misuse);
    case 'oneOf':
      return T.oneOf({ ...misuse, all: listed(misuse.all, 'disjunction') });
    case 'noShell':
      return T.noShell({ all: listed(misuse.all, 'disjunction') });
    case 'ambiguous':
      return T.ambiguous({ typed: misuse.typed, names: listed(misuse.names.map(quoted), 'disjunction') });
    default:
      return T[misuse.code](misuse);
  }
}

function quoted(name: string): string {
  return `“${name}”`;
}
