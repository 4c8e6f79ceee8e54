import { emojiData, localEmojiNames } from '../../build/emoji-data.ts';

const english = emojiData();

/** The files of emoji as the build makes them, without a build. */
export async function readBuiltEmoji(language: string): Promise<unknown> {
  return language === 'en' ? english : localEmojiNames(language);
}
