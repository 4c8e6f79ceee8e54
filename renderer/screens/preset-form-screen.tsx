import { signal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { PRESETS } from '../../electron/contract/languages/en/presets.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import type { PresetDraft } from '../../electron/contract/preset.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Status, StatusEmoji } from '../../electron/contract/status.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { chosenIds } from '../chosen-ids.ts';
import { createDraft, type Draft } from '../draft.ts';
import { LookLines } from '../emoji/look-lines.tsx';
import { PresetFallback } from '../emoji/preset-fallback.tsx';
import { StatusTextInput } from '../emoji/status-text-input.tsx';
import { AccountsPill } from '../parts/accounts-pill.tsx';
import { AvailabilityPill } from '../parts/availability-pill.tsx';
import { Button } from '../parts/button.tsx';
import { DurationPill } from '../parts/duration-pill.tsx';
import { EmojiField } from '../parts/emoji-field.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { MakeWorkspaceStatus } from '../people/make-workspace-status.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { strictestLength } from '../text-length.ts';

const T = PRESETS;

/** Makes a preset, or changes one. */
export function PresetFormScreen({ presetId }: { presetId: string | null }) {
  const popup = usePopup();
  const id = useId();
  const { presets, accounts } = useAppState();
  const preset = presets.find((each) => each.id === presetId);
  // A new snapshot must not undo what is being typed.
  const draft = useMemo(() => createDraft(preset), [presetId]);
  const fallback = useMemo(() => signal(preset?.fallbackEmoji ?? null), [presetId]);
  const [accountIds, setAccountIds] = useState(preset?.accountIds ?? null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const chosen = accounts.filter((account) => chosenIds(accounts, accountIds).includes(account.id));
  const length = strictestLength(chosen, draft.emoji.value, draft.text.value);
  const over = length === null ? 0 : length.length - length.max;

  const save = async () => {
    if (over > 0) return;
    const here = popup.screen.value;
    const answer = await popup.ask('save-preset', { presetId, preset: presetOf(draft, fallback.value, accountIds) });
    if (!answer.ok) setProblem(answer.problem);
    // Who has gone elsewhere meanwhile stays there.
    else if (popup.screen.value === here) popup.go({ name: 'presets' });
  };

  return (
    <Page title={presetId === null ? T.formNew : T.formEdit} focusesItself>
      <form
        class="preset-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class={over > 0 ? 'compose-field wrong' : 'compose-field'}>
          <EmojiField emoji={draft.emoji} />
          <NameInput draft={draft} describedBy={`${id}-problem`} />
        </div>
        <ProblemLine
          id={`${id}-problem`}
          text={
            length && over > 0
              ? STATUS_SCREEN.compose.tooLong({ over, server: length.serverName })
              : problem && problemText(problem)
          }
        />
        <LookLines status={statusOf(presetOf(draft, fallback.value, accountIds))} accounts={chosen} />
        <PresetFallback emoji={draft.emoji} fallback={fallback} />
        <Labelled label={T.availability}>
          <AvailabilityPill availability={draft.availability} accounts={chosen} />
        </Labelled>
        <Labelled label={T.duration}>
          <DurationPill duration={draft.duration} then={draft.then} />
        </Labelled>
        {accounts.length > 0 && <PresetAccounts accountIds={accountIds} choose={setAccountIds} />}
        <MakeWorkspaceStatus draft={draft} />
        <div class="page-actions">
          <Button look="primary" type="submit" disabled={over > 0}>
            {POPUP.save}
          </Button>
          <Button look="plain" onClick={() => popup.goBack()}>
            {POPUP.cancel}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function NameInput({ draft, describedBy }: { draft: Draft; describedBy: string }) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <StatusTextInput label={T.text} text={draft.text} emoji={draft.emoji} inputRef={input} describedBy={describedBy} />
  );
}

function Labelled({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div class="labelled">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

interface PresetAccountsProps {
  accountIds: string[] | null;
  choose: (accountIds: string[] | null) => void;
}

function PresetAccounts({ accountIds, choose }: PresetAccountsProps) {
  const { accounts } = useAppState();
  const all = accounts.map((account) => account.id);
  const choice = (label: string, value: string[] | null) => (
    <label class="choice">
      <input
        type="radio"
        name="preset-accounts"
        checked={(accountIds === null) === (value === null)}
        onChange={() => choose(value)}
      />
      {label}
    </label>
  );
  return (
    <fieldset class="choices">
      <legend>{T.accounts}</legend>
      {choice(T.chosen, null)}
      <div class="setting-row">
        {choice(T.onlyThese, all)}
        {accountIds !== null && (
          <AccountsPill accounts={accounts} chosen={accountIds} choose={(next) => choose(next ?? all)} />
        )}
      </div>
    </fieldset>
  );
}

/** What it will set, as far as that can be told before; null while it would set nothing. */
function statusOf({ emoji, fallbackEmoji, text, availability, then }: PresetDraft): Status | null {
  if (emoji === null && text === '') return null;
  return { emoji, fallbackEmoji: fallbackEmoji ?? null, text, availability, until: null, then };
}

function presetOf(draft: Draft, fallbackEmoji: StatusEmoji | null, accountIds: string[] | null): PresetDraft {
  return {
    emoji: draft.emoji.value,
    fallbackEmoji: draft.emoji.value === null ? null : fallbackEmoji,
    text: draft.text.value.trim(),
    availability: draft.availability.value,
    duration: draft.duration.value,
    then: draft.then.value,
    accountIds,
  };
}
