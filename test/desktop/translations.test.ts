import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compiledTranslation } from '../../build/languages.ts';
import { MENU } from '../../electron/contract/languages/en/menu.ts';
import { spokenLanguage } from '../../electron/contract/languages/texts.ts';
import { popupUrl } from '../../electron/desktop/popup-files.ts';
import { followLanguage } from '../../electron/desktop/translations.ts';

let folder: string;
let tag = 'en';
let changed: () => void;
let errors: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'translations-'));
  writeFileSync(join(folder, 'de.json'), JSON.stringify(compiledTranslation('de', ['menu'])));
  errors = [];
  followLanguage({
    folder,
    language: { tag: () => tag },
    onChange: (listener) => {
      changed = listener;
    },
    log: { error: (_message, error) => errors.push(error) },
  });
});

afterEach(() => {
  speakIn('en');
  rmSync(folder, { recursive: true });
});

function speakIn(next: string): void {
  tag = next;
  changed();
}

test('speaks another language as soon as it is chosen, and English again', () => {
  expect(MENU.quit).toBe('Quit Whereabouts');
  speakIn('de');
  expect([spokenLanguage(), MENU.quit]).toEqual(['de', 'Whereabouts beenden']);
  speakIn('en');
  expect(MENU.quit).toBe('Quit Whereabouts');
  expect(errors).toEqual([]);
});

test('stays with English words where a translation is missing, and logs it', () => {
  speakIn('ja');
  expect([spokenLanguage(), MENU.quit, errors.length]).toEqual(['ja', 'Quit Whereabouts', 1]);
});

test('tells the popup’s page its language, but for English', () => {
  expect(popupUrl('en')).toBe('app://popup/index.html');
  expect(popupUrl('zh-Hant')).toBe('app://popup/index.html?language=zh-Hant');
});
