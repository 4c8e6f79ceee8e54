import { PROBLEMS } from '../languages/en/problems.ts';
import { listed } from '../languages/texts.ts';
import type { Problem } from '../problem.ts';
import { waitText } from './duration-texts.ts';
import { joined } from './joined.ts';
import { statusPartText } from './status-texts.ts';

/** Those whose words depend on more than what stands in the problem. */
type Special =
  | 'certificate'
  | 'import-field'
  | 'import-file'
  | 'keychain'
  | 'not-applied'
  | 'rate-limited'
  | 'redirected'
  | 'status-file-invalid'
  | 'text-too-long'
  | 'zuliprc-invalid';

type PlainProblem = Exclude<Problem, { code: Special }>;
type PlainCode = PlainProblem['code'];

/** Each takes what its own problem carries, so that no text can reach for a field it does not have. */
type PlainTexts = { [C in PlainCode]: string | ((problem: Extract<Problem, { code: C }>) => string) };

/** One or two short sentences: what happened, and what to do. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'certificate':
      return PROBLEMS.certificate[problem.reason]({ host: problem.host });
    case 'import-field':
      return importFieldText(problem.preset, problem.field);
    case 'import-file':
      return PROBLEMS['import-file'][problem.reason];
    case 'keychain':
      return PROBLEMS.keychain[problem.state];
    case 'not-applied':
      return notAppliedText(problem.what);
    case 'rate-limited':
      return rateLimitedText(problem.host, problem.waitMs);
    case 'redirected':
      return problem.to === '' ? PROBLEMS.redirectedSomewhere(problem) : PROBLEMS.redirected(problem);
    case 'status-file-invalid':
      return PROBLEMS['status-file-invalid'][problem.reason];
    case 'text-too-long':
      return PROBLEMS['text-too-long']({ ...problem, over: problem.length - problem.max });
    case 'zuliprc-invalid':
      return PROBLEMS['zuliprc-invalid'][problem.missing];
    default:
      return plainText(problem);
  }
}

function plainText(problem: PlainProblem): string {
  const text = (PROBLEMS satisfies PlainTexts)[problem.code];
  // It is the text of exactly this code; TypeScript can’t follow that through a union.
  return typeof text === 'string' ? text : (text as (problem: PlainProblem) => string)(problem);
}

function rateLimitedText(host: string, waitMs: number | null): string {
  if (waitMs === null) return PROBLEMS.rateLimitedSomeTime({ host });
  return PROBLEMS['rate-limited']({ host, duration: waitText(waitMs / 1000) });
}

function notAppliedText(what: string[]): string {
  if (what.length === 0) return PROBLEMS.notAppliedAnything;
  const parts = what.map((name) => PROBLEMS.notAppliedPart({ part: statusPartText(name) }));
  return PROBLEMS['not-applied']({ parts: listed(parts) });
}

/** The names of the fields are those of the file; one without a hint of its own is a setting. */
function importFieldText(preset: number | null, field: string): string {
  const { inFile, inPreset, hint } = PROBLEMS['import-field'];
  const { accounts, ...plain } = hint;
  const hints: Record<string, string> = {
    ...plain,
    fallbackEmoji: hint.emoji,
    accounts: accounts({ example: '{ "server": "https://…", "login": "…" }' }),
  };
  const place = preset === null ? inFile({ field }) : inPreset({ field, preset });
  return joined([place, hints[field] ?? hint.other], 'sentences');
}
