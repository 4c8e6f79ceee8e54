import { expect, test } from 'vitest';
import { undoText } from '../../../electron/contract/texts/undo-texts.ts';

test('says what can be taken back, also where there is no label', () => {
  expect(undoText({ what: 'preset-deleted', label: 'Lunch' })).toBe('“Lunch” deleted');
  expect(undoText({ what: 'presets-restored', label: '' })).toBe('Original presets restored');
  expect(undoText({ what: 'status-changed', label: '🍔 Lunch' })).toBe('Set: 🍔 Lunch');
  expect(undoText({ what: 'status-changed', label: '' })).toBe('Status cleared');
});
