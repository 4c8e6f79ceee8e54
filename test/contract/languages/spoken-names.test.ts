import { describe, expect, test } from 'vitest';
import { translatedLanguages } from '../../../build/languages.ts';
import { ENGLISH } from '../../../electron/contract/language.ts';
import { catalogOf, englishCatalog } from './catalog.ts';

/** The words on buttons, and what screen readers say of them instead. */
const BUTTONS = {
  'accounts.remove': 'accounts.removeLong',
  'ready-commands.copy': 'ready-commands.copyLong',
  'ready-commands.remove': 'ready-commands.removeLong',
  'shortcuts.record': 'shortcuts.recordLong',
  'shortcuts.remove': 'shortcuts.removeLong',
  'status-screen.now.retry': 'status-screen.now.retryOn',
  'status-screen.now.signIn': 'status-screen.now.signInTo',
  'status-screen.others.show': 'status-screen.others.showLong',
  'team-presets.copy': 'team-presets.copyLong',
  'workspace-statuses.copy': 'workspace-statuses.copyLong',
};

describe.each([ENGLISH, ...translatedLanguages()])('%s', (tag) => {
  const catalog = tag === ENGLISH ? englishCatalog() : catalogOf(tag);

  // Who commands a computer by voice says what stands on the button:
  // https://www.w3.org/WAI/WCAG22/Understanding/label-in-name
  test('names buttons by words that hold those on them', () => {
    const wrong = Object.entries({ ...BUTTONS, 'shortcuts.record ': 'settings.recordLong' }).filter(
      ([shown, spoken]) => {
        const words = catalog.get(shown.trim())?.toLocaleLowerCase(tag) ?? '?';
        return !catalog.get(spoken)?.toLocaleLowerCase(tag).includes(words);
      },
    );
    expect(wrong).toEqual([]);
  });
});
