import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { expect, onElectron, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { secretsIn, secretsInFolder } from './planted-secrets.ts';
import {
  chooseWay,
  connectRocketChat,
  connectZulip,
  expectOutcome,
  expectStatusScreen,
  openPopup,
  ROCKET_CHAT,
  setStatus,
  signIn,
  typeAddress,
  ZULIP,
} from './steps.ts';

// Secrets that are known are led through all that the app does; then they are looked for wherever they must not be.

test.skip(onElectron, 'what goes between the processes is seen in the preview only');
test.use({ trace: 'off' });

const TWO_FACTOR_CODE = '975318642';
const WRONG_PASSWORD = 'canary-wrong-pass/word+é';

interface Watch {
  /** All that the popup was sent by the main process so far. */
  down(): string;
  /** What the popup sent to the main process: each command with its arguments. */
  up: string[];
}

/** Hears everything between the popup and the main process, as the preview carries it. */
async function watchTraffic(page: Page): Promise<Watch> {
  const answers: Promise<string>[] = [];
  const heard: string[] = [];
  const up: string[] = [];
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Network.enable');
  inspector.on('Network.eventSourceMessageReceived', ({ data }) => heard.push(data));
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/ipc/')) up.push(request.postData() ?? '');
  });
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/ipc/')) return;
    answers.push(
      response
        .text()
        .catch(() => '')
        .then((text) => {
          heard.push(text);
          return text;
        }),
    );
  });
  return { down: () => heard.join('\n'), up };
}

/** Each process of the app, found by the settings folder that it was started with: its arguments. */
function processArguments(app: App): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const started = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(app.userDataDir);
        return started ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
      } catch {
        // It has ended meanwhile, or is someone else's.
        return [];
      }
    });
}

/** Words on the screen, and what its attributes say. What the user is typing is in neither. */
async function shown(app: App): Promise<string> {
  return app.popup.locator('html').evaluate((html) => `${html.textContent}\n${html.outerHTML}`);
}

function plant(zulip: DemoZulip, rocketChat: DemoRocketChat): Record<string, string> {
  const you = zulip.realm.people.find(({ fullName }) => fullName === 'You');
  if (you === undefined) throw new Error('the demo has no You');
  you.password = 'canary-zulip/pass+wörd';
  zulip.credentials.you.password = you.password;
  const secrets: Record<string, string> = {
    'wrong password': WRONG_PASSWORD,
    'Zulip password': you.password,
    'Zulip API key': you.apiKey,
    'code of the second proof': TWO_FACTOR_CODE,
  };
  for (const person of rocketChat.workspace.people) {
    person.password = `canary-${person.username}"pass\\word`;
    secrets[`password of ${person.username}`] = person.password;
    secrets[`access token of ${person.username}`] = person.accessToken;
  }
  for (const credentials of Object.values(rocketChat.credentials)) {
    credentials.password = secrets[`password of ${credentials.login}`] ?? credentials.password;
  }
  rocketChat.switches.totpCode = TWO_FACTOR_CODE;
  return secrets;
}

/** Also the tokens that the server has made meanwhile. */
function withLoginTokens(secrets: Record<string, string>, { workspace }: DemoRocketChat): Record<string, string> {
  const tokens = workspace.people.flatMap((person) =>
    [...person.loginTokens].map((token, index) => [`login token ${index} of ${person.username}`, token]),
  );
  return { ...secrets, ...Object.fromEntries(tokens) };
}

test.describe('secrets', () => {
  test.setTimeout(120_000);

  test('are nowhere but in the keychain, whatever goes wrong', async ({ app, page }) => {
    const watch = await watchTraffic(page);
    const zulip = await startDemoZulip({ organization: ZULIP });
    const rocketChat = await startDemoRocketChat({ organization: ROCKET_CHAT });
    const planted = plant(zulip, rocketChat);
    const everything: string[] = [];
    const look = async () => {
      everything.push(await shown(app), ...processArguments(app));
    };
    await test.step('failures while signing in', () => failToSignIn(app, zulip, look));
    await test.step('all ways to sign in', () => signInAllWays(app, zulip, rocketChat, look));
    await test.step('failures of the servers', () => failToSet(app, zulip, rocketChat, planted, look));
    await test.step('what is exported and reported', async () => everything.push(...(await takeOut(app))));
    await test.step('a crash and a restart', async () => {
      await app.crashAndRestart();
      await openPopup(app);
      await expectStatusScreen(app);
      await look();
      await app.restart();
      await openPopup(app);
      await expectStatusScreen(app);
      await look();
    });

    const secrets = withLoginTokens(planted, rocketChat);
    expect(Object.keys(secrets).length).toBeGreaterThan(20);
    expect(processArguments(app).length, 'the app’s process was found').toBeGreaterThan(0);
    expect(watch.down().includes('whereabouts:state'), 'state was heard').toBe(true);
    expect(secretsInFolder(app.userDataDir, secrets), 'in files').toEqual([]);
    expect(secretsIn(app.output(), secrets), 'in what is printed').toEqual([]);
    expect(secretsIn(everything.join('\n'), secrets), 'on the screen or in arguments').toEqual([]);
    expect(secretsIn(watch.down(), secrets), 'from main to the popup').toEqual([]);
    const leaking = watch.up.filter((message) => secretsIn(unwrap(message), secrets).length > 0);
    expect(leaking.length, 'the sign-ins were heard').toBeGreaterThan(3);
    expect(leaking.filter((message) => !unwrap(message).includes('"sign-in"'))).toEqual([]);
    await Promise.all([zulip.close(), rocketChat.close()]);
  });

  test('would be found', async ({ app, page }) => {
    const watch = await watchTraffic(page);
    const zulip = await startDemoZulip({ organization: 'canary-"name"' });
    const secrets = { name: 'canary-"name"' };
    await connectZulip(app, zulip);
    expect(secretsIn(await shown(app), secrets)).toEqual(['name']);
    expect(secretsIn(watch.down(), secrets)).toEqual(['name']);
    expect(secretsInFolder(app.userDataDir, secrets).join()).toContain('accounts.json: name');
    writeFileSync(join(app.userDataDir, 'hidden'), Buffer.from('canary-"name"', 'utf16le'));
    expect(secretsInFolder(app.userDataDir, secrets).join()).toContain('hidden: name');
    expect(processArguments(app).join()).toContain('run.ts');
    await zulip.close();
  });
});

/** The arguments travel as JSON in JSON. */
function unwrap(message: string): string {
  const { args } = JSON.parse(message) as { args: string };
  return args;
}

type Look = () => Promise<void>;

async function failToSignIn(app: App, zulip: DemoZulip, look: Look): Promise<void> {
  const { login } = zulip.credentials.you;
  const alert = app.popup.getByRole('alert');
  await typeAddress(app, zulip.url);
  await signIn(app, { 'E-mail': login, Password: WRONG_PASSWORD });
  await expect(alert).toContainText('wrong');
  await look();
  const path = '/fetch_api_key';
  const echo = { result: 'error', msg: `no ${WRONG_PASSWORD}`, code: WRONG_PASSWORD };
  const faults = [
    { path, status: 500, body: `<h1>${WRONG_PASSWORD}</h1>` },
    { path, status: 400, body: echo },
    { path, redirectTo: `https://user:${encodeURIComponent(WRONG_PASSWORD)}@elsewhere.invalid/` },
    { path, reset: true },
    { path, status: 200, body: { result: 'success', api_key: { not: WRONG_PASSWORD } } },
  ];
  for (const fault of faults) {
    zulip.received.clear();
    zulip.faults.next(fault);
    await app.popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => zulip.received.requests.length, 'the server was asked').toBeGreaterThan(0);
    await expect(app.popup.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expect(alert).toBeVisible();
    await look();
  }
  zulip.faults.clear();
  await app.popup.getByRole('button', { name: 'Back' }).click();
}

async function signInAllWays(app: App, zulip: DemoZulip, rocketChat: DemoRocketChat, look: Look): Promise<void> {
  await connectZulip(app, zulip);
  await look();
  await connectRocketChat(app, rocketChat);
  await look();
  await typeAddress(app, rocketChat.url);
  const { login, password } = rocketChat.credentials.authenticator;
  await signIn(app, { 'E-mail or user name': login, Password: password });
  await app.popup.getByRole('textbox', { name: /authenticator app/ }).fill(TWO_FACTOR_CODE);
  await app.popup.getByRole('button', { name: 'Confirm' }).click();
  await expectStatusScreen(app);
  await typeAddress(app, rocketChat.url);
  await chooseWay(app, 'Access token');
  const { userId, token } = rocketChat.credentials.member;
  await signIn(app, { 'User ID': userId, 'Personal access token': token });
  await expectStatusScreen(app);
  await look();
  for (const place of ['Accounts', 'Presets', 'Settings']) {
    await app.popup.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).click();
    await look();
    await app.popup.getByRole('button', { name: 'Back' }).click();
  }
}

/** What the user may hand on: the file of presets and settings, and both forms of the report. */
async function takeOut(app: App): Promise<string[]> {
  const { popup } = app;
  await openPopup(app);
  await popup.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click();
  await popup.getByRole('button', { name: 'Export and import' }).click();
  await popup.getByRole('button', { name: 'Export…' }).click();
  const path = await app.saveFile('canary.json');
  await expect(popup.getByText('Saved as canary.json.')).toBeVisible();
  const file = readFileSync(path, 'utf8');
  expect(file).toContain('"whereabouts": 1');
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('button', { name: 'Diagnostics' }).click();
  const report = popup.getByRole('textbox', { name: 'Report' });
  await expect(report).toHaveValue(/^Whereabouts/);
  const redacted = await report.inputValue();
  await popup.getByRole('checkbox', { name: 'Include server addresses' }).check();
  await expect(report).toHaveValue(/127\.0\.0\.1/);
  await popup.getByRole('button', { name: 'Copy report' }).click();
  await expect(popup.getByText('Copied.')).toBeVisible();
  const copied = await app.clipboard();
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('button', { name: 'Back' }).click();
  return [file, redacted, copied];
}

/** Servers that send secrets back. */
async function failToSet(
  app: App,
  zulip: DemoZulip,
  rocketChat: DemoRocketChat,
  planted: Record<string, string>,
  look: Look,
): Promise<void> {
  const echo = JSON.stringify(Object.values(withLoginTokens(planted, rocketChat)));
  zulip.faults.next({ path: '/status', method: 'POST', status: 500, body: echo });
  rocketChat.faults.next({ path: 'setStatus', status: 500, body: echo });
  await setStatus(app, { text: 'Lunch' });
  await expectOutcome(app, ZULIP, 'waiting');
  await look();
  zulip.faults.next({ path: '/status', method: 'POST', redirectTo: `https://${zulip.credentials.you.token}.invalid/` });
  await setStatus(app, { text: 'Lunch again' });
  await expectOutcome(app, ZULIP, 'waiting');
  await look();
  zulip.faults.offline = true;
  rocketChat.faults.offline = true;
  await setStatus(app, { text: 'Lunch once more' });
  await expectOutcome(app, ZULIP, 'waiting');
  await look();
  zulip.faults.offline = false;
  rocketChat.faults.offline = false;
}
