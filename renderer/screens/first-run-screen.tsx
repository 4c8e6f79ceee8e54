import { useState } from 'preact/hooks';
import { FIRST_RUN } from '../../electron/contract/languages/en/first-run.ts';
import { usePopup } from '../popup-context.ts';

const T = FIRST_RUN;

/** Shown while there is no account: three ways to begin. */
export function FirstRunScreen() {
  const popup = usePopup();
  const [starting, setStarting] = useState(false);
  const tryIt = async () => {
    setStarting(true);
    await popup.run('start-try-it', null);
    setStarting(false);
  };
  return (
    <main class="first-run">
      <p class="greeting" aria-hidden="true">
        👋
      </p>
      <h1>{T.title}</h1>
      <p class="lead">{T.lead}</p>
      <div class="ways">
        <Way label={T.zulip} hint={T.zulipHint} choose={() => popup.go({ name: 'add-account', kind: 'zulip' })} />
        <Way
          label={T.rocketChat}
          hint={T.rocketChatHint}
          choose={() => popup.go({ name: 'add-account', kind: 'rocket-chat' })}
        />
        <Way label={starting ? T.starting : T.tryIt} hint={T.tryItHint} busy={starting} choose={() => void tryIt()} />
      </div>
    </main>
  );
}

interface WayProps {
  label: string;
  hint: string;
  busy?: boolean;
  choose: () => void;
}

function Way({ label, hint, busy = false, choose }: WayProps) {
  return (
    <button
      type="button"
      class="way"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) choose();
      }}
    >
      <b>{label}</b>
      <span class="hint">{hint}</span>
    </button>
  );
}
