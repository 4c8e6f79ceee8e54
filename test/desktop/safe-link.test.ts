import { expect, test } from 'vitest';
import { safeLink } from '../../electron/desktop/safe-link.ts';

test.each([
  ['https://chat.example.org/#narrow/1', 'https://chat.example.org/#narrow/1'],
  ['HTTPS://Example.org', 'https://example.org/'],
])('%s may be opened', (link, expected) => expect(safeLink(link)).toBe(expected));

test.each([
  'http://example.org',
  'file:///usr/bin/true',
  'javascript:alert(1)',
  'smb://server/share',
  'ms-settings:network',
  'https://bank.example@evil.example/',
  'https://user:secret@example.org/',
  'example.org',
  '',
  '//example.org',
])('%j may not', (link) => expect(safeLink(link)).toBeNull());
