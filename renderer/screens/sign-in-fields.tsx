import type { FoundServer, SignInRequest, SignInWay } from '../../electron/contract/account.ts';
import { SIGN_IN } from '../../electron/contract/languages/en/sign-in.ts';
import { Button } from '../parts/button.tsx';
import { Field, ProblemLine } from '../parts/field.tsx';
import { usePopup } from '../popup-context.ts';

const T = SIGN_IN;

interface Props {
  server: FoundServer;
  way: SignInWay;
  login: string | undefined;
  problem: string | null;
}

/** The fields of one way to sign in; the problem stands at the last of them. */
export function SignInFields({ server, way, login, problem }: Props) {
  if (way === 'zuliprc') {
    return (
      <div class="way-fields">
        <p class="hint">{T.zuliprcHint}</p>
        <SettingsLink server={server} />
        <ProblemLine text={problem} />
      </div>
    );
  }
  const first = {
    password: { name: 'login', label: T.login[server.loginLabel] },
    'api-key': { name: 'login', label: T.apiKeyEmail },
    'access-token': { name: 'user-id', label: T.userId },
  }[way];
  const second = {
    password: { name: 'password', label: T.password, hint: T.secretNote },
    'api-key': { name: 'api-key', label: T.apiKey, hint: T.apiKeyHint },
    'access-token': { name: 'token', label: T.token, hint: T.tokenHint },
  }[way];
  return (
    // A new way means new fields: nothing typed for one reaches another.
    <div class="way-fields" key={way}>
      <Field {...first} start={way === 'access-token' ? undefined : login} autoComplete="username" />
      <Field {...second} type="password" problem={problem} />
      {way !== 'password' && <SettingsLink server={server} />}
    </div>
  );
}

/** Where the user finds the key or token on the server. */
function SettingsLink({ server }: { server: FoundServer }) {
  const popup = usePopup();
  if (!server.url.startsWith('https:')) return null;
  const path = server.kind === 'zulip' ? '/#settings/account-and-privacy' : '/account/tokens';
  return (
    <p class="link-line">
      <Button look="plain" onClick={() => void popup.run('open-link', { url: server.url + path })}>
        {T.openSettings}
      </Button>
    </p>
  );
}

type ReadSignIn = { ok: true; request: SignInRequest } | { ok: false; missing: string };

/** What the form holds, as one request; or the label of a field that is still empty. */
export function readSignIn(
  form: HTMLFormElement,
  way: Exclude<SignInWay, 'zuliprc'>,
  server: FoundServer,
  withCode: boolean,
): ReadSignIn {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? '');
  const { url, kind } = server;
  const login = value('login').trim();
  switch (way) {
    case 'password': {
      if (login === '') return { ok: false, missing: T.login[server.loginLabel] };
      const password = value('password');
      if (password === '') return { ok: false, missing: T.password };
      const twoFactorCode = value('code').replaceAll(/\s/g, '');
      if (withCode && twoFactorCode === '') return { ok: false, missing: T.codeShort };
      return { ok: true, request: { way, kind, url, login, password, ...(withCode && { twoFactorCode }) } };
    }
    case 'api-key': {
      if (login === '') return { ok: false, missing: T.apiKeyEmail };
      const apiKey = value('api-key').trim();
      if (apiKey === '') return { ok: false, missing: T.apiKey };
      return { ok: true, request: { way, kind: 'zulip', url, login, apiKey } };
    }
    case 'access-token': {
      const userId = value('user-id').trim();
      if (userId === '') return { ok: false, missing: T.userId };
      const token = value('token').trim();
      if (token === '') return { ok: false, missing: T.token };
      return { ok: true, request: { way, kind: 'rocket-chat', url, userId, token } };
    }
  }
}
