import { useState } from 'preact/hooks';
import { PRESETS } from '../../electron/contract/languages/en/presets.ts';
import type { Preset } from '../../electron/contract/preset.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { PresetRow } from './preset-row.tsx';

const T = PRESETS;

/** All presets in their order: drag them, or move them with Alt and the arrow keys. */
export function PresetsScreen() {
  const popup = usePopup();
  const { presets } = useAppState();
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  const move = (preset: Preset, to: number) => {
    if (to < 0 || to >= presets.length || presets[to] === preset) return;
    const rest = presets.filter((each) => each !== preset);
    const presetIds = [...rest.slice(0, to), preset, ...rest.slice(to)].map((each) => each.id);
    void popup.run('order-presets', { presetIds });
    setSaid(T.moved({ name: preset.text, place: to + 1, count: presets.length }));
  };
  const drop = (to: number) => {
    const preset = presets.find((each) => each.id === dragged);
    setDragged(null);
    if (preset) move(preset, to);
  };

  return (
    <Page title={T.title}>
      {presets.length === 0 ? <p class="empty">{T.empty}</p> : <p class="hint">{T.moveHint}</p>}
      <ol class="preset-rows">
        {presets.map((preset, index) => (
          <PresetRow
            key={preset.id}
            preset={preset}
            dragged={dragged === preset.id}
            onDrag={() => setDragged(preset.id)}
            onDrop={() => drop(index)}
            onMove={(by) => move(preset, index + by)}
          />
        ))}
      </ol>
      <p class="sr-only" role="status">
        {said}
      </p>
      <div class="page-actions">
        <Button look="primary" onClick={() => popup.go({ name: 'preset', presetId: null })}>
          {T.add}
        </Button>
        <Button look="plain" onClick={() => void popup.run('restore-presets', null)}>
          {T.restore}
        </Button>
      </div>
    </Page>
  );
}
