import { expect, startPlainServer, test } from './demo-servers.ts';
import { field, sendAddress, typeAddress } from './steps.ts';

const NOT_ENCRYPTED = 'This address is not encrypted. Use one that starts with https://.';

const spellings: [string, (url: URL) => string][] = [
  ['no scheme', (url) => url.host],
  ['a page’s path', (url) => `${url.href}login`],
  ['a path that leads nowhere', (url) => `${url.href}nowhere/at/all`],
  ['upper case', (url) => url.origin.toUpperCase()],
  ['spaces around', (url) => `  ${url.origin}/  `],
];

test('an address is understood however it is written', async ({ app, zulip }) => {
  for (const [what, spell] of spellings) {
    await test.step(`with ${what}`, async () => {
      await typeAddress(app, spell(new URL(zulip.url)));
      await expect(app.popup.getByText('Acme', { exact: true })).toBeVisible();
      await expect(field(app, 'E-mail')).toBeVisible();
      await app.popup.getByRole('button', { name: 'Back' }).click();
    });
  }
});

test('addresses that can’t be meant are said, one by one', async ({ app }) => {
  const plain = await startPlainServer();
  const problem = app.popup.getByRole('alert');
  await typeAddress(app, '');
  await expect(problem).toContainText('Type the address of your server');
  await sendAddress(app, 'not an address');
  await expect(problem).toContainText('This is not an address');
  await sendAddress(app, 'http://chat.example.org');
  await expect(problem).toContainText(NOT_ENCRYPTED);
  await sendAddress(app, plain.url);
  await expect(problem).toContainText('is neither a Zulip nor a Rocket.Chat server');
  await plain.close();
  await sendAddress(app, plain.url);
  await expect(problem).toContainText('can’t be reached');
  await expect(field(app, 'Server address')).toHaveValue(plain.url);
  await expect(field(app, 'Server address')).toBeFocused();
});

test('a name that no server has', async ({ app }) => {
  await typeAddress(app, 'whereabouts-nowhere.invalid');
  await expect(app.popup.getByRole('alert')).toContainText('There is no server called whereabouts-nowhere.invalid');
});

test('a server that faults, hangs up or sends nonsense has words of its own', async ({ app, zulip }) => {
  const problem = app.popup.getByRole('alert');
  zulip.faults.next({ status: 502, body: '<h1>Bad gateway</h1>', times: 2 });
  await typeAddress(app, zulip.url);
  await expect(problem).toContainText('has a fault of its own (502)');
  zulip.faults.clear();
  zulip.faults.offline = true;
  await sendAddress(app, zulip.url);
  await expect(problem).toContainText('can’t be reached');
  zulip.faults.offline = false;
  await sendAddress(app, zulip.url);
  await expect(app.popup.getByText('Acme', { exact: true })).toBeVisible();
});
