import type { Settings } from '../contract/app-state.ts';
import { createListeners } from '../contract/listeners.ts';
import type { Result } from '../contract/result.ts';
import type { Store } from '../storage/store.ts';

export interface SettingsService {
  get(): Settings;
  change(change: Partial<Settings>): Result<null>;
  onChange(listener: () => void): () => void;
}

export function createSettingsService(store: Store<Settings>): SettingsService {
  const changes = createListeners<null>();
  return {
    get: () => store.get(),
    change(change) {
      const result = store.set({ ...store.get(), ...change });
      changes.tell(null);
      return result;
    },
    onChange: changes.add,
  };
}
