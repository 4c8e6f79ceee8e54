import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PopupPlace, popupPosition } from '../../electron/desktop/popup-position.ts';

const POPUP = { width: 372, height: 612 };
const BOUNDS = { x: 0, y: 0, width: 1920, height: 1080 };
const BAR_BELOW = { bounds: BOUNDS, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const BAR_ABOVE = { bounds: BOUNDS, workArea: { x: 0, y: 25, width: 1920, height: 1055 } };
const BAR_LEFT = { bounds: BOUNDS, workArea: { x: 60, y: 0, width: 1860, height: 1080 } };
const BAR_RIGHT = { bounds: BOUNDS, workArea: { x: 0, y: 0, width: 1860, height: 1080 } };
const NO_BAR = { bounds: BOUNDS, workArea: BOUNDS };
const ZERO = { x: 0, y: 0, width: 0, height: 0 };

const place = (changes: Partial<PopupPlace>): PopupPlace => ({
  platform: 'win32',
  popup: POPUP,
  tray: null,
  cursor: null,
  display: BAR_BELOW,
  ...changes,
});

describe('at the tray icon', () => {
  test.each<[string, Partial<PopupPlace>, { x: number; y: number }]>([
    [
      'macOS: centred under it',
      { platform: 'darwin', display: BAR_ABOVE, tray: { x: 1000, y: 0, width: 24, height: 24 } },
      { x: 826, y: 31 },
    ],
    ['Windows, bar below', { tray: { x: 1400, y: 1044, width: 24, height: 32 } }, { x: 1226, y: 422 }],
    ['Windows, overflow flyout', { tray: { x: 1400, y: 900, width: 32, height: 32 } }, { x: 1230, y: 422 }],
    ['Windows, at the right end', { tray: { x: 1890, y: 1044, width: 24, height: 32 } }, { x: 1548, y: 422 }],
    [
      'Windows, a bar that hides itself',
      { display: NO_BAR, tray: { x: 1400, y: 1044, width: 24, height: 32 } },
      { x: 1226, y: 462 },
    ],
    ['Windows, bar left', { display: BAR_LEFT, tray: { x: 10, y: 700, width: 40, height: 40 } }, { x: 66, y: 414 }],
    [
      'Windows, bar right',
      { display: BAR_RIGHT, tray: { x: 1870, y: 600, width: 40, height: 40 } },
      { x: 1482, y: 314 },
    ],
  ])('%s', (_name, changes, expected) => expect(popupPosition(place(changes))).toEqual(expected));
});

describe('where the tray tells no place', () => {
  test('all zero means unknown: at the mouse, under a bar above', () => {
    const at = popupPosition(place({ platform: 'linux', display: BAR_ABOVE, tray: ZERO, cursor: { x: 1500, y: 12 } }));
    expect(at).toEqual({ x: 1314, y: 31 });
  });

  test('at the mouse over a bar below', () => {
    const at = popupPosition(place({ platform: 'linux', tray: ZERO, cursor: { x: 1500, y: 1060 } }));
    expect(at).toEqual({ x: 1314, y: 422 });
  });

  test('in the corner where trays are when the mouse is unknown too', () => {
    expect(popupPosition(place({ platform: 'linux', display: BAR_ABOVE, cursor: { x: 0, y: 0 } }))).toEqual({
      x: 1542,
      y: 31,
    });
    expect(popupPosition(place({ platform: 'win32' }))).toEqual({ x: 1542, y: 422 });
  });
});

test('always whole numbers inside the work area, on screens left of and above the main one too', () => {
  const screens = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 800, max: 5000 }),
    height: fc.integer({ min: 700, max: 3000 }),
  });
  const anywhere = fc.record({
    x: fc.double({ min: -6000, max: 6000, noNaN: true }),
    y: fc.integer({ min: -6000, max: 6000 }),
  });
  const platforms = fc.constantFrom<NodeJS.Platform>('darwin', 'win32', 'linux');
  fc.assert(
    fc.property(screens, anywhere, fc.boolean(), platforms, (bounds, point, atTray, platform) => {
      const at = popupPosition({
        platform,
        popup: POPUP,
        tray: atTray ? { ...point, width: 24, height: 24 } : ZERO,
        cursor: point,
        display: { bounds, workArea: bounds },
      });
      expect(Number.isInteger(at.x) && Number.isInteger(at.y)).toBe(true);
      expect(at.x).toBeGreaterThanOrEqual(bounds.x);
      expect(at.y).toBeGreaterThanOrEqual(bounds.y);
      expect(at.x + POPUP.width).toBeLessThanOrEqual(bounds.x + bounds.width);
      expect(at.y + POPUP.height).toBeLessThanOrEqual(bounds.y + bounds.height);
    }),
  );
});

test('on a screen that is too small the top left corner stays visible', () => {
  const small = { x: 10, y: 20, width: 320, height: 480 };
  const at = popupPosition(place({ cursor: { x: 100, y: 400 }, display: { bounds: small, workArea: small } }));
  expect(at).toEqual({ x: 10, y: 20 });
});
