import { englishMessages, type Messages, translatedMessages } from '../../build/languages.ts';
import type { MainProcess } from '../../electron/contract/commands.ts';
import { expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { root } from './room.ts';

/** One of the words of a language; English where it lacks them. */
export function word(tag: string, area: string, ...path: string[]): string {
  const find = (messages: Messages | null): string | undefined => {
    const found = path.reduce<Messages | string | undefined>(
      (group, key) => (typeof group === 'object' ? group[key] : undefined),
      messages ?? undefined,
    );
    return typeof found === 'string' ? found : undefined;
  };
  return find(tag === 'en' ? null : translatedMessages(tag, area)) ?? find(englishMessages(area)) ?? '';
}

/** As the settings do it, on screens from which they can't be reached. */
export async function speak(app: App, tag: string | null): Promise<void> {
  await root(app).evaluate(async (_html, language) => {
    const { whereabouts } = globalThis as unknown as { whereabouts: MainProcess };
    await whereabouts.run('change-settings', { language });
  }, tag);
  await expect(root(app)).toHaveAttribute('lang', tag ?? 'en');
}
