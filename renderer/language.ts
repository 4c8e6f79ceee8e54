import { directionOf, ENGLISH } from '../electron/contract/language.ts';
import { speak, type Translation } from '../electron/contract/languages/texts.ts';

/** From now on all texts are in this language, and the page says so. English comes with the code, the others in a file each. */
export async function speakLanguage(tag: string): Promise<void> {
  speak(tag, tag === ENGLISH ? {} : await readTranslation(tag));
  document.documentElement.lang = tag;
  document.documentElement.dir = directionOf(tag);
}

/** One of the popup's own files; no network is involved. Without it all stays English. */
async function readTranslation(tag: string): Promise<Translation> {
  const response = await fetch(`./languages/${tag}.json`).catch(() => null);
  return response?.ok ? response.json() : {};
}
