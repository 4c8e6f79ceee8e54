import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { terminalLanguage } from '../../electron/command-line/terminal-language.ts';

test.each([
  ['the chosen one', '{"version":1,"language":"fr"}', 'fr'],
  ['the system’s, where none is chosen', '{"version":1,"language":null}', 'de'],
  ['the system’s, where the settings are damaged', '{"language":"f', 'de'],
  ['the system’s, where the chosen one is none', '{"language":"tlh"}', 'de'],
])('%s', (_name, settings, language) => {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-language-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(terminalLanguage(folder, ['de-AT', 'en'])).toBe('de');
  writeFileSync(join(folder, 'settings.json'), settings);
  expect(terminalLanguage(folder, ['de-AT', 'en'])).toBe(language);
});
