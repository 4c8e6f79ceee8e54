import { describe, expect, test } from 'vitest';
import {
  BLUR_AFTER_SHOW_MS,
  CLICK_AFTER_BLUR_MS,
  createPopupVisibility,
} from '../../electron/desktop/popup-visibility.ts';

function createClock(start = 1_000_000) {
  let time = start;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

describe('a click on the icon', () => {
  test('shows a hidden popup and hides a visible one', () => {
    const visibility = createPopupVisibility(createClock().now);
    expect(visibility.clickMeans(false)).toBe('show');
    expect(visibility.clickMeans(true)).toBe('hide');
  });

  test('whose blur has just hidden the popup leaves it hidden', () => {
    const clock = createClock();
    const visibility = createPopupVisibility(clock.now);
    visibility.hiddenByBlur();
    clock.pass(CLICK_AFTER_BLUR_MS - 1);
    expect(visibility.clickMeans(false)).toBe('nothing');
    clock.pass(1);
    expect(visibility.clickMeans(false)).toBe('show');
  });

  test('counts again after the popup was shown by other means', () => {
    const visibility = createPopupVisibility(createClock().now);
    visibility.hiddenByBlur();
    visibility.shown();
    expect(visibility.clickMeans(false)).toBe('show');
  });

  test('counts when the clock has been set back meanwhile', () => {
    const clock = createClock();
    const visibility = createPopupVisibility(clock.now);
    visibility.hiddenByBlur();
    clock.pass(-3_600_000);
    expect(visibility.clickMeans(false)).toBe('show');
  });
});

describe('a blur', () => {
  test('right after showing is not believed', () => {
    const clock = createClock();
    const visibility = createPopupVisibility(clock.now);
    visibility.shown();
    clock.pass(BLUR_AFTER_SHOW_MS - 1);
    expect(visibility.blurHides()).toBe(false);
    clock.pass(1);
    expect(visibility.blurHides()).toBe(true);
  });

  test('does not hide while a dialog is up, also when that ends in an error', async () => {
    const visibility = createPopupVisibility(createClock().now);
    await expect(
      visibility.keepOpenDuring(async () => {
        expect(visibility.blurHides()).toBe(false);
        throw new Error('closed');
      }),
    ).rejects.toThrow('closed');
    expect(visibility.blurHides()).toBe(true);
  });
});
