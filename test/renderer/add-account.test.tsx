// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { FoundServer } from '../../electron/contract/account.ts';
import { renderPopup, type } from './render-popup.tsx';
import { zulipAccount } from './sample-state.ts';

const RIVERSIDE: FoundServer = {
  kind: 'rocket-chat',
  url: 'https://chat.riverside.example',
  name: 'Riverside',
  icon: null,
  version: '8.6.1',
  signInWays: ['password', 'access-token'],
  loginLabel: 'email-or-user-name',
  externalWays: ['Google'],
};
const ACME: FoundServer = {
  ...RIVERSIDE,
  kind: 'zulip',
  url: 'https://acme.example',
  name: 'Acme',
  signInWays: ['password', 'api-key', 'zuliprc'],
  loginLabel: 'email',
  externalWays: [],
};
const SIGNED_IN = { ok: true, value: { step: 'signed-in', accountId: 'new', keychain: 'ready' } } as const;

async function find(server: FoundServer) {
  const rendered = await renderPopup({ accounts: [] });
  rendered.main.answers['find-server'] = () => ({ ok: true, value: server });
  fireEvent.click(screen.getByRole('button', { name: /^Connect Zulip/ }));
  type(await screen.findByLabelText('Server address'), 'chat.example');
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByText(server.name);
  return rendered;
}

function submit(): void {
  const form = document.querySelector('form');
  if (form) fireEvent.submit(form);
}

test('offers three ways to begin and starts the try-it servers', async () => {
  const { main } = await renderPopup({ accounts: [] });
  expect(screen.getByRole('button', { name: /^Connect Zulip/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Connect Rocket\.Chat/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Try it without an account/ }));
  expect(main.sentArguments('start-try-it')).toEqual([null]);
  main.push({ accounts: [zulipAccount({ demo: true })], tryIt: true });
  expect(await screen.findByRole('form', { name: 'New status' })).toBeTruthy();
});

test('says at the field what is wrong with an address', async () => {
  const { main } = await renderPopup({ accounts: [] });
  main.answers['find-server'] = () => ({ ok: false, problem: { code: 'not-a-chat-server', host: 'example.org' } });
  fireEvent.click(screen.getByRole('button', { name: /^Connect Zulip/ }));
  const field = await screen.findByLabelText('Server address');
  type(field, ' example.org ');
  submit();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('neither a Zulip nor a Rocket.Chat server');
  expect(field.getAttribute('aria-describedby')).toContain(alert.id);
  expect(main.sentArguments('find-server')).toEqual([{ address: 'example.org' }]);
});

test('signs in with a password and empties the field', async () => {
  const { main } = await find(RIVERSIDE);
  main.answers['sign-in'] = () => SIGNED_IN;
  type(screen.getByLabelText('E-mail or user name'), 'ada');
  const password = screen.getByLabelText<HTMLInputElement>('Password', { selector: '[type=password]' });
  type(password, 'correct horse');
  submit();
  await waitFor(() => expect(password.value).toBe(''));
  expect(main.sentArguments('sign-in')).toEqual([
    { way: 'password', kind: 'rocket-chat', url: RIVERSIDE.url, login: 'ada', password: 'correct horse' },
  ]);
});

test('keeps the form when a two-factor code is wrong, and sends another code', async () => {
  const { main } = await find(RIVERSIDE);
  main.answers['sign-in'] = (request) => {
    if (!('twoFactorCode' in request)) return { ok: true, value: { step: 'two-factor', method: 'email' } };
    return request.twoFactorCode === '123456' ? SIGNED_IN : { ok: false, problem: { code: 'two-factor-wrong' } };
  };
  type(screen.getByLabelText('E-mail or user name'), 'ada');
  type(screen.getByLabelText('Password', { selector: '[type=password]' }), 'correct horse');
  submit();
  const code = await screen.findByLabelText('Code from the e-mail just sent to you');
  type(code, '000000');
  submit();
  expect((await screen.findByRole('alert')).textContent).toContain('code is wrong');
  fireEvent.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findByText('A new code is on its way.')).toBeTruthy();
  expect(main.sentArguments('resend-code')).toEqual([{ url: RIVERSIDE.url, login: 'ada' }]);
  type(code, '123 456');
  submit();
  await waitFor(() => expect(main.sentArguments('sign-in').length).toBe(3));
  expect(main.sentArguments('sign-in')[2]).toMatchObject({ password: 'correct horse', twoFactorCode: '123456' });
});

test('signs in with an access token', async () => {
  const { main } = await find(RIVERSIDE);
  main.answers['sign-in'] = () => SIGNED_IN;
  fireEvent.click(screen.getByRole('radio', { name: 'Access token' }));
  type(await screen.findByLabelText('User ID'), 'aobEdbYhXfu5hkeqG');
  submit();
  expect((await screen.findByRole('alert')).textContent).toBe('Fill in: Personal access token.');
  type(screen.getByLabelText('Personal access token'), 'token');
  submit();
  expect(main.sentArguments('sign-in')).toEqual([
    { way: 'access-token', kind: 'rocket-chat', url: RIVERSIDE.url, userId: 'aobEdbYhXfu5hkeqG', token: 'token' },
  ]);
});

test('signs in with an API key', async () => {
  const { main } = await find(ACME);
  main.answers['sign-in'] = () => SIGNED_IN;
  fireEvent.click(screen.getByRole('radio', { name: 'API key' }));
  type(await screen.findByLabelText('E-mail'), 'ada@acme.example');
  type(screen.getByLabelText('API key', { selector: '[type=password]' }), 'key');
  submit();
  await waitFor(() => expect(main.sentArguments('sign-in')).toHaveLength(1));
  expect(main.sentArguments('sign-in')[0]).toMatchObject({ way: 'api-key', login: 'ada@acme.example', apiKey: 'key' });
});

test('asks main for a zuliprc file, so that its key never comes here', async () => {
  const { main } = await find(ACME);
  main.answers['sign-in-with-zuliprc'] = () => SIGNED_IN;
  fireEvent.click(screen.getByRole('radio', { name: 'zuliprc file' }));
  await screen.findByRole('button', { name: 'Choose file…' });
  submit();
  await waitFor(() => expect(main.sentArguments('sign-in-with-zuliprc')).toEqual([null]));
});

test('says what of a zuliprc file was not used before it goes on', async () => {
  const { main } = await find(ACME);
  main.answers['sign-in-with-zuliprc'] = () => ({
    ok: true,
    value: { ...SIGNED_IN.value, notUsed: ['insecure', 'cert_bundle'] },
  });
  fireEvent.click(screen.getByRole('radio', { name: 'zuliprc file' }));
  await screen.findByRole('button', { name: 'Choose file…' });
  submit();
  await screen.findByText(/^Not used from the file: insecure and cert_bundle\./);
  const goOn = await screen.findByRole('button', { name: 'Continue' });
  await waitFor(() => expect(document.activeElement).toBe(goOn));
  fireEvent.click(goOn);
  await waitFor(() => expect(screen.queryByText(/^Not used from the file/)).toBe(null));
});

test('says what of a zuliprc file was not used beside the reason it was refused for', async () => {
  const { main } = await find(ACME);
  main.answers['sign-in-with-zuliprc'] = () => ({
    ok: false,
    problem: { code: 'certificate', host: 'acme.example', reason: 'untrusted', notUsed: ['insecure'] },
  });
  fireEvent.click(screen.getByRole('radio', { name: 'zuliprc file' }));
  await screen.findByRole('button', { name: 'Choose file…' });
  submit();
  await screen.findByText(/this computer does not trust/);
  screen.getByText(/^Not used from the file: insecure\./);
});

test('names ways to sign in that need a browser', async () => {
  await find(RIVERSIDE);
  expect(screen.getByText(/also offers Google/)).toBeTruthy();
});

test('fills in address and login when an account signs in again', async () => {
  await renderPopup({ accounts: [zulipAccount({ signIn: 'needed' })] });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in to Acme again' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Server address')).value).toBe('https://acme.example');
});

test('keeps a half-filled form when the popup comes back from being hidden', async () => {
  const { main } = await find(RIVERSIDE);
  type(screen.getByLabelText('E-mail or user name'), 'ada');
  main.show({ screen: 'status', focus: 'presets' });
  await waitFor(() => expect(main.sentArguments('refresh')).toHaveLength(1));
  expect(screen.getByLabelText<HTMLInputElement>('E-mail or user name').value).toBe('ada');
  main.show({ screen: 'settings', focus: 'text' });
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
});
