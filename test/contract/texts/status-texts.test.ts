import { expect, test } from 'vitest';
import { withEmojiPresentation } from '../../../electron/contract/texts/emoji-presentation.ts';
import { outcomeText } from '../../../electron/contract/texts/outcome-texts.ts';
import { statusText } from '../../../electron/contract/texts/status-texts.ts';

test('says a status in one line', () => {
  const burger = { kind: 'unicode', value: '🍔' } as const;
  const parrot = { kind: 'custom', serverUrl: 'https://acme.example', name: 'parrot', code: '7' } as const;
  expect(statusText({ emoji: burger, text: ' Lunch ' })).toBe('🍔 Lunch');
  expect(statusText({ emoji: parrot, text: '' })).toBe(':parrot:');
  expect(statusText({ emoji: null, text: '', availability: 'busy' })).toBe('Busy');
  expect(statusText({ emoji: null, text: '', availability: 'online' })).toBe('No status');
  expect(statusText(null)).toBe('No status');
});

test('says what became of a status', () => {
  expect(outcomeText({ kind: 'waiting', problem: { code: 'offline' }, nextTryAt: null })).toBe('waiting, offline');
  expect(outcomeText({ kind: 'rejected', problem: { code: 'not-permitted' } })).toBe('not set, not permitted');
  expect(outcomeText({ kind: 'superseded', at: 0 })).toBe('changed elsewhere');
});

test('asks for colour only where a font would draw text', () => {
  expect(withEmojiPresentation('☎')).toBe('☎\u{fe0f}');
  expect(withEmojiPresentation('🛠')).toBe('🛠\u{fe0f}');
  expect(withEmojiPresentation('☎\u{fe0f}')).toBe('☎\u{fe0f}');
  expect(withEmojiPresentation('🍔')).toBe('🍔');
  expect(withEmojiPresentation('👩‍💻')).toBe('👩‍💻');
  expect(withEmojiPresentation('a')).toBe('a');
});
