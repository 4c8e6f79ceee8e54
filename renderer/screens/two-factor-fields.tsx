import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { FoundServer } from '../../electron/contract/account.ts';
import { SIGN_IN } from '../../electron/contract/languages/en/sign-in.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { usePopup } from '../popup-context.ts';

const T = SIGN_IN;

interface Props {
  method: 'totp' | 'email';
  server: FoundServer;
  /** Holds the login to which another code is mailed. */
  form: RefObject<HTMLFormElement | null>;
  problem: string | null;
}

export function TwoFactorFields({ method, server, form, problem }: Props) {
  const popup = usePopup();
  const [answer, setAnswer] = useState('');
  const resend = async () => {
    if (form.current === null) return;
    const login = String(new FormData(form.current).get('login') ?? '').trim();
    const result = await popup.ask('resend-code', { url: server.url, login });
    setAnswer(result.ok ? T.resent : problemText(result.problem));
  };
  return (
    <div class="way-fields">
      <p class="lead">{T.twoFactorLead}</p>
      <Field
        label={method === 'totp' ? T.totp : T.emailCode}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        problem={problem}
      />
      {method === 'email' && (
        <p class="link-line">
          <Button look="plain" onClick={() => void resend()}>
            {T.resend}
          </Button>
          <span role="status">{answer}</span>
        </p>
      )}
    </div>
  );
}
