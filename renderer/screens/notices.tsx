import type { Notice } from '../../electron/contract/app-state.ts';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Bar } from '../parts/bar.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = POPUP.notices;

/** What belongs to no single account: a file set aside, a keychain that can't be used. */
export function Notices() {
  const popup = usePopup();
  const { notices } = useAppState();
  if (notices.length === 0) return null;
  return (
    <section class="notices" aria-label={T.label}>
      {notices.map((notice) => (
        <Bar key={notice.id} role="note" dismiss={() => void popup.run('dismiss-notice', { noticeId: notice.id })}>
          {noticeText(notice)}
        </Bar>
      ))}
    </section>
  );
}

function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'file-set-aside':
      return T.fileSetAside({ file: notice.file, copy: notice.copy });
    case 'not-saved':
      return T.notSaved({ file: notice.file });
    case 'keychain':
      return notice.state === 'ready' || notice.state === 'unknown'
        ? T.keychainReady
        : problemText({ code: 'keychain', state: notice.state });
  }
}
