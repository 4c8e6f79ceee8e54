import { expect, test } from 'vitest';
import type { KeychainState, Problem, ProblemCode } from '../../../electron/contract/problem.ts';
import { problemText } from '../../../electron/contract/texts/problem-texts.ts';
import { shortProblemText } from '../../../electron/contract/texts/short-problem-texts.ts';

type Fields<P> = P extends Problem ? Omit<P, 'code'> : never;

/** One of each: the compiler asks for every code. */
const SAMPLES: { [C in ProblemCode]: Fields<Extract<Problem, { code: C }>> } = {
  offline: {},
  'unknown-host': { host: 'chat.example' },
  unreachable: { host: 'chat.example' },
  timeout: { host: 'chat.example' },
  certificate: { host: 'chat.example', reason: 'expired' },
  redirected: { host: 'chat.example', to: 'other.example' },
  'captive-portal': { host: 'chat.example' },
  'reply-too-large': { host: 'chat.example' },
  'bad-reply': { host: 'chat.example' },
  'server-error': { host: 'chat.example', httpStatus: 502 },
  'rate-limited': { host: 'chat.example', waitMs: 30_000 },
  'address-empty': {},
  'address-invalid': {},
  'address-insecure': {},
  'not-a-chat-server': { host: 'chat.example' },
  'no-organization': { host: 'chat.example' },
  'server-too-old': { version: '4.0', needed: '5.0' },
  'wrong-password': {},
  'wrong-api-key': {},
  'wrong-token': {},
  'two-factor-wrong': {},
  'two-factor-exhausted': {},
  'password-sign-in-off': {},
  'password-reset-needed': {},
  'user-deactivated': {},
  'organization-deactivated': { serverName: 'Acme' },
  'is-bot': {},
  'account-exists': {},
  'zuliprc-invalid': { missing: 'key' },
  'sign-in-cancelled': {},
  'signed-out': {},
  keychain: { state: 'locked' },
  'nothing-to-set': {},
  'text-too-long': { length: 70, max: 60 },
  'emoji-unknown': { emoji: '🫨' },
  'emoji-deactivated': { emoji: ':parrot:' },
  'text-change-not-allowed': {},
  'invisible-not-allowed': {},
  'presence-disabled': {},
  'not-permitted': {},
  'not-applied': { what: ['text', 'emoji'] },
  'end-in-the-past': {},
  'no-accounts': {},
  refused: { message: 'No' },
  'rights-unknown': {},
  'administrator-needed': {},
  'permission-missing': { permission: 'manage-user-status' },
  'not-on-this-server': {},
  'workspace-status-name-empty': {},
  'workspace-status-name-forbidden-characters': { characters: '< &' },
  'workspace-status-name-in-use': { name: 'Focus time' },
  'workspace-status-type-invalid': { type: 'Offline' },
  'workspace-status-gone': {},
  'workspace-status-not-confirmed': {},
  'file-not-chosen': {},
  'status-file-invalid': { reason: 'no-rows' },
  'person-unknown': {},
  'person-is-you': {},
  'emoji-name-missing': {},
  'emoji-name-wrong': { emoji: '🚗' },
  'emoji-code-wrong': { emoji: '🚗' },
  'emoji-type-wrong': {},
  'custom-emoji-unknown': { emoji: ':parrot:' },
  'custom-emoji-renamed': { emoji: ':parrot:' },
  'import-file': { reason: 'not-json' },
  'import-field': { preset: 3, field: 'duration' },
  'presets-not-there': { host: 'chat.example', httpStatus: 404 },
  'preset-name-empty': {},
  'not-found': {},
  'shortcut-taken': { accelerator: 'Alt+Y' },
  'shortcut-invalid': { accelerator: 'Y' },
  'shortcut-needed-elsewhere': { accelerator: 'Ctrl+C' },
  'shortcut-in-use': { accelerator: 'Alt+Y', does: 'preset', name: 'Lunch' },
  'login-item-not-changed': {},
  'not-saved': {},
  'bad-argument': {},
  internal: {},
};
const ALL = Object.entries(SAMPLES).map(([code, fields]) => ({ code, ...fields }) as Problem);

test('every problem has words of its own, whole and short', () => {
  expect(new Set(ALL.map(problemText)).size).toBe(ALL.length);
  expect(new Set(ALL.map(shortProblemText)).size).toBe(ALL.length);
});

test.each(ALL)('$code is said in one to three sentences without loose ends', (problem) => {
  const words = problemText(problem);
  expect(words).toMatch(/[.”]$/);
  expect(words).not.toMatch(/undefined|null|NaN|\[object/);
  expect(words.length).toBeLessThan(180);
});

test('each state of the keychain has its own words and what it means', () => {
  const states: Exclude<KeychainState, 'ready' | 'unknown'>[] = [
    'no-library',
    'no-bus',
    'no-keyring',
    'locked',
    'refused',
    'hanging',
  ];
  const texts = states.map((state) => problemText({ code: 'keychain', state }));
  expect(new Set(texts).size).toBe(states.length);
  for (const words of texts) expect(words).toContain('You will sign in again next time');
});

test('each fault of a certificate has its own words', () => {
  const reasons = ['expired', 'wrong-host', 'untrusted'] as const;
  const texts = reasons.map((reason) => problemText({ code: 'certificate', host: 'chat.example', reason }));
  expect(new Set(texts).size).toBe(reasons.length);
});

test('says how long to wait, and by how much to shorten', () => {
  expect(problemText({ code: 'rate-limited', host: 'h', waitMs: 30_000 })).toContain('in 30 s');
  expect(problemText({ code: 'rate-limited', host: 'h', waitMs: 600_000 })).toContain('in 10 min');
  expect(problemText({ code: 'text-too-long', length: 70, max: 60 })).toContain('Shorten it by 10');
  expect(problemText({ code: 'not-applied', what: ['text', 'emoji'] })).toContain('the text and the emoji');
});
