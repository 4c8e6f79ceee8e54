import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLink } from '../../electron/command-line/link.ts';

const SET = { verb: 'set', text: '', emoji: null, until: null, accounts: null, availability: null, then: 'clear' };

describe('links that are understood', () => {
  test.each<[link: string, request: object]>([
    ['whereabouts://preset/lunch', { verb: 'preset', name: 'lunch', until: null }],
    ['WHEREABOUTS://Preset/In%20a%20meeting', { verb: 'preset', name: 'In a meeting', until: null }],
    ['whereabouts://preset/lunch/', { verb: 'preset', name: 'lunch', until: null }],
    ['whereabouts://preset/%F0%9F%8D%94', { verb: 'preset', name: '🍔', until: null }],
    ['whereabouts://clear', { verb: 'clear' }],
    ['whereabouts://clear/', { verb: 'clear' }],
    ['whereabouts://set?text=Lunch', { ...SET, text: 'Lunch' }],
    [
      'whereabouts://set/?until=13:00&emoji=%3Ahamburger%3A&text=Out+for+lunch',
      { ...SET, text: 'Out for lunch', emoji: ':hamburger:', until: '13:00' },
    ],
    ['whereabouts://set?emoji=%F0%9F%8D%94', { ...SET, emoji: '🍔' }],
    ['whereabouts://set?text=%D7%A9%D7%9C%D7%95%D7%9D', { ...SET, text: 'שלום' }],
    ['whereabouts://set?text=100%25%20a%26b%3Dc', { ...SET, text: '100% a&b=c' }],
  ])('%s', (link, request) => {
    expect(parseLink(link)).toMatchObject(request);
  });
});

describe('links that are refused whole', () => {
  test.each([
    'whereabouts:',
    'whereabouts://',
    'whereabouts:clear',
    'whereabouts:///clear',
    'https://clear',
    ' whereabouts://clear',
    'whereabouts://clear\n',
    'whereabouts://cle\tar',
    'whereabouts://quit',
    'whereabouts://sign-in?password=x',
    'whereabouts://user:secret@clear',
    'whereabouts://user@preset/lunch',
    'whereabouts://clear:80',
    'whereabouts://clear#now',
    'whereabouts://clear?accounts=work',
    'whereabouts://clear/now',
    'whereabouts://preset',
    'whereabouts://preset/',
    'whereabouts://preset/..',
    'whereabouts://preset/../clear',
    'whereabouts://preset/%2e%2e',
    'whereabouts://preset/x%2F..%2Fclear',
    'whereabouts://preset/a/b',
    'whereabouts://preset/a\\b',
    'whereabouts://preset/lunch?always=yes',
    'whereabouts://preset/lunch#x',
    'whereabouts://preset/%',
    'whereabouts://preset/%FF%FE',
    'whereabouts://preset/%C0%AF',
    'whereabouts://preset/%00',
    'whereabouts://preset/lunch%1B%5B2J',
    'whereabouts://set',
    'whereabouts://set?',
    'whereabouts://set?text=',
    'whereabouts://set?until=13:00',
    'whereabouts://set?text=a&text=b',
    'whereabouts://set?text=a&accounts=work',
    'whereabouts://set?text=a&then=restore',
    'whereabouts://set?text',
    'whereabouts://set?text=a&',
    'whereabouts://set?__proto__=a',
    'whereabouts://set?text=a%0Ab',
    'whereabouts://set?text=a%E2%80%AEb',
    'whereabouts://set?text=a%E2%81%A6b',
    'whereabouts://set?text=a%EF%BF%BDb',
    'whereabouts://set?text=a#b',
    `whereabouts://set?text=${'x'.repeat(2_100)}`,
  ])('%j', (link) => {
    expect(parseLink(link)).toBeNull();
  });
});

/** Pieces that have made parsers trip before. */
const hostile = fc.oneof(
  fc.constantFrom('whereabouts', 'WHEREABOUTS', ':', '//', '/', '..', '%2e%2e', '%2F', '?', '#', '&', '=', '@', ':80'),
  fc.constantFrom('preset', 'set', 'clear', 'text', 'emoji', 'until', 'quit', 'javascript:', 'file://', '\\', '"', "'"),
  fc.constantFrom(
    '%',
    '%0',
    '%zz',
    '%FF',
    '%C0%80',
    '%ED%A0%80',
    '%00',
    '\0',
    '\r\n',
    '\t',
    '\u202e',
    '\u2066',
    '\ufeff',
  ),
  fc.constantFrom('--gpu-launcher=x', '$(id)', '`id`', ';', '|', '__proto__', 'constructor', '[::1]', '🍔'),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }).map(encodeURIComponentSafely),
  fc.constantFrom('x', 'lunch').map((word) => word.repeat(500)),
);
const link = fc.oneof(
  fc.array(hostile, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(hostile, { maxLength: 8 }).map((parts) => `whereabouts://${parts.join('')}`),
  fc
    .tuple(fc.constantFrom('preset/', 'set?text=', 'clear', 'set?'), fc.array(hostile, { maxLength: 5 }))
    .map(([start, parts]) => `whereabouts://${start}${parts.join('')}`),
);

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

test('whatever a link holds, it is refused, or asks for one of three things in words that show as what they are', () => {
  let understood = 0;
  fc.assert(
    fc.property(link, (hostileLink) => {
      const request = parseLink(hostileLink);
      if (request === null) return;
      understood += 1;
      expect(hostileLink).toMatch(/^whereabouts:\/\/(preset\/|set\/?\?|clear\/?$)/i);
      expect(hostileLink).not.toContain('#');
      expect(['preset', 'set', 'clear']).toContain(request.verb);
      expect(Object.keys(request).sort()).toEqual(KEYS[request.verb]);
      for (const value of Object.values(request)) {
        if (typeof value !== 'string') continue;
        expect(value.isWellFormed()).toBe(true);
        expect(value).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }
      if (request.verb === 'preset') expect(request.name).not.toMatch(/^\.{0,2}$|[/\\]/);
    }),
    { numRuns: 10_000 },
  );
  expect(understood, 'some of them are links after all').toBeGreaterThan(100);
});

const KEYS = {
  preset: ['name', 'until', 'verb'],
  clear: ['accounts', 'verb'],
  set: ['accounts', 'availability', 'emoji', 'text', 'then', 'until', 'verb'],
};
