import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { usePopup } from '../popup-context.ts';

interface Props {
  title: string;
  children: ComponentChildren;
  /** True where a field of the page takes the focus itself. */
  focusesItself?: boolean;
}

/** Every screen but the status screen: a way back, a title, and room that scrolls. */
export function Page({ title, children, focusesItself = false }: Props) {
  const popup = usePopup();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!focusesItself) heading.current?.focus();
  }, [focusesItself]);
  return (
    <main class="page">
      <header class="page-head">
        <button type="button" class="button plain back" aria-label={POPUP.back} onClick={() => popup.goBack()}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M10 3 5 8l5 5" />
          </svg>
        </button>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
      </header>
      <div class="page-body">{children}</div>
    </main>
  );
}
