import { startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { expect, test } from './demo-servers.ts';
import {
  chip,
  chooseWay,
  connectRocketChat,
  currentStatus,
  expectStatusScreen,
  field,
  openAccounts,
  signIn,
  typeAddress,
} from './steps.ts';

const LOGIN = 'E-mail or user name';

test('a password, after a wrong one', async ({ app, rocketChat }) => {
  const { login, password } = rocketChat.credentials.you;
  await typeAddress(app, rocketChat.url);
  await expect(app.popup.getByText('Riverside', { exact: true })).toBeVisible();
  await signIn(app, { [LOGIN]: login, Password: 'not this one' });
  await expect(field(app, 'Password')).toHaveAccessibleDescription(/The login or the password is wrong/);
  await expect(field(app, LOGIN)).toHaveValue(login);
  await signIn(app, { Password: password });
  await expectStatusScreen(app);
  await expect(chip(app, 'Riverside')).toBeVisible();
  await expect(currentStatus(app)).toContainText('No status');
});

test('an authenticator app’s code, wrong and right', async ({ app, rocketChat }) => {
  const { login, password } = rocketChat.credentials.authenticator;
  await typeAddress(app, rocketChat.url);
  await signIn(app, { [LOGIN]: login, Password: password });
  const code = field(app, 'Code from your authenticator app');
  await expect(code).toBeFocused();
  await code.fill('000000');
  await app.popup.getByRole('button', { name: 'Confirm' }).click();
  await expect(code).toHaveAccessibleDescription(/That code is wrong or too old/);
  await code.fill(' 246 810 ');
  await code.press('Enter');
  await expectStatusScreen(app);
  await expect(chip(app, 'Riverside')).toBeVisible();
});

test('a mailed code, sent again', async ({ app, rocketChat }) => {
  const { login, password } = rocketChat.credentials.mail;
  await typeAddress(app, rocketChat.url);
  await signIn(app, { [LOGIN]: login, Password: password });
  const code = field(app, 'Code from the e-mail just sent to you');
  await expect(code).toBeVisible();
  expect(rocketChat.mailbox).toHaveLength(1);
  await app.popup.getByRole('button', { name: 'Send again' }).click();
  await expect(app.popup.getByText('A new code is on its way.')).toBeVisible();
  expect(rocketChat.mailbox).toHaveLength(2);
  await code.fill(rocketChat.mailbox.at(-1)?.code ?? '');
  await app.popup.getByRole('button', { name: 'Confirm' }).click();
  await expectStatusScreen(app);
});

test('going back from the second factor keeps the login', async ({ app, rocketChat }) => {
  const { login, password } = rocketChat.credentials.authenticator;
  await typeAddress(app, rocketChat.url);
  await signIn(app, { [LOGIN]: login, Password: password });
  await expect(field(app, 'Code from your authenticator app')).toBeVisible();
  await app.popup.locator('form').getByRole('button', { name: 'Back' }).click();
  await expect(field(app, LOGIN)).toHaveValue(login);
  await expect(app.popup.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('a personal access token, wrong and right', async ({ app, rocketChat }) => {
  const { userId, token } = rocketChat.credentials.you;
  await typeAddress(app, rocketChat.url);
  await chooseWay(app, 'Access token');
  await signIn(app, { 'User ID': userId, 'Personal access token': 'nonsense' });
  await expect(app.popup.getByRole('alert')).toContainText('does not know this token');
  await signIn(app, { 'Personal access token': token });
  await expectStatusScreen(app);
});

test('a deactivated user is refused', async ({ app, rocketChat }) => {
  const { deactivated } = rocketChat.credentials;
  await typeAddress(app, rocketChat.url);
  await signIn(app, { [LOGIN]: deactivated.login, Password: deactivated.password });
  await expect(app.popup.getByRole('alert')).toContainText('This account has been deactivated');
});

test('where passwords are off, only the access token is offered', async ({ app, rocketChat }) => {
  rocketChat.switches.passwordSignIn = false;
  await typeAddress(app, rocketChat.url);
  await expect(field(app, 'Personal access token')).toBeVisible();
  await expect(field(app, 'Password')).toHaveCount(0);
});

test('a server below a path', async ({ app }) => {
  const server = await startDemoRocketChat({ prefix: '/chat', organization: 'Below' });
  try {
    await connectRocketChat(app, server);
    await expect(chip(app, 'Below')).toBeVisible();
  } finally {
    await server.close();
  }
});

test('removing an account logs its token out', async ({ app, rocketChat }) => {
  const isLogOut = ({ path }: { path: string }) => path.endsWith('/api/v1/logout');
  const you = rocketChat.workspace.people.find(({ username }) => username === 'you');
  await connectRocketChat(app, rocketChat);
  expect(you?.loginTokens.size).toBe(1);
  await openAccounts(app);
  await app.popup.getByRole('button', { name: 'Remove Riverside' }).click();
  await app.popup.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => rocketChat.received.requests.some(isLogOut)).toBe(true);
  await expect.poll(() => you?.loginTokens.size).toBe(0);
});

test('removing an account leaves a personal access token as it is', async ({ app, rocketChat }) => {
  const { userId, token } = rocketChat.credentials.you;
  await typeAddress(app, rocketChat.url);
  await chooseWay(app, 'Access token');
  await signIn(app, { 'User ID': userId, 'Personal access token': token });
  await expectStatusScreen(app);
  await openAccounts(app);
  await app.popup.getByRole('button', { name: 'Remove Riverside' }).click();
  await app.popup.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(app.popup.getByRole('button', { name: 'Remove Riverside' })).toHaveCount(0);
  expect(rocketChat.received.requests.filter(({ path }) => path.endsWith('/logout'))).toEqual([]);
});
