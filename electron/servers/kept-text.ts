const STRIPPED = /[\s\p{Cc}]/u;

/**
 * A text as servers can keep it: without what they strip at its ends (Python also strips control characters) and without
 * what neither UTF-8 nor a database can hold, which are half characters and U+0000.
 */
export function keptText(text: string): string {
  const whole = text.toWellFormed().replaceAll('\0', '');
  let start = 0;
  let end = whole.length;
  // Not by an expression: those take quadratic time on long rows of spaces.
  while (start < end && STRIPPED.test(whole.charAt(start))) start += 1;
  while (end > start && STRIPPED.test(whole.charAt(end - 1))) end -= 1;
  return whole.slice(start, end);
}
