import { useLayoutEffect, useRef } from 'preact/hooks';
import { SIGN_IN } from '../../electron/contract/languages/en/sign-in.ts';
import { listed } from '../../electron/contract/languages/texts.ts';
import { Button } from '../parts/button.tsx';

const T = SIGN_IN;

/** Names the options of a zuliprc file that hold nothing here. */
export function NotUsedNote({ options }: { options: readonly string[] | undefined }) {
  if (options === undefined) return null;
  return (
    <p class="hint" role="status">
      {T.notUsed({ options: listed(options) })}
    </p>
  );
}

/** The same once signed in, where it would be gone with the form before anybody has read it. */
export function SignedInWithout({ options, goOn }: { options: readonly string[]; goOn: () => void }) {
  const button = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => button.current?.querySelector('button')?.focus(), []);
  return (
    <>
      <NotUsedNote options={options} />
      <div class="page-actions" ref={button}>
        <Button look="primary" onClick={goOn}>
          {T.find}
        </Button>
      </div>
    </>
  );
}
