const MIRRORED: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** Which way an arrow leads in reading order: on is always `ArrowRight`, also where one reads from right to left. */
export function readingKey({ key }: KeyboardEvent): string {
  return document.documentElement.dir === 'rtl' ? (MIRRORED[key] ?? key) : key;
}
