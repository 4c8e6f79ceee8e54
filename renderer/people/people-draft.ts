import { batch, type Signal, signal } from '@preact/signals';
import type { FieldProblem, Person } from '../../electron/contract/administration.ts';
import { createDraft, type Draft } from '../draft.ts';

/** A status being made up for others, and for whom. Apart from one's own draft, and outlives the screen. */
export interface PeopleDraft {
  /** null: the first account that may. */
  accountId: Signal<string | null>;
  people: Signal<Person[]>;
  query: Signal<string>;
  status: Draft;
  /** What the server, or main, had against it. */
  wrong: Signal<FieldProblem | null>;
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
  const wrong = signal<FieldProblem | null>(null);
  return {
    accountId,
    people,
    query,
    status,
    wrong,
    chooseAccount(chosen) {
      batch(() => {
        if (chosen !== accountId.value) people.value = [];
        if (chosen !== accountId.value) status.availability.value = null;
        if (chosen !== accountId.value) wrong.value = null;
        accountId.value = chosen;
      });
    },
    reset() {
      batch(() => {
        people.value = [];
        query.value = '';
        wrong.value = null;
        status.reset();
      });
    },
  };
}
