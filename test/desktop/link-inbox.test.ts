import { expect, test, vi } from 'vitest';
import { standIn } from '../../build/preview/stand-in/electron-main.ts';
import { createLinkInbox, registerLinkScheme } from '../../electron/desktop/link-inbox.ts';

test('links that come before anybody can ask about them wait, in their order, also those that macOS brings', () => {
  const inbox = createLinkInbox();
  standIn.act({ do: 'open-url', url: 'whereabouts://clear' });
  inbox.put('whereabouts://preset/lunch');
  const arrived = vi.fn();
  inbox.open(arrived);
  standIn.act({ do: 'open-url', url: 'whereabouts://preset/busy' });
  expect(arrived.mock.calls.flat()).toEqual([
    'whereabouts://clear',
    'whereabouts://preset/lunch',
    'whereabouts://preset/busy',
  ]);
});

test('the system is told that links come here', () => {
  const { app } = standIn.electron;
  expect(app.isDefaultProtocolClient('whereabouts')).toBe(false);
  registerLinkScheme('whereabouts');
  expect(app.isDefaultProtocolClient('whereabouts')).toBe(true);
});
