import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FoundServer, SignInStep, SignInWay } from '../../electron/contract/account.ts';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { SIGN_IN } from '../../electron/contract/languages/en/sign-in.ts';
import { listed } from '../../electron/contract/languages/texts.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Result } from '../../electron/contract/result.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { usePopup } from '../popup-context.ts';
import { NotUsedNote, SignedInWithout } from './not-used-note.tsx';
import { readSignIn, SignInFields } from './sign-in-fields.tsx';
import { TwoFactorFields } from './two-factor-fields.tsx';

const T = SIGN_IN;

interface Props {
  server: FoundServer;
  login: string | undefined;
}

/**
 * The ways in that a server has, and the step after a password where it asks for a second proof. Secrets stay in the
 * form's own fields, are read when it is sent, and are emptied when the sign-in has gone through.
 */
export function SignInForm({ server, login }: Props) {
  const popup = usePopup();
  const form = useRef<HTMLFormElement>(null);
  const [way, setWay] = useState<SignInWay | undefined>(server.signInWays[0]);
  const [twoFactor, setTwoFactor] = useState<'totp' | 'email' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [notUsed, setNotUsed] = useState<readonly string[] | null>(null);

  // The field to fill in changes with the way and the step.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLInputElement>(twoFactor ? 'input[name=code]' : '.way-fields input')?.focus();
  }, [way, twoFactor]);

  const send = async (asking: Promise<Result<SignInStep>>) => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return form.current?.querySelector<HTMLInputElement>('[data-wrong]')?.focus();
    if (answer.value.step === 'two-factor') return setTwoFactor(answer.value.method);
    form.current?.reset();
    if (answer.value.notUsed !== undefined) return setNotUsed(answer.value.notUsed);
    popup.go({ name: 'status' });
  };

  const submit = () => {
    if (busy || form.current === null || way === undefined) return;
    if (way === 'zuliprc') return void send(popup.ask('sign-in-with-zuliprc', null));
    const read = readSignIn(form.current, way, server, twoFactor !== null);
    setMissing(read.ok ? null : T.empty({ label: read.missing }));
    if (read.ok) void send(popup.ask('sign-in', read.request));
  };

  const choose = (next: SignInWay) => {
    setWay(next);
    setProblem(null);
    setMissing(null);
  };

  const back = () => {
    setTwoFactor(null);
    setProblem(null);
  };

  if (notUsed !== null) return <SignedInWithout options={notUsed} goOn={() => popup.go({ name: 'status' })} />;
  const words = missing ?? (problem && problemText(problem));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div hidden={twoFactor !== null}>
        <Ways server={server} way={way} choose={choose} />
        {way && <SignInFields server={server} way={way} login={login} problem={twoFactor ? null : words} />}
      </div>
      <NotUsedNote options={problem?.code === 'certificate' ? problem.notUsed : undefined} />
      {twoFactor && <TwoFactorFields method={twoFactor} server={server} form={form} problem={words} />}
      {way === undefined && <ProblemLine text={problem && problemText(problem)} />}
      {twoFactor === null && <ExternalWays server={server} />}
      <div class="page-actions">
        {way && (
          <Button look="primary" type="submit" busy={busy}>
            {busy ? T.signingIn : submitText(way, twoFactor !== null)}
          </Button>
        )}
        {twoFactor && (
          <Button look="plain" onClick={back}>
            {POPUP.back}
          </Button>
        )}
      </div>
    </form>
  );
}

function submitText(way: SignInWay, twoFactor: boolean): string {
  if (twoFactor) return T.confirm;
  return way === 'zuliprc' ? T.chooseFile : T.signIn;
}

interface WaysProps {
  server: FoundServer;
  way: SignInWay | undefined;
  choose: (way: SignInWay) => void;
}

function Ways({ server, way, choose }: WaysProps) {
  if (server.signInWays.length < 2) return null;
  return (
    <fieldset class="segments">
      <legend>{T.ways}</legend>
      <div class="segment-row">
        {server.signInWays.map((each) => (
          <label key={each}>
            <input type="radio" name="way" value={each} checked={each === way} onChange={() => choose(each)} />
            <span>{T.way[each]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Named, so that nobody looks for them in vain. */
function ExternalWays({ server }: { server: FoundServer }) {
  if (server.externalWays.length === 0) return null;
  const names = listed(server.externalWays);
  return <p class="hint">{server.signInWays.length === 0 ? T.onlyExternal({ names }) : T.external({ names })}</p>;
}
