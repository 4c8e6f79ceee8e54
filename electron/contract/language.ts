/** A language that the app speaks. */
export interface Language {
  /** BCP 47; also the name of its folder in `languages/`. */
  tag: string;
  /** In the language itself. */
  name: string;
  direction: 'ltr' | 'rtl';
}

/** In the order in which they are offered. English comes first and stands in where nothing else fits. */
export const LANGUAGES: readonly Language[] = [
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'de', name: 'Deutsch', direction: 'ltr' },
  { tag: 'es', name: 'Español', direction: 'ltr' },
  { tag: 'fr', name: 'Français', direction: 'ltr' },
  { tag: 'it', name: 'Italiano', direction: 'ltr' },
  { tag: 'nl', name: 'Nederlands', direction: 'ltr' },
  { tag: 'pl', name: 'Polski', direction: 'ltr' },
  { tag: 'pt-BR', name: 'Português (Brasil)', direction: 'ltr' },
  { tag: 'tr', name: 'Türkçe', direction: 'ltr' },
  { tag: 'ru', name: 'Русский', direction: 'ltr' },
  { tag: 'uk', name: 'Українська', direction: 'ltr' },
  { tag: 'he', name: 'עברית', direction: 'rtl' },
  { tag: 'ar', name: 'العربية', direction: 'rtl' },
  { tag: 'hi', name: 'हिन्दी', direction: 'ltr' },
  { tag: 'ja', name: '日本語', direction: 'ltr' },
  { tag: 'ko', name: '한국어', direction: 'ltr' },
  { tag: 'zh-Hans', name: '简体中文', direction: 'ltr' },
  { tag: 'zh-Hant', name: '繁體中文', direction: 'ltr' },
];

export const ENGLISH = 'en';

export function languageOf(tag: string): Language | null {
  return LANGUAGES.find((language) => language.tag === tag) ?? null;
}

/** The tag of the first language in the list that the app speaks, in whatever country; English where it speaks none. */
export function languageFor(preferred: readonly string[]): string {
  for (const wish of preferred) {
    const same = LANGUAGES.find(({ tag }) => isSameLanguage(tag, wish));
    if (same !== undefined) return same.tag;
  }
  return ENGLISH;
}

/** Chinese comes in two scripts, which no one reads alike; what else differs between countries is small. */
function isSameLanguage(tag: string, wish: string): boolean {
  const [ours, theirs] = [written(tag), written(wish)];
  return ours !== null && theirs !== null && ours.language === theirs.language && ours.script === theirs.script;
}

/** Null for what is no tag at all, such as the `C` of a bare system. */
function written(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return null;
  }
}
