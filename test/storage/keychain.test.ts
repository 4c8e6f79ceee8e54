import { expect, it, vi } from 'vitest';
import type { KeychainState } from '../../electron/contract/problem.ts';
import { createKeychain } from '../../electron/storage/keychain.ts';
import { createKeyringStandIn, type KeyringStandIn } from './keyring-stand-in.ts';

const ID = 'account-1';
const SECRET = 'cnVsZXMgb2YgdGhlIHRoaW5n';

function keychainOn(keyring: KeyringStandIn) {
  return createKeychain({ loadKeytar: async () => keyring.keytar, service: 'Whereabouts', timeoutMs: 40 });
}

it('asks nothing of the keychain before it is used', () => {
  const keyring = createKeyringStandIn();
  expect(keychainOn(keyring).state()).toBe('unknown');
  expect(keyring.calls()).toEqual([]);
});

it('keeps a secret, gives it back after a restart, and forgets it', async () => {
  const keyring = createKeyringStandIn();
  const keychain = keychainOn(keyring);
  expect(await keychain.keep(ID, SECRET)).toBe('ready');
  expect(keyring.entries()).toEqual({ [`Whereabouts/${ID}`]: SECRET });

  const restarted = keychainOn(keyring);
  expect(await restarted.recall(ID)).toEqual({ found: true, secret: SECRET });
  await restarted.forget(ID);
  expect(keyring.entries()).toEqual({});
  expect(await restarted.recall(ID)).toEqual({ found: false, state: 'ready' });
});

it('takes the library as an import of CommonJS gives it, with all functions only in `default`', async () => {
  const { keytar } = createKeyringStandIn();
  const imported = { getPassword: keytar.getPassword, default: keytar };
  const keychain = createKeychain({ loadKeytar: async () => imported, service: 'Whereabouts' });
  expect(await keychain.keep(ID, SECRET)).toBe('ready');
});

it('leaves nothing of its check behind', async () => {
  const keyring = createKeyringStandIn();
  expect(await keychainOn(keyring).check()).toBe('ready');
  expect(keyring.entries()).toEqual({});
});

it.each<[KeychainState, string]>([
  ['no-bus', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
  ['no-bus', 'Could not connect: No such file or directory'],
  [
    'no-bus',
    'Error spawning command line “dbus-launch --autolaunch=1 --binary-syntax”: Child process exited with code 1',
  ],
  ['no-keyring', 'The name org.freedesktop.secrets was not provided by any .service files'],
  ['no-keyring', 'Error calling StartServiceByName for org.freedesktop.secrets: Timeout was reached'],
  ['no-keyring', 'Object does not exist at path “/org/freedesktop/secrets/collection/login”'],
  ['locked', 'Cannot create an item in a locked collection'],
  ['locked', 'User interaction is not allowed.'],
  ['refused', 'The user name or passphrase you entered is not correct.'],
  ['refused', 'Something nobody has seen yet'],
])('is %s when writing answers “%s”, and remembers until the app quits', async (state, text) => {
  const keyring = createKeyringStandIn();
  keyring.failWriting(new Error(text));
  const keychain = keychainOn(keyring);
  expect(await keychain.keep(ID, SECRET)).toBe(state);
  expect(keychain.state()).toBe(state);
  expect(await keychain.recall(ID)).toEqual({ found: true, secret: SECRET });
  // Reading answers null then, as on a real one: that is never "missing".
  expect(await keychainOn(keyring).recall(ID)).toEqual({ found: false, state });
});

it.each([
  'libsecret-1.so.0: cannot open shared object file: No such file or directory',
  "Cannot find package 'keytar' imported from main.js",
])('has no library when loading answers “%s”', async (text) => {
  const keychain = createKeychain({ loadKeytar: () => Promise.reject(new Error(text)), service: 'Whereabouts' });
  expect(await keychain.keep(ID, SECRET)).toBe('no-library');
  expect(await keychain.recall('other')).toEqual({ found: false, state: 'no-library' });
  await expect(keychain.forget(ID)).resolves.toBeUndefined();
});

it('does not take a locked keyring for a missing secret', async () => {
  const keyring = createKeyringStandIn();
  await keychainOn(keyring).keep(ID, SECRET);
  keyring.lock();
  const keychain = keychainOn(keyring);
  expect(await keychain.recall(ID)).toEqual({ found: false, state: 'locked' });
  keyring.unlock();
  expect(await keychain.recall(ID)).toEqual({ found: true, secret: SECRET });
  expect(keychain.state()).toBe('ready');
});

it('reads again when the check had the keyring unlocked', async () => {
  const keyring = createKeyringStandIn();
  await keychainOn(keyring).keep(ID, SECRET);
  keyring.lock({ unlockedByWriting: true });
  expect(await keychainOn(keyring).recall(ID)).toEqual({ found: true, secret: SECRET });
});

it('writes and deletes later what it could not while locked', async () => {
  const keyring = createKeyringStandIn();
  const keychain = keychainOn(keyring);
  await keychain.keep('removed', 'old secret');
  keyring.lock();
  expect(await keychain.keep(ID, SECRET)).toBe('locked');
  await keychain.forget('removed');
  keyring.unlock();
  expect(await keychain.check()).toBe('ready');
  expect(keyring.entries()).toEqual({ [`Whereabouts/${ID}`]: SECRET });
});

it('forgets from memory also where the keychain does not answer', async () => {
  const keyring = createKeyringStandIn();
  keyring.lock();
  const keychain = keychainOn(keyring);
  await keychain.keep(ID, SECRET);
  await keychain.forget(ID);
  expect(await keychain.recall(ID)).toEqual({ found: false, state: 'locked' });
  keyring.unlock();
  expect(await keychain.check()).toBe('ready');
  expect(keyring.entries()).toEqual({});
});

it('is refused when a secret was taken and is not there', async () => {
  const keyring = createKeyringStandIn();
  keyring.loseWrites();
  expect(await keychainOn(keyring).keep(ID, SECRET)).toBe('refused');
});

it('keeps a secret too long for some systems in memory, and says so of it alone', async () => {
  const keyring = createKeyringStandIn();
  const keychain = keychainOn(keyring);
  const long = 'é'.repeat(1_201);
  expect(await keychain.keep(ID, long)).toBe('refused');
  expect(await keychain.recall(ID)).toEqual({ found: true, secret: long });
  expect(await keychain.keep('other', 'é'.repeat(1_200))).toBe('ready');
  expect(keychain.state()).toBe('ready');
  expect(Object.keys(keyring.entries())).toEqual(['Whereabouts/other']);
});

it('makes one call at a time', async () => {
  const keyring = createKeyringStandIn({ latencyMs: 2 });
  const keychain = keychainOn(keyring);
  await Promise.all([keychain.keep('a', 'aaa'), keychain.recall('b'), keychain.check(), keychain.forget('c')]);
  expect(keyring.mostAtOnce()).toBe(1);
});

it('starts no call behind one that hangs, and catches up when it returns', async () => {
  const keyring = createKeyringStandIn();
  const keychain = keychainOn(keyring);
  const states: KeychainState[] = [];
  keychain.onState((state) => states.push(state));
  const release = keyring.hangNext();

  const [first, second] = await Promise.all([keychain.keep('a', 'aaa'), keychain.keep('b', 'bbb')]);
  expect([first, second]).toEqual(['hanging', 'hanging']);
  const asked = performance.now();
  expect(await keychain.recall('c')).toEqual({ found: false, state: 'hanging' });
  expect(performance.now() - asked).toBeLessThan(30);
  expect(keyring.calls()).toEqual(['set a']);

  release();
  await vi.waitFor(() => expect(keychain.state()).toBe('ready'));
  expect(states).toEqual(['hanging', 'ready']);
  expect(keyring.entries()).toEqual({ 'Whereabouts/a': 'aaa', 'Whereabouts/b': 'bbb' });
});

it('says what a hanging call failed of in the end', async () => {
  const keyring = createKeyringStandIn();
  const keychain = keychainOn(keyring);
  const release = keyring.hangNext(new Error('Cannot create an item in a locked collection'));
  expect(await keychain.keep(ID, SECRET)).toBe('hanging');
  release();
  await vi.waitFor(() => expect(keychain.state()).toBe('locked'));
});

it('tells a change of state once, and no longer after the undo', async () => {
  const keyring = createKeyringStandIn();
  const keychain = keychainOn(keyring);
  const states: KeychainState[] = [];
  const stop = keychain.onState((state) => states.push(state));
  await keychain.check();
  await keychain.check();
  expect(states).toEqual(['ready']);
  stop();
  keyring.lock();
  await keychain.check();
  expect(states).toEqual(['ready']);
});

it('takes an empty secret for a mistake', async () => {
  await expect(keychainOn(createKeyringStandIn()).keep(ID, '')).rejects.toThrow(TypeError);
});
