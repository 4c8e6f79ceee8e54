// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { OrganizationEmojiList } from '../../../electron/contract/emoji.ts';
import type { Preset } from '../../../electron/contract/preset.ts';
import { renderPopup } from '../render-popup.tsx';

const serverUrl = 'https://acme.example';
const custom = (name: string) => ({ kind: 'custom' as const, serverUrl, name, code: name });
const LIST: OrganizationEmojiList = {
  serverUrl,
  serverName: 'Acme',
  emoji: [{ emoji: custom('there'), aliases: [], picture: null, stillPicture: null }],
};

function preset(text: string, emoji: Preset['emoji']): Preset {
  return { id: text, emoji, text, availability: null, duration: { kind: 'none' }, then: 'clear', accountIds: null };
}

async function render(lists: OrganizationEmojiList[]) {
  const presets = [
    preset('Shipped', custom('gone')),
    preset('Testing', custom('there')),
    preset('Lunch', { kind: 'unicode', value: '🍔' }),
    preset('Elsewhere', { ...custom('gone'), serverUrl: 'https://other.example' }),
  ];
  const { main, popup } = await renderPopup({ presets, recents: [{ ...preset('Party', custom('gone')), id: 'r' }] });
  main.answers['list-organization-emoji'] = () => ({ ok: true, value: lists });
  await popup.emoji.refresh();
  return popup;
}

const REMARK = /Acme no longer has :gone:/;

test('a preset and a recent status say that their emoji is gone, and no others do', async () => {
  await render([LIST]);
  expect(await screen.findByRole('option', { name: /^Shipped.*Acme no longer has :gone:/ })).toBeTruthy();
  expect(screen.getByRole('option', { name: /^Party.*Acme no longer has :gone:/ })).toBeTruthy();
  expect(screen.getAllByText(REMARK)).toHaveLength(2);
});

test('the list of presets says it too', async () => {
  await render([LIST]);
  fireEvent.click(screen.getByRole('button', { name: 'Presets' }));
  expect(await screen.findByRole('button', { name: /^Edit Shipped.*Acme no longer has :gone:/ })).toBeTruthy();
  expect(screen.getAllByText(REMARK)).toHaveLength(1);
});

test('nothing is said of an organization whose emoji have not been read', async () => {
  await render([]);
  await screen.findByRole('option', { name: /^Shipped/ });
  expect(screen.queryByText(REMARK)).toBeNull();
});
