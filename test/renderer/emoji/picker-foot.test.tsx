// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { expect, onTestFinished, test } from 'vitest';
import type { Pickable } from '../../../renderer/emoji/emoji-index.ts';
import { PickerFoot } from '../../../renderer/emoji/picker-foot.tsx';
import { PopupContext } from '../../../renderer/popup-context.ts';
import { createPopup } from '../../../renderer/state.ts';
import { createFakeMainProcess } from '../fake-main-process.ts';
import { sampleState } from '../sample-state.ts';

const coffee: Pickable = {
  key: '☕',
  emoji: { kind: 'unicode', value: '☕' },
  name: 'hot beverage',
  shortcodes: 'coffee hot_beverage cup',
  toned: false,
  picture: null,
  stillPicture: null,
  title: '',
  found: '',
};
const beach: Pickable = {
  ...coffee,
  key: 'beach',
  emoji: { kind: 'custom', serverUrl: 'https://acme.example', name: 'acme-beach', code: 'acme-beach' },
  name: 'acme-beach',
  shortcodes: 'acme-beach',
};

test('tells what Enter would pick: Unicode’s names like the beginning of a line, an organisation’s own as they are', async () => {
  const popup = createPopup(createFakeMainProcess(sampleState({})));
  onTestFinished(() => {
    cleanup();
    popup.stop();
  });
  await waitFor(() => expect(popup.app.value).not.toBeNull());
  const active = signal<Pickable | null>(coffee);
  render(
    <PopupContext.Provider value={popup}>
      <PickerFoot active={active} tone={0} chosen={null} onNone={() => {}} />
    </PopupContext.Provider>,
  );
  expect(screen.getByText('Hot beverage')).toBeDefined();
  expect(screen.getByText(':coffee: :hot_beverage:')).toBeDefined();
  active.value = beach;
  expect(await screen.findByText('acme-beach')).toBeDefined();
  active.value = null;
  await waitFor(() => expect(screen.queryByText('acme-beach')).toBeNull());
});
