import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../electron/contract/exchange.ts';
import { EXCHANGE } from '../../electron/contract/languages/en/exchange.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { usePopup } from '../popup-context.ts';
import { ImportCard } from './import-card.tsx';

const T = EXCHANGE;

/** Presets and settings into a file, and from one. */
export function ExchangeScreen() {
  const popup = usePopup();
  const [said, setSaid] = useState('');
  const [preview, setPreview] = useState<ImportPreview | null>(null);

  const save = async () => {
    setSaid('');
    const answer = await popup.ask('export-settings', null);
    if (answer.ok) setSaid(T.exported({ file: answer.value.fileName }));
    // Whoever closes the dialog knows that nothing was saved.
    popup.problem.value = answer.ok || answer.problem.code === 'file-not-chosen' ? null : answer.problem;
  };
  const open = async () => {
    setSaid('');
    const answer = await popup.ask('choose-import-file', null);
    if (answer.ok) setPreview(answer.value);
    popup.problem.value = answer.ok || answer.problem.code === 'file-not-chosen' ? null : answer.problem;
  };
  const close = (imported: ImportPreview | null) => {
    setPreview(null);
    if (imported !== null) setSaid(T.imported({ file: imported.fileName }));
  };

  return (
    <Page title={T.title}>
      <section class="setting">
        <h2>{T.export}</h2>
        <p class="hint">{T.exportHint}</p>
        <div class="setting-row">
          <Button onClick={() => void save()}>{T.exportButton}</Button>
        </div>
      </section>
      <section class="setting">
        <h2>{T.import}</h2>
        <p class="hint">{T.importHint}</p>
        <div class="setting-row">
          <Button onClick={() => void open()}>{T.importButton}</Button>
        </div>
      </section>
      <p class="said" role="status">
        {said}
      </p>
      {preview !== null && <ImportCard key={preview.id} preview={preview} close={close} />}
    </Page>
  );
}
