import { batch, type Signal, signal } from '@preact/signals';
import type { Person } from '../../electron/contract/administration.ts';
import { createDraft, type Draft } from '../draft.ts';

/** A status being made up for others, and for whom. Apart from one's own draft, and outlives the screen. */
export interface PeopleDraft {
  /** null: the first account that may. */
  accountId: Signal<string | null>;
  people: Signal<Person[]>;
  query: Signal<string>;
  status: Draft;
  /** Other people are there, so those chosen before are let go. */
  chooseAccount(accountId: string): void;
  /** Empties all but the account. */
  reset(): void;
}

export function createPeopleDraft(): PeopleDraft {
  const accountId = signal<string | null>(null);
  const people = signal<Person[]>([]);
  const query = signal('');
  const status = createDraft();
  return {
    accountId,
    people,
    query,
    status,
    chooseAccount(chosen) {
      batch(() => {
        if (chosen !== accountId.value) people.value = [];
        if (chosen !== accountId.value) status.availability.value = null;
        accountId.value = chosen;
      });
    },
    reset() {
      batch(() => {
        people.value = [];
        query.value = '';
        status.reset();
      });
    },
  };
}
