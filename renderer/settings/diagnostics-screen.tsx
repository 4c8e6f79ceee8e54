import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { DiagnosedAccount, Diagnostics } from '../../electron/contract/diagnostics.ts';
import { DIAGNOSTICS } from '../../electron/contract/languages/en/diagnostics.ts';
import { shortProblemText } from '../../electron/contract/texts/short-problem-texts.ts';
import { KIND_NAMES } from '../kind-names.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { shortcutKeys } from '../shortcut-keys.ts';

const T = DIAGNOSTICS;

/** What somebody who helps needs to know, and exactly what is copied for them. */
export function DiagnosticsScreen() {
  const popup = usePopup();
  const state = useAppState();
  const [withAddresses, setWithAddresses] = useState(false);
  const [read, setRead] = useState<{ facts: Diagnostics; report: string } | null>(null);
  const [said, setSaid] = useState('');
  const id = useId();

  useEffect(() => {
    let gone = false;
    void popup.ask('read-diagnostics', { withAddresses }).then((answer) => {
      if (answer.ok && !gone) setRead(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [popup, withAddresses, state.accounts, state.shortcut, state.keychain]);

  const copy = async () => {
    setSaid('');
    if (await popup.run('copy-diagnostics', { withAddresses })) setSaid(T.copied);
  };
  return (
    <Page title={T.title}>
      {read !== null && <Facts facts={read.facts} />}
      <section class="setting" aria-labelledby={`${id}-report`}>
        <h2 id={`${id}-report`}>{T.report}</h2>
        <p class="hint">{T.reportHint}</p>
        <label class="choice">
          <input
            type="checkbox"
            checked={withAddresses}
            onChange={(event) => setWithAddresses(event.currentTarget.checked)}
          />
          {T.withAddresses}
        </label>
        <textarea class="report" readOnly rows={8} aria-labelledby={`${id}-report`} value={read?.report ?? ''} />
        <div class="setting-row">
          <Button look="primary" onClick={() => void copy()}>
            {T.copy}
          </Button>
          <Button onClick={() => void popup.run('open-log-folder', null)}>{T.openLog}</Button>
          <span class="said" role="status">
            {said}
          </span>
        </div>
      </section>
    </Page>
  );
}

function Facts({ facts }: { facts: Diagnostics }) {
  const { versions, shortcut, keychain } = facts;
  const { platform } = useAppState();
  const keys = shortcut.accelerator === null ? null : shortcutKeys(shortcut.accelerator, platform).join(' ');
  const shortcutText = shortcut.registered ? T.shortcutActive : T.shortcutInactive;
  const kept = { ready: T.keychainReady, unknown: T.keychainUnknown }[keychain as string] ?? T.keychainNotReady;
  const line = (name: string, value: ComponentChildren) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl class="facts">
      {line(T.app, versions.app)}
      {line(T.electron, versions.electron)}
      {line(T.chromium, versions.chromium)}
      {line(T.node, versions.node)}
      {line(T.system, versions.system)}
      {line(T.display, facts.display)}
      {line(T.language, facts.locale)}
      {line(T.keychain, kept)}
      {line(T.shortcut, keys === null ? T.shortcutNone : shortcutText({ keys }))}
      {facts.accounts.length > 0 &&
        line(
          T.accounts,
          <ul>
            {facts.accounts.map((account, index) => (
              <li key={index}>
                {T.account({ kind: KIND_NAMES[account.kind], version: account.serverVersion, host: account.host })}
                <small>{accountState(account)}</small>
              </li>
            ))}
          </ul>,
        )}
    </dl>
  );
}

function accountState({ signIn, outcome, problem }: DiagnosedAccount): string {
  if (signIn === 'needed') return T.signInNeeded;
  if (signIn === 'keychain-locked') return T.keychainLocked;
  const why = problem === null ? '' : shortProblemText(problem);
  if (outcome === 'waiting' || outcome === 'rejected') return T.outcome[outcome]({ problem: why });
  return T.outcome[outcome];
}
