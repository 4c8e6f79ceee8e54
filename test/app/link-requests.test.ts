import { describe, expect, test } from 'vitest';
import { createCommandHandlers } from '../../electron/app/command-handlers.ts';
import { realClock } from '../../electron/app/real-clock.ts';
import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { NO_DESKTOP } from './no-desktop.ts';
import { openApp, passwordOf } from './open-app.ts';

async function open() {
  const zulip = await startDemoZulip({ organization: 'Acme' });
  const services = await openApp({ clock: realClock, signIn: [passwordOf('zulip', zulip)] });
  const commands = createCommandHandlers(services, NO_DESKTOP);
  const { links } = services;
  const arrive = (link: string) => links.arrive(link, commands);
  const answer = async (given: 'yes' | 'always' | 'not-now', linkId = links.current()?.id ?? '') =>
    commands['answer-link']({ linkId, answer: given });
  const text = () => zulip.state().you.text;
  return { zulip, services, commands, links, arrive, answer, text };
}

test('a link changes nothing before it is answered with yes', async () => {
  const { links, services, arrive, answer, text, zulip } = await open();
  await arrive('whereabouts://set?text=Lunch&emoji=%3Ahamburger%3A&until=13:00');
  const { id } = services.accounts.list()[0] as { id: string };
  const question = { kind: 'set', emoji: { kind: 'unicode', value: '🍔' }, text: 'Lunch', targets: [id] };
  expect(links.current()).toMatchObject({ ...question, duration: { kind: 'time', hour: 13, minute: 0 } });
  expect(services.state.get().link).toBe(links.current());
  await answer('not-now');
  expect([
    links.current(),
    zulip.received.requests.filter(({ path }) => path.endsWith('/users/me/status')),
  ]).toMatchObject([null, expect.not.arrayContaining([expect.objectContaining({ method: 'POST' })])]);

  await arrive('whereabouts://set?text=Lunch');
  await answer('yes');
  await expect.poll(text).toBe('Lunch');
  await arrive('whereabouts://clear');
  expect(links.current()).toMatchObject({ kind: 'clear' });
  await answer('yes');
  await expect.poll(text).toBe('');
});

test('of two links the newest is asked, and an answer to the other is none', async () => {
  const { links, arrive, answer, text } = await open();
  await arrive('whereabouts://set?text=First');
  const first = links.current()?.id;
  await arrive('whereabouts://preset/commuting');
  expect(links.current()).toMatchObject({ kind: 'preset', presetId: 'commuting' });
  expect(await answer('yes', first)).toEqual({ ok: false, problem: { code: 'not-found' } });
  expect(links.current()).toMatchObject({ kind: 'preset' });
  await answer('yes');
  await expect.poll(text).toBe('Commuting');
});

test('a preset that is always allowed is set at once, until that is taken back; others still ask', async () => {
  const { links, services, arrive, answer, text, commands } = await open();
  await arrive('whereabouts://preset/busy');
  await answer('always');
  await expect.poll(text).toBe('Busy');
  expect(services.settings.get().linkPresetIds).toEqual(['busy']);
  await commands['clear-status']({ accountIds: null });
  await expect.poll(text).toBe('');
  expect(await arrive('whereabouts://preset/Busy')).toEqual({ ok: true, value: null });
  expect(links.current()).toBeNull();
  await expect.poll(text).toBe('Busy');

  await arrive('whereabouts://set?text=Busy');
  expect(links.current()).toMatchObject({ kind: 'set' });
  await answer('always');
  expect(services.settings.get().linkPresetIds, 'only presets can be allowed').toEqual(['busy']);
  await commands['change-settings']({ linkPresetIds: [] });
  await arrive('whereabouts://preset/busy');
  expect(links.current()).toMatchObject({ kind: 'preset' });
});

describe('a link that can’t be used says so and does nothing', () => {
  test.each([
    ['whereabouts://quit', { reason: 'not-understood' }],
    ['whereabouts://set?text=a%E2%80%AEb', { reason: 'not-understood' }],
    ['whereabouts://preset/nothing', { reason: 'preset', typed: 'nothing' }],
    ['whereabouts://preset/%20zz%20', { reason: 'preset', typed: 'zz' }],
    ['whereabouts://set?text=a&emoji=%3Anone%3A', { reason: 'emoji', typed: ':none:' }],
    ['whereabouts://set?text=a&until=soon', { reason: 'end', typed: 'soon' }],
  ])('%s', async (link, refusal) => {
    const { links, arrive, answer, zulip } = await open();
    zulip.received.clear();
    await arrive(link);
    expect(links.current()).toMatchObject({ kind: 'refused', refusal });
    expect(await answer('yes')).toEqual({ ok: true, value: null });
    expect(zulip.received.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});
