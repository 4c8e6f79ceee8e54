import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FoundServer, ServerKind } from '../../electron/contract/account.ts';
import { FIRST_RUN } from '../../electron/contract/languages/en/first-run.ts';
import { SIGN_IN } from '../../electron/contract/languages/en/sign-in.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { KIND_NAMES } from '../kind-names.ts';
import { AccountIcon } from '../parts/account-icon.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { usePopup } from '../popup-context.ts';
import { SignInForm } from './sign-in-form.tsx';

const T = SIGN_IN;

interface Props {
  kind: ServerKind | null;
  address?: string;
  login?: string;
}

/** First the server's address, then the ways in that this server has. */
export function AddAccountScreen({ kind, address, login }: Props) {
  const [found, setFound] = useState<FoundServer | null>(null);
  const title = address !== undefined ? T.again : kind === null ? T.title : FIRST_RUN[FIRST_RUN_NAMES[kind]];
  return (
    <Page title={title} focusesItself>
      {found === null ? (
        <AddressForm start={address} onFound={setFound} />
      ) : (
        <>
          <div class="found">
            <AccountIcon name={found.name} icon={found.icon} />
            <div class="card-words">
              <b>{found.name}</b>
              <span>{T.found({ kind: KIND_NAMES[found.kind], version: found.version })}</span>
              <span>{found.url.replace('https://', '')}</span>
            </div>
            <Button look="plain" onClick={() => setFound(null)}>
              {T.otherServer}
            </Button>
          </div>
          <SignInForm server={found} login={login} />
        </>
      )}
    </Page>
  );
}

const FIRST_RUN_NAMES = { zulip: 'zulip', 'rocket-chat': 'rocketChat' } as const;

function AddressForm({ start, onFound }: { start: string | undefined; onFound: (found: FoundServer) => void }) {
  const popup = usePopup();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  useLayoutEffect(() => input.current?.focus(), []);

  const find = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await popup.ask('find-server', { address: input.current?.value.trim() ?? '' });
    setBusy(false);
    if (answer.ok) return onFound(answer.value);
    setProblem(answer.problem);
    input.current?.focus();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <Field
        label={T.address}
        name="address"
        hint={T.addressHint}
        inputMode="url"
        start={start}
        inputRef={input}
        problem={problem && problemText(problem)}
      />
      <div class="page-actions">
        <Button look="primary" type="submit" busy={busy}>
          {busy ? T.finding : T.find}
        </Button>
      </div>
    </form>
  );
}
