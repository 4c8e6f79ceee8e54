import { expect, test } from 'vitest';
import { bareUrl, parseServerAddress } from '../../electron/servers/server-address.ts';

test.each<[string, string[]]>([
  ['chat.example.org', ['https://chat.example.org']],
  ['  Chat.Example.ORG  ', ['https://chat.example.org']],
  ['HTTPS://chat.example.org/', ['https://chat.example.org']],
  ['chat.example.org:8443', ['https://chat.example.org:8443']],
  ['https://chat.example.org:443', ['https://chat.example.org']],
  ['https://chat.example.org/#narrow/channel/1-general', ['https://chat.example.org']],
  ['chat.example.org/login/', ['https://chat.example.org']],
  ['https://chat.example.org/accounts/go/?next=/x', ['https://chat.example.org']],
  ['https://example.org/chat', ['https://example.org/chat', 'https://example.org']],
  ['https://example.org/chat/channel/general?msg=1', ['https://example.org/chat', 'https://example.org']],
  ['https://open.example.org/home', ['https://open.example.org']],
  ['localhost:3000', ['http://localhost:3000']],
  ['127.0.0.1:9991', ['http://127.0.0.1:9991']],
  ['127.1.2.3', ['http://127.1.2.3']],
  ['[::1]:3000', ['http://[::1]:3000']],
  ['http://localhost:3000/', ['http://localhost:3000']],
  ['https://localhost:3000/', ['https://localhost:3000']],
  ['intranet', ['https://intranet']],
  ['bücher.example', ['https://xn--bcher-kva.example']],
])('%s is read as %j', (text, urls) => {
  const result = parseServerAddress(text);
  expect(result.ok && result.value.map(bareUrl)).toEqual(urls);
});

test.each([
  ['', 'address-empty'],
  ['   ', 'address-empty'],
  ['me@example.org', 'address-invalid'],
  ['https://me:secret@example.org', 'address-invalid'],
  ['my chat server', 'address-invalid'],
  ['ftp://example.org', 'address-invalid'],
  ['file:///etc/passwd', 'address-invalid'],
  ['https://', 'address-invalid'],
  ['http://exa mple', 'address-invalid'],
  ['http://chat.example.org', 'address-insecure'],
  ['http://localhost.example.org', 'address-insecure'],
  ['http://10.0.0.1', 'address-insecure'],
])('%j is %s', (text, code) => {
  expect(parseServerAddress(text)).toEqual({ ok: false, problem: { code } });
});
