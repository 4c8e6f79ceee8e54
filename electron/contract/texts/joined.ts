import { PHRASES } from '../languages/en/phrases.ts';

/** Joins what there is of `parts`, in the marks of the language: “Acme, Beta”. */
export function joined(
  parts: readonly (string | null | undefined | false)[],
  by: Exclude<keyof typeof PHRASES, 'label'> = 'comma',
): string {
  const words = parts.filter((part) => typeof part === 'string' && part !== '') as string[];
  return words.length === 0 ? '' : words.reduce((before, after) => PHRASES[by]({ before, after }));
}
