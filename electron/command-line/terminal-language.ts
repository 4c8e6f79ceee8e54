import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpoken, languageFor } from '../contract/language.ts';

/**
 * The language that a command prints in when it doesn't ask the app: the one chosen there, or else the system's. Only
 * looks into the settings: opening them would also tidy up, and that is for the app.
 */
export function terminalLanguage(folder: string, preferred: readonly string[]): string {
  try {
    const { language } = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as { language?: unknown };
    if (typeof language === 'string' && isSpoken(language)) return language;
  } catch {
    // There are none yet, or they are damaged.
  }
  return languageFor(preferred);
}
