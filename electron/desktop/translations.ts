import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGLISH } from '../contract/language.ts';
import { speak, spokenLanguage, type Translation } from '../contract/languages/texts.ts';

export interface FollowLanguageDeps {
  /** The folder with `TAG.json`, as the build leaves it next to main. */
  folder: string;
  language: { tag(): string };
  onChange: (listener: () => void) => void;
  log: { error(message: string, error: unknown): void };
}

/** Speaks the user's language from now on, and another one as soon as it is chosen. */
export function followLanguage({ folder, language, onChange, log }: FollowLanguageDeps): void {
  function follow(): void {
    const tag = language.tag();
    if (tag !== spokenLanguage()) speak(tag, translation(tag));
  }

  function translation(tag: string): Translation {
    if (tag === ENGLISH) return {};
    try {
      return JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'));
    } catch (error) {
      log.error('A translation is missing', error);
      return {};
    }
  }

  follow();
  onChange(follow);
}
