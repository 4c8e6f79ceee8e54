import { expect, test } from 'vitest';
import { createUsedEmoji, type Memory } from '../../../renderer/emoji/used-emoji.ts';

const DAY_MS = 24 * 60 * 60_000;

function memory(start: Record<string, string> = {}): Memory {
  const kept = new Map(Object.entries(start));
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) };
}

test('has those used most first, and lets old habits fade', () => {
  const used = createUsedEmoji(memory());
  for (let time = 0; time < 3; time += 1) used.use('☕', 0);
  used.use('🍕', 0);
  expect(used.keys(0)).toEqual(['☕', '🍕']);
  used.use('🍕', 30 * DAY_MS);
  expect(used.keys(30 * DAY_MS)).toEqual(['🍕', '☕']);
});

test('keeps what it was told, and no more than 64', () => {
  const kept = memory();
  for (let at = 0; at < 100; at += 1) createUsedEmoji(kept).use(String(at), at);
  expect(createUsedEmoji(kept).keys(100)).toHaveLength(64);
  createUsedEmoji(kept).chooseTone(3);
  expect(createUsedEmoji(kept).tone()).toBe(3);
});

test.each(['no JSON', '{}', '[{"key":1}]', '[null]'])('begins anew where %s is kept', (text) => {
  expect(createUsedEmoji(memory({ 'used-emoji': text, 'skin-tone': '9' })).keys(0)).toEqual([]);
  expect(createUsedEmoji(memory({ 'skin-tone': '9' })).tone()).toBe(0);
});

test('does without a storage that refuses', () => {
  const refuse = () => {
    throw new Error('full');
  };
  const used = createUsedEmoji({ getItem: refuse, setItem: refuse });
  used.use('☕', 0);
  expect(used.keys(0)).toEqual([]);
});
