import { expect, test } from 'vitest';
import { type Found, findByName } from '../../electron/command-line/find-by-name.ts';

const all = ['Lunch', 'Lunch break', 'Busy', 'In a meeting', 'Café', 'İş'].map((name, index) => ({
  value: name,
  names: [name],
  id: `id-${index}`,
}));
const found = (value: string): Found<string> => ({ kind: 'found', value });
const unknown = (near: string | null): Found<string> => ({ kind: 'unknown', near });

test.each<[typed: string, found: Found<string>]>([
  ['Lunch', found('Lunch')],
  ['LUNCH', found('Lunch')],
  ['lunch b', found('Lunch break')],
  ['  in   a meeting ', found('In a meeting')],
  ['id-2', found('Busy')],
  ['lun', { kind: 'ambiguous', names: ['Lunch', 'Lunch break'] }],
  ['id', unknown(null)],
  ['cafe\u0301', found('Café')],
  ['lunhc', unknown('Lunch')],
  ['bussy', unknown('Busy')],
  ['in a metting', unknown('In a meeting')],
  ['vacation', unknown(null)],
  ['', unknown(null)],
  ['x', unknown(null)],
])('“%s”', (typed, expected) => {
  expect(findByName(all, typed)).toEqual(expected);
});

test('two of the same name are ambiguous however they are typed', () => {
  const twins = ['a', 'b'].map((id) => ({ value: id, names: ['Same'], id }));
  expect(findByName(twins, 'same')).toEqual({ kind: 'ambiguous', names: ['Same', 'Same'] });
  expect(findByName(twins, 'b')).toEqual({ kind: 'found', value: 'b' });
});
