import type { Notice } from '../contract/app-state.ts';
import { createListeners } from '../contract/listeners.ts';
import type { KeychainState } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';

export interface Notices {
  list(): Notice[];
  add(notice: Notice): void;
  /** One word at a time about the keychain: the newest state, or nothing while it is usable. */
  keychain(state: KeychainState): void;
  dismiss(noticeId: string): Result<null>;
  onChange(listener: () => void): () => void;
}

/** What the user should know and no single account can say. */
export function createNotices(): Notices {
  let notices: Notice[] = [];
  const changes = createListeners<null>();

  function put(next: Notice[]): void {
    notices = next;
    changes.tell(null);
  }

  const without = (id: string) => notices.filter((notice) => notice.id !== id);

  return {
    list: () => notices,
    add: (notice) => put([...without(notice.id), notice]),
    keychain(state) {
      const quiet = state === 'ready' || state === 'unknown';
      put(quiet ? without('keychain') : [...without('keychain'), { id: 'keychain', kind: 'keychain', state }]);
    },
    dismiss(noticeId) {
      const others = without(noticeId);
      if (others.length === notices.length) return fail({ code: 'not-found' });
      put(others);
      return ok(null);
    },
    onChange: changes.add,
  };
}
