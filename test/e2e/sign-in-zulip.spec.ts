import { expect, test } from './demo-servers.ts';
import {
  chip,
  chooseWay,
  connectZulip,
  currentStatus,
  expectStatusScreen,
  field,
  openAccounts,
  sendAddress,
  signIn,
  typeAddress,
} from './steps.ts';

test('a password', async ({ app, zulip }) => {
  await typeAddress(app, zulip.url);
  await expect(app.popup.getByText('Acme', { exact: true })).toBeVisible();
  await expect(app.popup.getByText('Zulip 11.4')).toBeVisible();
  await signIn(app, { 'E-mail': zulip.credentials.you.login, Password: zulip.credentials.you.password });
  await expectStatusScreen(app);
  await expect(chip(app, 'Acme')).toBeVisible();
  await expect(currentStatus(app)).toContainText('No status');
});

test('a wrong password is said at the field, and the typed login stays', async ({ app, zulip }) => {
  const { login, password } = zulip.credentials.you;
  await typeAddress(app, zulip.url);
  await signIn(app, { 'E-mail': login, Password: 'not this one' });
  await expect(app.popup.getByRole('alert')).toContainText('The login or the password is wrong');
  await expect(field(app, 'Password')).toHaveAccessibleDescription(/The login or the password is wrong/);
  await expect(field(app, 'E-mail')).toHaveValue(login);
  await signIn(app, { Password: password });
  await expectStatusScreen(app);
});

test('an empty field is named', async ({ app, zulip }) => {
  await typeAddress(app, zulip.url);
  await signIn(app, { 'E-mail': zulip.credentials.you.login });
  await expect(app.popup.getByRole('alert')).toContainText('Fill in: Password.');
  expect(zulip.received.requests.filter(({ path }) => path.endsWith('/fetch_api_key'))).toEqual([]);
});

test('an API key, wrong and right', async ({ app, zulip }) => {
  const { login, token } = zulip.credentials.you;
  await typeAddress(app, zulip.url);
  await chooseWay(app, 'API key');
  await signIn(app, { 'E-mail': login, 'API key': 'x'.repeat(32) });
  await expect(app.popup.getByRole('alert')).toContainText('does not know this API key');
  await signIn(app, { 'API key': token });
  await expectStatusScreen(app);
});

test('a zuliprc file, a broken one first', async ({ app, zulip }) => {
  const { login, token } = zulip.credentials.you;
  await typeAddress(app, zulip.url);
  await chooseWay(app, 'zuliprc file');
  const choose = async (content: string) => {
    const chosen = app.chooseFile('zuliprc', content);
    // A native dialog is answered before it opens.
    if (app.desktop === null) await chosen;
    await app.popup.getByRole('button', { name: 'Choose file…' }).click();
    await chosen;
  };
  await choose(`[api]\nemail=${login}\nsite=${zulip.url}\n`);
  await expect(app.popup.getByRole('alert')).toContainText('The file has no line “key=”');
  await choose(`[api]\nemail=${login}\nkey=${token}\nsite=${zulip.url}\n`);
  await expectStatusScreen(app);
  await expect(chip(app, 'Acme')).toBeVisible();
});

test('a bot’s account is refused', async ({ app, zulip }) => {
  const { login, token } = zulip.credentials.bot;
  await typeAddress(app, zulip.url);
  await chooseWay(app, 'API key');
  await signIn(app, { 'E-mail': login, 'API key': token });
  await expect(app.popup.getByRole('alert')).toContainText('This is a bot’s account');
});

test('a deactivated user and a deactivated organisation have words of their own', async ({ app, zulip }) => {
  const { deactivated, you } = zulip.credentials;
  await typeAddress(app, zulip.url);
  await signIn(app, { 'E-mail': deactivated.login, Password: deactivated.password });
  await expect(app.popup.getByRole('alert')).toContainText('This account has been deactivated');
  zulip.switches.realmDeactivated = true;
  await signIn(app, { 'E-mail': you.login, Password: you.password });
  await expect(app.popup.getByRole('alert')).toContainText('has been deactivated. Ask whoever runs it');
});

test('a password that has to be renewed', async ({ app, zulip }) => {
  zulip.switches.passwordResetNeeded = true;
  await typeAddress(app, zulip.url);
  await signIn(app, { 'E-mail': zulip.credentials.you.login, Password: zulip.credentials.you.password });
  await expect(app.popup.getByRole('alert')).toContainText('choose a new password first');
});

test('where passwords are off, only the other ways are offered, and the browser’s one is named', async ({
  app,
  zulip,
}) => {
  zulip.switches.passwordSignIn = false;
  await typeAddress(app, zulip.url);
  const ways = app.popup.getByRole('group', { name: 'How to sign in' });
  await expect(ways.getByRole('radio', { name: 'API key' })).toBeChecked();
  await expect(ways.getByRole('radio', { name: 'Password' })).toHaveCount(0);
  await expect(app.popup.getByText(/This server also offers Google/)).toBeVisible();
});

test('the login field is called as the server asks', async ({ app, zulip }) => {
  zulip.switches.requireEmailFormat = false;
  await typeAddress(app, zulip.url);
  await expect(field(app, 'E-mail or user name')).toBeVisible();
});

test('two accounts on one server; the same account twice is refused', async ({ app, zulip }) => {
  await connectZulip(app, zulip, 'you');
  await connectZulip(app, zulip, 'member');
  await expect(chip(app, 'Acme')).toHaveCount(2);

  await typeAddress(app, zulip.url);
  const { login, password } = zulip.credentials.member;
  await signIn(app, { 'E-mail': login, Password: password });
  await expect(app.popup.getByRole('alert')).toContainText('This account is already in Whereabouts');
  await app.popup.getByRole('button', { name: 'Back' }).click();
  await expect(app.popup.getByRole('button', { name: 'Remove Acme' })).toHaveCount(2);
});

test('removing an account takes it off the list and leaves the others', async ({ app, zulip }) => {
  await connectZulip(app, zulip, 'you');
  await connectZulip(app, zulip, 'member');
  await openAccounts(app);
  const card = app.popup.getByRole('listitem').filter({ hasText: zulip.credentials.member.login });
  await card.getByRole('button', { name: 'Remove Acme' }).click();
  await card.getByRole('button', { name: 'Keep' }).click();
  await card.getByRole('button', { name: 'Remove Acme' }).click();
  await card
    .getByRole('group', { name: /^Remove Acme\?/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(card).toHaveCount(0);
  await expect(app.popup.getByRole('button', { name: 'Remove Acme' })).toHaveCount(1);
});

test('another server can be chosen after one was found', async ({ app, zulip, rocketChat }) => {
  await typeAddress(app, zulip.url);
  await app.popup.getByRole('button', { name: 'Other server' }).click();
  await sendAddress(app, rocketChat.url);
  await expect(app.popup.getByText('Riverside', { exact: true })).toBeVisible();
});
