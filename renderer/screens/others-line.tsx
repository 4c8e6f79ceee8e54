import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { Button } from '../parts/button.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = STATUS_SCREEN.others;

/** What is under way for other people, or has failed for some of them. Nothing of one's own, and nothing once all is well. */
export function OthersLine() {
  const popup = usePopup();
  const { peopleJobs } = useAppState();
  const running = peopleJobs.filter((job) => job.running).flatMap((job) => job.outcomes);
  const open = running.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  const failed = peopleJobs.flatMap((job) => job.outcomes).filter(({ state }) => state === 'rejected').length;
  const isRunning = running.length > 0;
  if (!isRunning && failed === 0) return <div aria-live="polite" />;
  return (
    // Each step would be too much to say; that it has ended badly is not.
    <div class="bar" aria-live={isRunning ? 'off' : 'polite'}>
      <p>
        {isRunning ? T.running({ done: running.length - open, count: running.length }) : T.failed({ count: failed })}
      </p>
      <Button label={T.showLong} onClick={() => popup.go({ name: 'people' })}>
        {T.show}
      </Button>
    </div>
  );
}
