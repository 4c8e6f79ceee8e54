import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ImportMode, ImportNote, ImportPreview, ImportRow } from '../../electron/contract/exchange.ts';
import { EXCHANGE } from '../../electron/contract/languages/en/exchange.ts';
import { durationText } from '../../electron/contract/texts/duration-texts.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import { Button } from '../parts/button.tsx';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = EXCHANGE.preview;

interface Props {
  preview: ImportPreview;
  /** With what was imported, or null. */
  close: (imported: ImportPreview | null) => void;
}

/** What a file would change, and the choice how. */
export function ImportCard({ preview, close }: Props) {
  const popup = usePopup();
  const heading = useRef<HTMLHeadingElement>(null);
  const [mode, setMode] = useState<ImportMode>('merge');
  const [withSettings, setWithSettings] = useState(true);
  const title = useId();
  useLayoutEffect(() => heading.current?.focus(), []);

  const rows = preview.rows ?? [];
  const isMore = rows.some(({ state }) => state === 'only-here');
  const changes =
    rows.some(({ state }) => state === 'new' || state === 'change') ||
    (isMore && mode === 'replace') ||
    (preview.settings.length > 0 && withSettings);
  const apply = async () => {
    const done = await popup.run('apply-import', { importId: preview.id, mode, withSettings });
    // Some settings may have been refused; all else is imported, and the bar at the foot says what was not.
    close(done ? preview : null);
  };

  return (
    <section class="card job" aria-labelledby={title}>
      <h2 class="job-title" id={title} tabIndex={-1} ref={heading}>
        {T.label({ file: preview.fileName })}
      </h2>
      <p class="hint">{T.from[preview.source]}</p>
      {isMore && <ModeChoice mode={mode} setMode={setMode} />}
      {preview.rows !== null && <Rows rows={rows} mode={mode} />}
      {preview.settings.length > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={withSettings}
            onChange={(event) => setWithSettings(event.currentTarget.checked)}
          />
          <span>
            {T.withSettings}
            <small class="hint"> {preview.settings.map((one) => T.settings[one]).join(' · ')}</small>
          </span>
        </label>
      )}
      {preview.notes.length > 0 && <Notes notes={preview.notes} />}
      {!changes && <p class="hint">{T.nothing}</p>}
      <div class="page-actions">
        {changes && (
          <Button look="primary" onClick={() => void apply()}>
            {T.apply}
          </Button>
        )}
        <Button look="plain" onClick={() => close(null)}>
          {T.cancel}
        </Button>
      </div>
    </section>
  );
}

function ModeChoice({ mode, setMode }: { mode: ImportMode; setMode: (mode: ImportMode) => void }) {
  const choice = (value: ImportMode) => (
    <label class="choice">
      <input type="radio" name="import-mode" checked={mode === value} onChange={() => setMode(value)} />
      {T[value]}
    </label>
  );
  return (
    <fieldset class="choices">
      <legend>{T.mode}</legend>
      {choice('merge')}
      {choice('replace')}
    </fieldset>
  );
}

function Rows({ rows, mode }: { rows: ImportRow[]; mode: ImportMode }) {
  const { locale } = useAppState();
  return (
    // Scrolls by itself, so it has to be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <ul class="job-people" aria-label={T.presets} tabIndex={0}>
      {rows.map(({ preset, state }, index) => (
        <li key={index} class="job-line">
          <span class="import-preset">
            <Emoji emoji={preset.emoji} />
            <span>
              {preset.text || (preset.emoji && emojiText(preset.emoji))}
              <small> {durationText(preset.duration, locale)}</small>
            </span>
          </span>
          <span class="job-outcome">{T.state[state === 'only-here' && mode === 'replace' ? 'removed' : state]}</span>
        </li>
      ))}
    </ul>
  );
}

function Notes({ notes }: { notes: ImportNote[] }) {
  return (
    <section class="import-notes" aria-label={T.notes}>
      <b>{T.notes}</b>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself. */}
      <ul class="job-people" tabIndex={0} aria-label={T.notes}>
        {notes.map((note) => (
          <li key={JSON.stringify(note)}>{noteText(note)}</li>
        ))}
      </ul>
    </section>
  );
}

function noteText(note: ImportNote): string {
  switch (note.kind) {
    case 'emoji-unknown':
      return T.note['emoji-unknown'](note);
    case 'duration-unknown':
      return T.note['duration-unknown'](note);
    case 'notifications-paused':
      return T.note['notifications-paused'](note);
    case 'account-unknown':
      return T.note['account-unknown'](note);
    case 'server-unknown':
      return T.note['server-unknown'](note);
    case 'not-a-preset':
      return T.note['not-a-preset'](note);
    case 'field-unknown':
      return T.note['field-unknown'](note);
  }
}
