// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { compiledTranslation } from '../../build/languages.ts';
import { LANGUAGES } from '../../electron/contract/language.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { createEmojiShelf } from '../../renderer/emoji/emoji-shelf.ts';
import { speakLanguage } from '../../renderer/language.ts';
import { readBuiltEmoji } from './built-emoji.ts';
import { renderPopup } from './render-popup.tsx';

afterEach(async () => {
  await speakLanguage('en');
  vi.unstubAllGlobals();
});

/** The popup's own files, as main serves them. */
function serve(files: Record<string, unknown>): void {
  vi.stubGlobal('fetch', async (path: string) => {
    return path in files ? Response.json(files[path]) : new Response('Not found', { status: 404 });
  });
}

test('reads a language’s file, and says on the page which it is', async () => {
  serve({ './languages/de.json': compiledTranslation('de') });
  await speakLanguage('de');
  expect(STATUS_SCREEN.compose.set).toBe('Setzen');
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['de', 'ltr']);
  await speakLanguage('he');
  expect(STATUS_SCREEN.compose.set).toBe('Set');
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['he', 'rtl']);
});

test('offers all languages by their own names, and the system’s', async () => {
  const { main, popup } = await renderPopup();
  popup.go({ name: 'settings' });
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Language' });
  expect([...choice.options].map(({ text }) => text)).toEqual(['As the system', ...LANGUAGES.map(({ name }) => name)]);
  expect(choice.value).toBe('system');
  fireEvent.change(choice, { target: { value: 'pt-BR' } });
  fireEvent.change(choice, { target: { value: 'system' } });
  expect(main.sentArguments('change-settings')).toEqual([{ language: 'pt-BR' }, { language: null }]);
});

test('waits for the end of a word that is typed to choose by', async () => {
  const { main, popup } = await renderPopup();
  popup.go({ name: 'settings' });
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Language' });
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const type = (letter: string, tag: string) => {
    fireEvent.keyDown(choice, { key: letter });
    if (choice.value !== tag) fireEvent.change(choice, { target: { value: tag } });
    vi.advanceTimersByTime(900);
  };
  type('e', 'en');
  type('s', 'es');
  type('p', 'es');
  expect(choice.value).toBe('es');
  expect(main.sentArguments('change-settings')).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(main.sentArguments('change-settings')).toEqual([{ language: 'es' }]);

  type('d', 'de');
  fireEvent.keyDown(choice, { key: 'Tab' });
  fireEvent.blur(choice);
  expect(main.sentArguments('change-settings')).toEqual([{ language: 'es' }, { language: 'de' }]);
});

test('finds emoji in the language that is spoken now, and in English', async () => {
  const read: string[] = [];
  const shelf = createEmojiShelf({
    ask: () => new Promise(() => {}),
    readFile: (language) => {
      read.push(language);
      return readBuiltEmoji(language);
    },
    memory: () => localStorage,
  });
  await shelf.load('en-GB');
  await shelf.load('de-DE-u-hc-h23');
  await shelf.load('de-DE-u-hc-h23');
  expect(read.filter((language) => language === 'de')).toHaveLength(1);
  await shelf.load('ar');
  expect(read.at(-1)).toBe('en');
});
