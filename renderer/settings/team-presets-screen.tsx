import { useId, useState } from 'preact/hooks';
import { TEAM_PRESETS } from '../../electron/contract/languages/en/team-presets.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import type { TeamPresets } from '../../electron/contract/team-presets.ts';
import { agoText, durationText } from '../../electron/contract/texts/duration-texts.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { Field, ProblemLine } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = TEAM_PRESETS;

/** Where a team's presets come from, and the presets themselves, to be copied. */
export function TeamPresetsScreen() {
  const { teamPresets } = useAppState();
  const { source, presets } = teamPresets;
  return (
    <Page title={T.title}>
      <p class="hint">{T.lead}</p>
      {source === null ? <SourceForm /> : <Source team={teamPresets} />}
      {source !== null && <CopyList presets={presets} />}
    </Page>
  );
}

function SourceForm() {
  const popup = usePopup();
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (form: HTMLFormElement) => {
    const address = String(new FormData(form).get('address') ?? '');
    const answer = await popup.ask('set-team-presets-address', { address });
    setProblem(answer.ok ? null : problemText(answer.problem));
    if (!answer.ok) form.querySelector('input')?.focus();
  };
  const choose = async () => {
    const answer = await popup.ask('choose-team-presets-file', null);
    if (!answer.ok && answer.problem.code !== 'file-not-chosen') popup.problem.value = answer.problem;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <Field label={T.address} name="address" inputMode="url" hint={T.addressHint} problem={problem} />
      <div class="page-actions">
        <Button look="primary" type="submit">
          {T.use}
        </Button>
        <Button onClick={() => void choose()}>{T.file}</Button>
      </div>
    </form>
  );
}

function Source({ team }: { team: TeamPresets }) {
  const popup = usePopup();
  const { source, name, readAt, reading, problem, presets } = team;
  const shown = source?.shown ?? '';
  return (
    <section class="card job" aria-label={T.from({ source: shown })}>
      <p class="team-source">{name === null ? T.from({ source: shown }) : T.named({ name, source: shown })}</p>
      <p class="job-state" role="status">
        {reading ? T.reading : readAt !== null && T.read({ ago: agoText(readAt, popup.now.value) })}
      </p>
      <ProblemLine text={problem && problemText(problem)} />
      {problem !== null && presets.length > 0 && <p class="hint">{T.kept}</p>}
      <div class="page-actions">
        <Button busy={reading} onClick={() => void popup.run('refresh-team-presets', null)}>
          {T.refresh}
        </Button>
        <Button look="plain" onClick={() => void popup.run('remove-team-presets', null)}>
          {T.remove}
        </Button>
      </div>
    </section>
  );
}

function CopyList({ presets }: { presets: Preset[] }) {
  const popup = usePopup();
  const { locale } = useAppState();
  const [said, setSaid] = useState('');
  const id = useId();
  const copy = async ({ id: presetId, text }: Preset) => {
    if (await popup.run('copy-team-preset', { presetId })) setSaid(T.copied({ preset: text }));
  };
  return (
    <section class="setting">
      <h2 id={id}>{T.presets}</h2>
      {presets.length === 0 && <p class="empty">{T.none}</p>}
      <ul class="preset-rows" aria-labelledby={id}>
        {presets.map((preset) => (
          <li key={preset.id} class="preset-row">
            <span class="preset-open">
              <Emoji emoji={preset.emoji} />
              <span class="row-text">{preset.text}</span>
              <span class="row-end">{durationText(preset.duration, locale)}</span>
            </span>
            <Button look="plain" label={T.copyLong({ preset: preset.text })} onClick={() => void copy(preset)}>
              {T.copy}
            </Button>
          </li>
        ))}
      </ul>
      <p class="said" role="status">
        {said}
      </p>
    </section>
  );
}
