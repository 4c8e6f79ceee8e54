import { useEffect, useState } from 'preact/hooks';
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
  const { presets, order } = useOrder(useAppState().presets);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  const move = (preset: Preset, to: number) => {
    if (to < 0 || to >= presets.length || presets[to] === preset) return;
    const rest = presets.filter((each) => each !== preset);
    order([...rest.slice(0, to), preset, ...rest.slice(to)].map((each) => each.id));
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

/**
 * The presets in the order that was last asked for here: the next move begins there, even when it comes before main's
 * answer to the one before.
 */
function useOrder(saved: Preset[]): { presets: Preset[]; order: (ids: string[]) => void } {
  const popup = usePopup();
  const [wished, setWished] = useState<string[] | null>(null);
  const presets =
    wished === null ? saved : [...saved].sort((one, other) => wished.indexOf(one.id) - wished.indexOf(other.id));
  const isSaved = presets.every((preset, index) => preset === saved[index]);
  useEffect(() => {
    if (isSaved) setWished(null);
  }, [isSaved]);
  return {
    presets,
    order(presetIds) {
      setWished(presetIds);
      void popup.run('order-presets', { presetIds }).then((saving) => {
        if (!saving) setWished((now) => (now === presetIds ? null : now));
      });
    },
  };
}
