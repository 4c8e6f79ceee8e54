const PLAIN = /^[\0-\x7f]*$/;
const BETWEEN_WORDS = /[\s_\-:,()’'“”.!&/]+/g;

/** Words as they are compared: small letters, no accents, one space before each word. */
export function folded(words: string): string {
  const small = words.toLowerCase();
  const bare = PLAIN.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '');
  return ` ${bare.replace(BETWEEN_WORDS, ' ').trim()}`;
}
