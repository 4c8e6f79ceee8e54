import { useEffect, useId, useState } from 'preact/hooks';
import type { ReadyCommand } from '../../electron/contract/command-line.ts';
import { READY_COMMANDS } from '../../electron/contract/languages/en/ready-commands.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import { statusText } from '../../electron/contract/texts/status-texts.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = READY_COMMANDS;

/** Each preset as a command to copy, and the presets that links may set without asking. */
export function CommandsScreen() {
  return (
    <Page title={T.title}>
      <p class="lead">{T.lead}</p>
      <Commands />
      <AllowedLinks />
    </Page>
  );
}

function Commands() {
  const popup = usePopup();
  const { presets, teamPresets } = useAppState();
  const [commands, setCommands] = useState<ReadyCommand[]>([]);
  const [said, setSaid] = useState('');
  const id = useId();
  // They change with the presets.
  useEffect(() => {
    void popup.ask('list-ready-commands', null).then((answer) => {
      if (answer.ok) setCommands(answer.value);
    });
  }, [popup, presets, teamPresets.presets]);
  const all = [...presets, ...teamPresets.presets];
  const copy = async (command: ReadyCommand, name: string) => {
    if (await popup.run('copy-ready-command', { id: command.id })) setSaid(T.copied({ name }));
  };
  return (
    <section class="setting">
      <h2 id={id}>{T.commands}</h2>
      <ul class="ready-commands" aria-labelledby={id}>
        {commands.map((command) => {
          const name = nameOf(command, all);
          return (
            <li key={command.id} aria-label={name}>
              <span class="ready-words">
                <span>{name}</span>
                <code>{command.line}</code>
              </span>
              <Button label={T.copyLong({ name })} onClick={() => void copy(command, name)}>
                {T.copy}
              </Button>
            </li>
          );
        })}
      </ul>
      <p class="said" role="status">
        {said}
      </p>
    </section>
  );
}

function nameOf({ verb, presetId }: ReadyCommand, presets: readonly Preset[]): string {
  if (verb !== 'preset') return T[verb];
  return statusText(presets.find(({ id }) => id === presetId) ?? null);
}

function AllowedLinks() {
  const popup = usePopup();
  const { presets, teamPresets, settings } = useAppState();
  const { linkPresetIds } = settings;
  const allowed = [...presets, ...teamPresets.presets].filter(({ id }) => linkPresetIds.includes(id));
  const id = useId();
  const remove = (presetId: string) =>
    void popup.run('change-settings', { linkPresetIds: linkPresetIds.filter((one) => one !== presetId) });
  return (
    <section class="setting">
      <h2 id={id}>{T.links}</h2>
      <p class="hint">{allowed.length === 0 ? T.noLinks : T.linksHint}</p>
      <ul class="ready-commands" aria-labelledby={id}>
        {allowed.map((preset) => (
          <li key={preset.id}>
            <span class="ready-words">{statusText(preset)}</span>
            <Button label={T.removeLong({ name: statusText(preset) })} onClick={() => remove(preset.id)}>
              {T.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
