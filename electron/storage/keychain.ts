import { randomUUID } from 'node:crypto';
import type { KeychainState } from '../contract/problem.ts';
import { createCallLine } from './keychain-calls.ts';
import { keychainFailure } from './keychain-errors.ts';

/** The part of keytar that is used. Its `find…` functions are not: they crash the process on a locked keyring. */
export type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>;

export interface KeychainDeps {
  /** `loadKeytar` of load-keytar.ts in the app. Rejects where the library cannot be loaded. Called at the first use, and again while it fails. */
  loadKeytar: () => Promise<Keytar | { default: Keytar }>;
  /** The name that secrets are kept under, beside the account's id. */
  service: string;
  /** How long one call may take before it counts as hanging. */
  timeoutMs?: number;
}

export type Recalled = { found: true; secret: string } | { found: false; state: KeychainState };

/** Where secrets live: in the system's keychain, and in memory while the app runs. Never in a file. */
export interface Keychain {
  /** `unknown` until something was asked of it. */
  state(): KeychainState;
  /** Hears each change of the state; answers its own undo. */
  onState(listener: (state: KeychainState) => void): () => void;
  /**
   * Writes, reads and deletes a trial entry, which may open the system's unlock dialog: for the first use of a secret,
   * not for a start without accounts. When it works, secrets that were kept in memory only are written too.
   */
  check(): Promise<KeychainState>;
  /** `ready`: it is in the keychain, read back to be sure. Anything else: it is kept until the app quits. */
  keep(accountId: string, secret: string): Promise<KeychainState>;
  /** `found: false` with `ready` means that there is none; with any other state it cannot be known. */
  recall(accountId: string): Promise<Recalled>;
  /** From memory at once; from the keychain now, or at the next check that finds it usable. */
  forget(accountId: string): Promise<void>;
}

type Failure = Exclude<KeychainState, 'ready' | 'unknown'>;
type Asked<T> = { ok: true; value: T } | { ok: false; state: Failure };

const TRIAL_ENTRY = 'keychain-check';

/** Windows takes 2,560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE); some are left for the future. */
const MAX_SECRET_BYTES = 2_400;

export function createKeychain({ loadKeytar, service, timeoutMs = 8_000 }: KeychainDeps): Keychain {
  const listeners = new Set<(state: KeychainState) => void>();
  const memory = new Map<string, string>();
  /** Accounts whose secret is in memory and should be in the keychain, and the other way round. */
  const unsaved = new Set<string>();
  const undeleted = new Set<string>();
  let state: KeychainState = 'unknown';
  let checking: Promise<KeychainState> | null = null;
  const line = createCallLine(timeoutMs, (late) => {
    if (late.kind === 'error') enter(keychainFailure(late.error));
    else void check();
  });

  function enter<S extends KeychainState>(next: S): S {
    if (next !== state) {
      state = next;
      for (const listener of listeners) listener(next);
    }
    return next;
  }

  async function ask<T>(call: (keytar: Keytar) => Promise<T>): Promise<Asked<T>> {
    let keytar: Keytar;
    try {
      const loaded = await loadKeytar();
      // keytar is CommonJS: imported, only some of its functions have a name of their own, and all are in `default`.
      keytar = 'default' in loaded ? loaded.default : loaded;
    } catch {
      return { ok: false, state: enter('no-library') };
    }
    const answer = await line.run(() => call(keytar));
    if (answer.kind === 'value') return { ok: true, value: answer.value };
    return { ok: false, state: enter(answer.kind === 'hanging' ? 'hanging' : keychainFailure(answer.error)) };
  }

  /** Reads back too: a keychain may take a secret and not have it. */
  async function write(entry: string, secret: string): Promise<'ready' | Failure> {
    const kept = await ask(async (keytar) => {
      await keytar.setPassword(service, entry, secret);
      return (await keytar.getPassword(service, entry)) === secret;
    });
    if (!kept.ok) return kept.state;
    return kept.value ? 'ready' : 'refused';
  }

  async function tryOut(): Promise<KeychainState> {
    const written = await write(TRIAL_ENTRY, randomUUID());
    if (written !== 'ready') return enter(written);
    const deleted = await ask((keytar) => keytar.deletePassword(service, TRIAL_ENTRY));
    return deleted.ok ? enter(await catchUp()) : deleted.state;
  }

  /** Does what could not be done while the keychain was not usable. */
  async function catchUp(): Promise<KeychainState> {
    for (const accountId of undeleted) {
      const deleted = await ask((keytar) => keytar.deletePassword(service, accountId));
      if (!deleted.ok) return deleted.state;
      undeleted.delete(accountId);
    }
    for (const accountId of unsaved) {
      const secret = memory.get(accountId);
      const written = secret === undefined ? 'ready' : await write(accountId, secret);
      if (written !== 'ready') return written;
      unsaved.delete(accountId);
    }
    return 'ready';
  }

  function check(): Promise<KeychainState> {
    checking ??= tryOut().finally(() => {
      checking = null;
    });
    return checking;
  }

  async function keep(accountId: string, secret: string): Promise<KeychainState> {
    if (secret === '') throw new TypeError('A secret is never empty');
    memory.set(accountId, secret);
    undeleted.delete(accountId);
    // Says nothing about the keychain itself, so the state stays what it is.
    if (Buffer.byteLength(secret) > MAX_SECRET_BYTES) return 'refused';
    unsaved.add(accountId);
    const written = await write(accountId, secret);
    if (written === 'ready' && memory.get(accountId) === secret) unsaved.delete(accountId);
    enter(written === 'ready' ? await catchUp() : written);
    return written;
  }

  async function recall(accountId: string): Promise<Recalled> {
    const read = () => ask((keytar) => keytar.getPassword(service, accountId));
    const remembered = memory.get(accountId);
    if (remembered !== undefined) return { found: true, secret: remembered };
    let asked = await read();
    if (asked.ok && asked.value === null) {
      // A locked keyring answers null too; and the check may have had it unlocked.
      if ((await check()) !== 'ready') return { found: false, state };
      asked = await read();
    }
    if (!asked.ok) return { found: false, state: asked.state };
    if (asked.value === null) return { found: false, state: 'ready' };
    memory.set(accountId, asked.value);
    enter(await catchUp());
    return { found: true, secret: asked.value };
  }

  async function forget(accountId: string): Promise<void> {
    memory.delete(accountId);
    unsaved.delete(accountId);
    undeleted.add(accountId);
    const deleted = await ask((keytar) => keytar.deletePassword(service, accountId));
    // `false` is "there was none", or "it is locked": then only a check can tell.
    if (deleted.ok && deleted.value) undeleted.delete(accountId);
    else if (deleted.ok) await check();
  }

  return {
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check,
    keep,
    recall,
    forget,
  };
}
