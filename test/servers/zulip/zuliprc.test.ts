import { expect, test } from 'vitest';
import { parseZuliprc } from '../../../electron/servers/zulip/zuliprc.ts';

const FILE = `[api]
email=iago@zulip.com
key=gjA04ZYcqXKalvYMA8OeXSfzUOLrtbZv
site=https://chat.example.org/
`;
const VALUE = {
  login: 'iago@zulip.com',
  apiKey: 'gjA04ZYcqXKalvYMA8OeXSfzUOLrtbZv',
  url: 'https://chat.example.org',
  ignored: [],
};

test.each([
  ['as Zulip writes it', FILE, VALUE],
  ['with Windows lines and a byte order mark', `\uFEFF${FILE.replaceAll('\n', '\r\n')}`, VALUE],
  ['with colons, spaces and capitals', FILE.replaceAll('=', ' : ').replace('email', 'Email'), VALUE],
  ['with comments and other sections', `# mine\n[zterm]\nkey=wrong\n\n${FILE}; key=no\n[more]\nemail=x`, VALUE],
  ['with a site without scheme', FILE.replace('https://chat.example.org/', 'chat.example.org'), VALUE],
  [
    'for this machine',
    FILE.replace('https://chat.example.org/', 'localhost:9991'),
    { ...VALUE, url: 'http://localhost:9991' },
  ],
  [
    'with options that weaken or change certificates',
    `${FILE}insecure=True\ncert_bundle=/ca.pem\nclient_cert=/c.pem\n`,
    { ...VALUE, ignored: ['insecure', 'cert_bundle', 'client_cert'] },
  ],
  ['with insecure=false', `${FILE}insecure=false\n`, VALUE],
])('reads a file %s', (_name, text, value) => {
  expect(parseZuliprc(text)).toEqual({ ok: true, value });
});

test.each([
  ['', 'api'],
  ['\u0000\u0001', 'api'],
  ['email=iago@zulip.com', 'api'],
  ['[api]', 'email'],
  [FILE.replace(/^email.*$/m, ''), 'email'],
  [FILE.replace(/^key.*$/m, 'key='), 'key'],
  [FILE.replace(/^site.*$/m, ''), 'site'],
  [FILE.replace(/^site.*$/m, 'site=not a site'), 'site'],
])('%j lacks its %s', (text, missing) => {
  expect(parseZuliprc(text)).toEqual({ ok: false, problem: { code: 'zuliprc-invalid', missing } });
});

test('plain HTTP to another machine is refused', () => {
  const text = FILE.replace('https', 'http');
  expect(parseZuliprc(text)).toEqual({ ok: false, problem: { code: 'address-insecure' } });
});
