import { expect, test } from '@playwright/test';
import { startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import type { App } from './driver/driver.ts';
import { chooseFile, goTo, type Screens } from './screen-steps.ts';
import { SETTINGS_SCREENS } from './settings-screens.ts';
import {
  connectRocketChat,
  connectZulip,
  currentStatus,
  openAddAccount,
  openChoice,
  openPopup,
  ROCKET_CHAT,
  row,
  sendAddress,
  setStatus,
  signIn,
  ZULIP,
} from './steps.ts';

/** Each goes on from where the one before it has led. */
const SCREENS: Screens = {
  'first run': async (app) => {
    await openPopup(app);
    await expect(app.popup.getByRole('heading', { name: 'Where are you?' })).toBeVisible();
  },
  'add account, the address': async (app) => {
    await openAddAccount(app);
    await expect(app.popup.getByRole('textbox', { name: 'Server address' })).toBeFocused();
  },
  'add account, an address that is none': async (app) => {
    await sendAddress(app, 'http://chat.example.org:1 2');
    await expect(app.popup.getByRole('alert')).toBeVisible();
  },
  'add account, signing in': async (app, { zulip }) => {
    await sendAddress(app, zulip.url);
    await expect(app.popup.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  },
  'add account, a wrong password': async (app, { zulip }) => {
    await signIn(app, { 'E-mail': zulip.credentials.you.login, Password: 'not this one' });
    await expect(app.popup.getByRole('alert')).toBeVisible();
  },
  'add account, a second proof': async (app, { rocketChat }) => {
    const { login, password } = rocketChat.credentials.authenticator;
    await app.popup.getByRole('button', { name: 'Other server' }).click();
    await sendAddress(app, rocketChat.url);
    await signIn(app, { 'E-mail or user name': login, Password: password });
    await expect(app.popup.getByRole('textbox', { name: /authenticator app/ })).toBeFocused();
  },
  'status, empty': async (app, { zulip, rocketChat }) => {
    // Twice: from the form to where the server is chosen, and to the first run.
    await app.popup.locator('body').press('Escape');
    await connectZulip(app, zulip);
    await connectRocketChat(app, rocketChat);
    await expect(currentStatus(app).getByText('No status').first()).toBeVisible();
  },
  'status, a menu': async (app) => {
    await expect(await openChoice(app, 'How long')).toBeVisible();
  },
  'status, an end typed': async (app) => {
    await app.popup.getByRole('menuitem', { name: 'Type an end…' }).click();
    await app.popup.getByRole('textbox', { name: 'Ends' }).fill('45m');
    await expect(app.popup.getByText(/, in \S+/)).toBeVisible();
  },
  'status, a shortcode': async (app) => {
    await app.popup.getByRole('textbox', { name: 'Ends' }).press('Escape');
    const text = app.popup.getByRole('textbox', { name: 'Status text' });
    await text.pressSequentially('At work :hamb');
    await expect(app.popup.getByRole('option', { name: /^\S* ?:hamburger:/ }).first()).toBeVisible();
  },
  'emoji picker': async (app) => {
    await app.popup.getByRole('combobox', { name: 'Status text' }).fill('');
    await app.popup.getByRole('button', { name: 'Emoji: ' }).click();
    await expect(app.popup.getByRole('gridcell').first()).toBeVisible();
  },
  'emoji picker, found': async (app) => {
    await app.popup.getByRole('combobox', { name: 'Search emoji' }).fill('train');
    await expect(app.popup.getByRole('status').filter({ hasText: 'emoji found' })).toBeAttached();
  },
  'emoji picker, nothing found': async (app) => {
    await app.popup.getByRole('combobox', { name: 'Search emoji' }).fill('qqqq');
    await expect(app.popup.getByRole('gridcell')).toHaveCount(0);
  },
  'link, asking': async (app) => {
    await app.popup.getByRole('combobox', { name: 'Search emoji' }).press('Escape');
    await app.startAgain('whereabouts://preset/commuting');
    await app.popup.getByRole('checkbox', { name: 'Always allow this preset from links' }).check();
    const set = app.popup.getByRole('alertdialog').getByRole('button', { name: 'Set', exact: true });
    await expect(set).not.toHaveAttribute('aria-disabled', 'true');
  },
  'link, refused': async (app) => {
    await app.popup.getByRole('alertdialog').getByRole('button', { name: 'Set', exact: true }).click();
    await expect(app.popup.getByRole('alertdialog')).toHaveCount(0);
    await app.startAgain('whereabouts://preset/../clear');
    await expect(app.popup.getByText('Nothing was changed.')).toBeVisible();
  },
  'status, set': async (app) => {
    await app.popup.getByRole('alertdialog').press('Escape');
    await row(app, 'In a meeting').click();
    await expect(app.popup.getByRole('progressbar', { name: 'Time left' })).toBeVisible();
  },
  'status, too long': async (app) => {
    await app.popup.getByRole('textbox', { name: 'Status text' }).fill('a'.repeat(130));
    await expect(app.popup.getByText(/too long for/)).toBeVisible();
  },
  'status, waiting': async (app) => {
    await goOnline(app, false);
    await setStatus(app, { emoji: '🍔', text: 'Lunch' });
    await expect(app.popup.getByText('waiting, offline').first()).toBeVisible();
  },
  'status, rejected': async (app, { zulip, rocketChat }) => {
    const refusal = { result: 'error', msg: 'Not today', code: 'BAD_REQUEST' };
    zulip.faults.next({ path: '/users/me/status', method: 'POST', status: 400, body: refusal, times: 5 });
    rocketChat.switches.messageChange = false;
    await goOnline(app, true);
    await setStatus(app, { emoji: '🍔', text: 'Lunch again' });
    await expect(app.popup.getByText(/^not set, /)).toHaveCount(2);
  },
  accounts: (app) => goTo(app, 'Accounts'),
  'accounts, removing one': async (app) => {
    await app.popup.getByRole('button', { name: `Remove ${ROCKET_CHAT}` }).click();
    const question = `Remove ${ROCKET_CHAT}? Its sign-in is deleted from this computer.`;
    await expect(app.popup.getByRole('group', { name: question })).toBeVisible();
  },
  presets: async (app) => {
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await goTo(app, 'Presets');
  },
  'preset form': async (app) => {
    await app.popup.getByRole('button', { name: 'Edit In a meeting' }).click();
    await app.popup.getByRole('radio', { name: 'Only these' }).check();
    await expect(app.popup.getByRole('button', { name: 'Accounts: All 2' })).toBeVisible();
  },
  'presets, one deleted': async (app) => {
    await app.popup.getByRole('button', { name: 'Cancel', exact: true }).click();
    await app.popup.getByRole('button', { name: 'Delete Busy' }).click();
    await expect(app.popup.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  },
  ...SETTINGS_SCREENS,
  'people, finding': async (app) => {
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await goTo(app, 'People');
    await app.popup.getByRole('combobox', { name: 'Find people' }).fill('colleague');
    await expect(app.popup.getByText('The first 50 of 60. Type on to find others.').first()).toBeVisible();
  },
  'people, chosen': async (app) => {
    await app.popup.getByRole('combobox', { name: 'Find people' }).fill('mei');
    await expect(app.popup.getByRole('option', { name: /Mei Lin/ })).toBeVisible();
    await app.popup.getByRole('combobox', { name: 'Find people' }).press('Enter');
    await app.popup.getByRole('textbox', { name: 'Their status text' }).fill('At the offsite');
    await app.popup.getByRole('button', { name: 'How long: ' }).click();
    await app.popup.getByRole('menuitemradio', { name: '30 min' }).click();
    await expect(app.popup.getByText(/Whereabouts ends it/)).toBeVisible();
  },
  'people, on its way': async (app, { zulip }) => {
    const fault = { path: '/users/12/status', method: 'POST' };
    const pause = { result: 'error', msg: 'Too fast', code: 'RATE_LIMIT_HIT', 'retry-after': 2 };
    const refusal = { result: 'error', msg: 'Not today', code: 'BAD_REQUEST' };
    zulip.faults.next({ ...fault, status: 429, body: pause });
    zulip.faults.next({ ...fault, status: 400, body: refusal });
    await app.popup.getByRole('button', { name: 'Set for Mei Lin' }).click();
    await expect(app.popup.getByRole('progressbar')).toBeVisible();
  },
  'people, one who failed': async (app) => {
    await expect(app.popup.getByRole('button', { name: 'Retry failed' })).toBeVisible();
  },
  'status, others have failed': async (app) => {
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(app.popup.getByText('For other people: 1 failed.')).toBeVisible();
  },
  'people, without the right': async (app, { zulip }) => {
    await app.popup.getByRole('button', { name: 'Show the statuses of other people' }).click();
    zulip.changeRole('you', 400);
    await expect(app.popup.getByText(/^Only administrators/)).toBeVisible();
  },
  'workspace statuses': async (app) => {
    await app.popup.getByRole('button', { name: /^Workspace statuses of/ }).click();
    await expect(app.popup.getByText('123 statuses')).toBeVisible();
  },
  'workspace statuses, a file': async (app) => {
    await chooseFile(
      app,
      'From a file…',
      'team.csv',
      'name,availability\nPager duty,Online\nFocus time,busy\nA<B,away\n',
    );
    await expect(app.popup.getByRole('button', { name: 'Create 1' })).toBeVisible();
  },
  'workspace statuses, a file taken in': async (app) => {
    await app.popup.getByRole('button', { name: 'Create 1' }).click();
    await expect(app.popup.getByText('created', { exact: true })).toBeVisible();
  },
  'workspace status': async (app) => {
    await app.popup.getByRole('button', { name: 'Edit Pager duty' }).click();
    await expect(app.popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Pager duty');
  },
  'workspace status, a name that can’t be': async (app) => {
    await app.popup.getByRole('button', { name: 'Cancel', exact: true }).click();
    await app.popup.getByRole('button', { name: 'New status' }).click();
    await app.popup.getByRole('textbox', { name: 'Name' }).fill('A<B');
    await app.popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(app.popup.getByRole('alert')).toBeVisible();
  },
};

/** On the preview's desktop this is a click outside of the popup, which closes it. */
async function goOnline(app: App, online: boolean): Promise<void> {
  await app.setOnline(online);
  if (app.desktop !== null) await expect.poll(() => app.isPopupShown()).toBe(false);
}

/** Leads a fresh app through all its screens and their states, with two demo servers, and calls `look` at each. */
export async function visitEveryScreen(app: App, look: (screen: string) => Promise<void>): Promise<void> {
  const zulip = await startDemoZulip({ organization: ZULIP, extraPeople: 60 });
  const rocketChat = await startDemoRocketChat({ organization: ROCKET_CHAT, extraStatuses: 120 });
  try {
    for (const [screen, open] of Object.entries(SCREENS)) {
      await test.step(screen, async () => {
        await open(app, { zulip, rocketChat });
        await look(screen);
      });
    }
  } finally {
    await Promise.all([zulip.close(), rocketChat.close()]);
  }
}
