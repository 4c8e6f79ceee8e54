// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { EmojiIndex, Pickable } from '../../../renderer/emoji/emoji-index.ts';
import { PickerGrid } from '../../../renderer/emoji/picker-grid.tsx';
import { PickerSearch } from '../../../renderer/emoji/picker-search.tsx';
import { useFoundEmoji } from '../../../renderer/emoji/use-found-emoji.ts';

const SIZE = { columns: 8, lineHeight: 40, headingHeight: 28, height: 400 };

afterEach(cleanup);

function indexOf(...names: string[]): EmojiIndex {
  const emoji = names.map(
    (name): Pickable => ({
      key: name,
      emoji: { kind: 'custom', serverUrl: 'https://acme.example', name, code: name },
      name,
      shortcodes: name,
      picture: null,
      stillPicture: null,
      title: ` ${name}`,
      found: ` ${name}`,
      toned: false,
    }),
  );
  return {
    sections: [{ key: 'organization https://acme.example', organization: 'Acme', emoji }],
    byKey: new Map(),
    emoticons: new Map(),
  };
}

const activeId = signal<string | undefined>(undefined);
const scroller = { current: null };
const nothing = () => {};

function Search({ index }: { index: EmojiIndex }) {
  const found = useFoundEmoji(index, [], SIZE);
  const both = { found, tone: 0, activeId } as const;
  return (
    <>
      <PickerSearch {...both} gridId="grid" onKeyDown={nothing} onTone={nothing} onClose={nothing} />
      <PickerGrid {...both} id="grid" size={SIZE} scroller={scroller} onPick={nothing} onTop={nothing} />
      <p role="status">{found.count}</p>
    </>
  );
}

test('says how many were found, also when an organisation’s emoji come while one searches', async () => {
  const { rerender } = render(<Search index={indexOf('party', 'parrot', 'hat')} />);
  const field = screen.getByRole('combobox');
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.input(field, { target: { value: 'pa' } });
  expect((await screen.findByText(/2 emoji/)).getAttribute('role')).toBe('status');
  const active = screen.getByRole('gridcell', { selected: true });
  expect(active.getAttribute('aria-label')).toBe('party');
  expect(field.getAttribute('aria-activedescendant')).toBe(active.id);
  rerender(<Search index={indexOf('party', 'parrot', 'hat', 'panda')} />);
  await screen.findByText(/3 emoji/);
  fireEvent.input(field, { target: { value: 'pax' } });
  await screen.findByText(/No emoji|0 emoji/);
  expect(field.hasAttribute('aria-activedescendant')).toBe(false);
});
