import { setTimeout as sleep } from 'node:timers/promises';
import type { Keytar } from '../../electron/storage/keychain.ts';

export interface KeyringStandIn {
  keytar: Keytar;
  /** What is kept, under `service/account`. */
  entries(): Record<string, string>;
  /** What was asked, as `set a`. */
  calls(): string[];
  mostAtOnce(): number;
  lock(how?: { unlockedByWriting: boolean }): void;
  unlock(): void;
  /** Each write fails so; reading finds nothing. */
  failWriting(error: Error): void;
  loseWrites(): void;
  /** The next call answers only when the answer of this is called. */
  hangNext(error?: Error): () => void;
}

/** Answers as keytar does over libsecret: a locked keyring reads as null and deletes as false; only writing complains. */
export function createKeyringStandIn({ latencyMs = 0 } = {}): KeyringStandIn {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  let locked: 'no' | 'yes' | 'until-written' = 'no';
  let writeError: Error | null = null;
  let losing = false;
  let running = 0;
  let most = 0;
  let hang: Promise<void> | null = null;

  async function call<T>(name: string, act: () => T): Promise<T> {
    calls.push(name);
    running += 1;
    most = Math.max(most, running);
    try {
      const hanging = hang;
      hang = null;
      await hanging;
      await sleep(latencyMs);
      return act();
    } finally {
      running -= 1;
    }
  }

  const readable = () => locked === 'no' && writeError === null;

  return {
    keytar: {
      getPassword: (service, account) =>
        call(`get ${account}`, () => (readable() ? (kept.get(`${service}/${account}`) ?? null) : null)),
      setPassword: (service, account, password) =>
        call(`set ${account}`, () => {
          if (writeError !== null) throw writeError;
          if (locked === 'yes') throw new Error('Cannot create an item in a locked collection');
          locked = 'no';
          if (!losing) kept.set(`${service}/${account}`, password);
        }),
      deletePassword: (service, account) =>
        call(`delete ${account}`, () => readable() && kept.delete(`${service}/${account}`)),
    },
    entries: () => Object.fromEntries(kept),
    calls: () => calls,
    mostAtOnce: () => most,
    lock(how) {
      locked = how?.unlockedByWriting ? 'until-written' : 'yes';
    },
    unlock() {
      locked = 'no';
    },
    failWriting(error) {
      writeError = error;
    },
    loseWrites() {
      losing = true;
    },
    hangNext(error) {
      let release = () => {};
      hang = new Promise((resolve, reject) => {
        release = () => (error ? reject(error) : resolve());
      });
      return release;
    },
  };
}
