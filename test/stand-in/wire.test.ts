import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../build/preview/stand-in/wire.ts';

const cloneable = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true });

test('what structured clone carries arrives the same', () => {
  fc.assert(
    fc.property(cloneable, (value) => {
      expect(decode(encode(value))).toStrictEqual(structuredClone(value));
    }),
  );
});

test('an own key that looks like the marker is no marker', () => {
  const value = { $: 'undefined', of: [{ $: 'date', of: 0 }] };
  expect(decode(encode(value))).toEqual(value);
});

test('bytes, errors and a hole in the numbers', () => {
  const value = [new Uint8Array([0, 255]), -0, Number.NaN, undefined];
  expect(decode(encode(value))).toEqual(value);
  expect((decode(encode(new RangeError('far'))) as Error).message).toBe('far');
});

test.each([() => {}, { a: Symbol('x') }, Promise.resolve()])('%o is refused as Electron does', (value) => {
  expect(() => encode(value)).toThrow('An object could not be cloned.');
});
