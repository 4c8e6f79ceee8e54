import type { ComponentChildren } from 'preact';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';

interface Props {
  role: 'alert' | 'status' | 'note';
  children: ComponentChildren;
  dismiss?: () => void;
}

/** A line across the popup with something to know, and a way to be rid of it. */
export function Bar({ role, children, dismiss }: Props) {
  return (
    <div class={`bar ${role}`} role={role}>
      <p>{children}</p>
      {dismiss && (
        <button type="button" class="button plain close" aria-label={POPUP.dismiss} onClick={dismiss}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" />
          </svg>
        </button>
      )}
    </div>
  );
}
