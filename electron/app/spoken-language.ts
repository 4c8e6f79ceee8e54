import type { Settings } from '../contract/app-state.ts';
import { isSpoken, languageFor, tagOf } from '../contract/language.ts';
import { localeFor } from '../contract/locale.ts';

export interface SpokenLanguage {
  /** One of `LANGUAGES`: the one that was chosen, or else the system's. */
  tag(): string;
  /** The same as the user's region writes it. */
  locale(): string;
}

/** `system`: what its user prefers, the first before the others. Choosing a language changes what this answers at once. */
export function createSpokenLanguage(
  settings: { get(): Pick<Settings, 'language'> },
  system: readonly string[],
): SpokenLanguage {
  const systems = languageFor(system);
  const region = system.map(tagOf).find((tag) => tag !== null);
  let known = { tag: '', locale: '' };

  function tag(): string {
    const { language } = settings.get();
    return language !== null && isSpoken(language) ? language : systems;
  }

  return {
    tag,
    locale() {
      const now = tag();
      if (known.tag !== now) known = { tag: now, locale: localeFor(now, region ?? now) };
      return known.locale;
    },
  };
}
