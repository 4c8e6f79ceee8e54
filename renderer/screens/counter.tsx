import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { TextLength } from '../text-length.ts';

const T = STATUS_SCREEN.compose;

/** How much of the strictest account's limit is used. */
export function Counter({ length }: { length: TextLength | null }) {
  if (length === null) return null;
  return (
    <span class="counter">
      <span aria-hidden="true">{T.counter({ length: length.length, max: length.max })}</span>
      <span class="sr-only">{T.counterLong({ length: length.length, max: length.max })}</span>
    </span>
  );
}
