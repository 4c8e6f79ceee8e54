// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { PeopleJob, Person, PersonOutcome, Rights } from '../../electron/contract/administration.ts';
import type { AppState } from '../../electron/contract/app-state.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { choose, renderPopup, type } from './render-popup.tsx';
import { lunch, rocketChatAccount, zulipAccount } from './sample-state.ts';

const NONE: Rights = {
  manageWorkspaceStatuses: { allowed: false, problem: { code: 'not-on-this-server' } },
  setOthersStatus: { allowed: false, problem: { code: 'administrator-needed' } },
};

function person(id: string, fullName: string, text = ''): Person {
  const reported = { emoji: null, text, availability: 'online' as const, until: null };
  return { id, fullName, userName: fullName.toLowerCase(), email: `${id}@acme.example`, reported };
}

const PEOPLE = [person('10', 'Priya Raman', 'Reviewing'), person('12', 'Mei Lin'), person('7', 'Ada Example')];

async function openPeople(change: Partial<AppState> = {}) {
  const popup = await renderPopup(change);
  popup.main.answers['find-people'] = ({ query }) => {
    const people = PEOPLE.filter((each) => each.fullName.toLowerCase().includes(query.toLowerCase()));
    return { ok: true, value: { people, all: people.length } };
  };
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name: 'People' }));
  await screen.findByRole('heading', { name: 'People' });
  return popup;
}

async function pick(query: string, name: RegExp) {
  type(screen.getByRole('combobox', { name: 'Find people' }), query);
  fireEvent.click(await screen.findByRole('option', { name }));
}

const sendForm = () => fireEvent.submit(screen.getByRole('form', { name: 'Status for others' }));

test('leads to no such place without a right', async () => {
  await renderPopup({ accounts: [zulipAccount({ rights: NONE }), rocketChatAccount({ rights: NONE })] });
  expect(within(screen.getByRole('navigation')).queryByRole('button', { name: 'People' })).toBeNull();
});

test('finds people as one types, shows what they have, and sets a status for them alone', async () => {
  const { main } = await openPeople();
  type(screen.getByRole('combobox'), 'raman');
  expect((await screen.findByRole('option')).textContent).toContain('Reviewing');
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  await screen.findByRole('button', { name: 'Set for Priya Raman' });
  await pick('mei', /Mei Lin/);
  expect(await screen.findByText('For 2 people on Acme, not for you.')).toBeTruthy();
  type(screen.getByRole('textbox', { name: 'Their status text' }), 'Offsite');
  sendForm();
  await waitFor(() => expect(main.sentArguments('set-status-for')).toHaveLength(1));
  expect(main.sentArguments('set-status-for')[0]).toEqual({
    accountId: 'acme',
    personIds: ['10', '12'],
    status: { emoji: null, text: 'Offsite', availability: null, until: null, then: 'clear' },
  });
  expect(main.sentArguments('set-status')).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Chosen people' })).toBeNull());
});

test.each([
  [400, 'The first 50 of 400. Type on to find others.'],
  [null, 'The first 50. Type on to find others.'],
])('of %s who fit the first fifty are offered, and that there are others is said', async (all, words) => {
  const { main } = await openPeople();
  const people = Array.from({ length: 50 }, (_, n) => person(`c${n}`, `Colleague ${n}`));
  main.answers['find-people'] = () => ({ ok: true, value: { people, all } });
  type(screen.getByRole('combobox', { name: 'Find people' }), 'colleague');
  expect(await screen.findAllByRole('option')).toHaveLength(50);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(words);
  expect(screen.getAllByText(words)).toHaveLength(2);
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'ArrowUp' });
  await waitFor(() => expect(screen.getByRole('option', { selected: true }).textContent).toContain('Colleague 49'));
});

test('Enter before the answer has come takes nobody from an older one', async () => {
  await openPeople();
  type(screen.getByRole('combobox', { name: 'Find people' }), 'priya');
  await screen.findByRole('option', { name: /Priya/ });
  type(screen.getByRole('combobox', { name: 'Find people' }), 'mei');
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  await screen.findByRole('option', { name: /Mei/ });
  expect(screen.queryByRole('list', { name: 'Chosen people' })).toBeNull();
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  expect(await screen.findByRole('button', { name: 'Take out Mei Lin' })).toBeTruthy();
});

test('never offers oneself, nor anyone twice', async () => {
  await openPeople();
  await pick('a', /Priya/);
  type(screen.getByRole('combobox'), 'a');
  await waitFor(() => expect(screen.queryByRole('option', { name: /Priya/ })).toBeNull());
  expect(screen.queryByRole('option', { name: /Ada/ })).toBeNull();
});

test('Backspace in the empty field takes the last one out, a chip’s button any', async () => {
  await openPeople();
  await pick('priya', /Priya/);
  await pick('mei', /Mei/);
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Backspace' });
  expect(await screen.findByRole('button', { name: 'Set for Priya Raman' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take out Priya Raman' }));
  expect(await screen.findByText('Choose whom it is for.', { selector: '.for-whom' })).toBeTruthy();
});

test('says a problem at its own field and keeps all that was typed', async () => {
  const { main } = await openPeople();
  await pick('mei', /Mei/);
  type(screen.getByRole('textbox', { name: 'Their status text' }), 'Offsite');
  main.answers['set-status-for'] = () => ({ ok: false, problem: { code: 'person-unknown' } });
  sendForm();
  await waitFor(() => expect(screen.getByRole('combobox').getAttribute('aria-invalid')).toBe('true'));
  expect((screen.getByRole('textbox', { name: 'Their status text' }) as HTMLInputElement).value).toBe('Offsite');
  expect(screen.getByRole('button', { name: 'Take out Mei Lin' })).toBeTruthy();
});

test('clears for others with Rocket.Chat’s own ordinary presence', async () => {
  const { main } = await openPeople();
  await choose(/^Account: Acme/, 'menuitemradio', /Riverside/);
  await pick('mei', /Mei/);
  fireEvent.click(await screen.findByRole('button', { name: 'Clear for Mei Lin' }));
  await waitFor(() => expect(main.sentArguments('set-status-for')[0]?.status.availability).toBe('online'));
  expect(main.sentArguments('set-status-for')[0]?.accountId).toBe('riverside');
});

test('a preset fills the form and sets nothing, least of all for oneself', async () => {
  const { main } = await openPeople();
  fireEvent.click(screen.getByRole('button', { name: /^Fill in from a preset/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /Commuting/ }));
  await waitFor(() =>
    expect((screen.getByRole('textbox', { name: 'Their status text' }) as HTMLInputElement).value).toBe('Commuting'),
  );
  expect(screen.getByRole('button', { name: /^How long: 30 min/ })).toBeTruthy();
  expect(main.sent.map(({ name }) => name).filter((name) => /^(set|apply)-/.test(name))).toEqual([]);
});

test('says who keeps an end that the server does not know', async () => {
  await openPeople();
  expect(screen.queryByText(/Whereabouts ends it/)).toBeNull();
  await choose(/^How long/, 'menuitemradio', /^30 min/);
  expect(await screen.findByText(/Whereabouts ends it, but only while it runs/)).toBeTruthy();
});

test('closes the form with the reason when the right is lost, and has what was typed when it comes back', async () => {
  const { main } = await openPeople();
  type(screen.getByRole('textbox', { name: 'Their status text' }), 'Offsite');
  main.push({ accounts: [zulipAccount({ rights: NONE })] });
  expect(await screen.findByText(/Only administrators/)).toBeTruthy();
  expect(screen.getByText(/What you typed is kept/)).toBeTruthy();
  main.push({ accounts: [zulipAccount()] });
  const text = (await screen.findByRole('textbox', { name: 'Their status text' })) as HTMLInputElement;
  expect(text.value).toBe('Offsite');
});

test.each<[Problem, RegExp]>([
  [{ code: 'server-too-old', version: '10.4', needed: '11.0' }, /version 10\.4; at least 11\.0 is needed/],
  [{ code: 'permission-missing', permission: 'edit-other-user-info' }, /lacks the permission “edit-other-user-info”/],
  [{ code: 'rights-unknown' }, /has not said yet/],
])('instead of the form there is the reason: %o', async (problem, words) => {
  const rights: Rights = { ...NONE, setOthersStatus: { allowed: false, problem } };
  await openPeople({ accounts: [zulipAccount(), rocketChatAccount({ rights })] });
  await choose(/^Account: Acme/, 'menuitemradio', /Riverside/);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole('form', { name: 'Status for others' })).toBeNull();
});

test('a lost right does not pass those chosen on to another account', async () => {
  const { main } = await openPeople();
  await pick('mei', /Mei/);
  main.push({ accounts: [zulipAccount({ rights: NONE }), rocketChatAccount()] });
  expect(await screen.findByText(/Only administrators/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Set for/ })).toBeNull();
  main.push({ accounts: [rocketChatAccount()] });
  expect(await screen.findByRole('button', { name: 'Set for someone' })).toBeTruthy();
});

test('shows a job person by person, with what can be done about it', async () => {
  const job: PeopleJob = {
    ...{ id: 'j1', accountId: 'acme', people: PEOPLE.slice(0, 2), status: lunch({ until: null }) },
    ...{ endKeptBy: null, pausedUntil: Date.now() + 30_000, running: true, canUndo: false },
    outcomes: [
      { personId: '10', state: 'applied', problem: null, notApplied: ['away'] },
      { personId: '12', state: 'sending', problem: null, notApplied: [] },
    ],
  };
  const { main } = await openPeople({ peopleJobs: [job] });
  const card = within(screen.getByRole('region', { name: '🍔 Lunch on Acme' }));
  expect(card.getByRole('status').textContent).toMatch(/^1 of 2 done\. The server asks for a pause of (29|30) s\.$/);
  expect(card.getByText('not applied by this server: away')).toBeTruthy();
  fireEvent.click(card.getByRole('button', { name: 'Cancel' }));
  const failed = {
    personId: '12',
    state: 'rejected' as const,
    problem: { code: 'person-unknown' as const },
    notApplied: [],
  };
  const outcomes = [...job.outcomes.slice(0, 1), failed];
  main.push({ peopleJobs: [{ ...job, running: false, pausedUntil: null, canUndo: true, outcomes }] });
  expect(await card.findByText(/does not know this person/)).toBeTruthy();
  for (const name of ['Retry failed', 'Undo', 'Close']) fireEvent.click(card.getByRole('button', { name }));
  expect(main.sent.map((each) => each.name).filter((name) => name.endsWith('-people-job'))).toEqual([
    'cancel-people-job',
    'retry-people-job',
    'undo-people-job',
    'close-people-job',
  ]);
});

test.each<[Problem, 'text' | 'emoji' | 'people']>([
  [{ code: 'text-too-long', length: 61, max: 60 }, 'text'],
  [{ code: 'emoji-name-wrong', emoji: '🍔' }, 'emoji'],
  [{ code: 'custom-emoji-unknown', emoji: ':party:' }, 'emoji'],
  [{ code: 'person-unknown' }, 'people'],
])('what was refused goes back into the form, with %o at its field', async (problem, field) => {
  const applied = { personId: '10', state: 'applied' as const, problem: null, notApplied: [] };
  const refused = { personId: '12', state: 'rejected' as const, problem, notApplied: [] };
  const job: PeopleJob = {
    ...{ id: 'j1', accountId: 'acme', people: PEOPLE.slice(0, 2), status: lunch({ until: null }) },
    ...{ endKeptBy: null, pausedUntil: null, running: false, canUndo: false, outcomes: [applied, refused] },
  };
  const { main } = await openPeople({ peopleJobs: [job] });
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  expect(await screen.findByRole('button', { name: 'Set for Mei Lin' })).toBeTruthy();
  const text = screen.getByRole('textbox', { name: 'Their status text' }) as HTMLInputElement;
  const finder = screen.getByRole('combobox', { name: 'Find people' });
  const [right, wrong] = field === 'people' ? [text, finder] : [finder, text];
  expect(text.value).toBe('Lunch');
  expect([wrong, right].map((each) => each.getAttribute('aria-invalid'))).toEqual(['true', null]);
  const described = document.getElementById(wrong.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe(problemText(problem));
  if (field !== 'people') expect(document.activeElement).toBe(text);
  expect(main.sentArguments('close-people-job')).toEqual([{ jobId: 'j1' }]);
  fireEvent.submit(screen.getByRole('form', { name: 'Status for others' }));
  await waitFor(() => expect(main.sentArguments('set-status-for')[0]?.personIds).toEqual(['12']));
  await waitFor(() => expect(wrong.getAttribute('aria-invalid')).toBeNull());
});

test('a preset with another organization’s own emoji is filled in with its fallback', async () => {
  const emoji = { kind: 'custom' as const, serverUrl: 'https://elsewhere.example', name: 'party', code: '1' };
  const fallbackEmoji = { kind: 'unicode' as const, value: '🎉' };
  const preset = {
    id: 'p',
    text: 'Party',
    emoji,
    fallbackEmoji,
    availability: null,
    duration: { kind: 'none' as const },
  };
  await openPeople({ presets: [{ ...preset, then: 'clear', accountIds: null }] });
  fireEvent.click(screen.getByRole('button', { name: /^Fill in from a preset/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /Party/ }));
  expect(await screen.findByRole('button', { name: /^Their emoji: 🎉/ })).toBeTruthy();
});

test('the first screen tells of others in one line while it runs and when some have failed, and leads there', async () => {
  const outcome = (personId: string, state: PersonOutcome['state']) => ({
    personId,
    state,
    problem: null,
    notApplied: [],
  });
  const job: PeopleJob = {
    ...{ id: 'j1', accountId: 'acme', people: PEOPLE.slice(0, 2), status: lunch({ until: null }) },
    ...{ endKeptBy: null, pausedUntil: null, running: true, canUndo: false },
    outcomes: [outcome('10', 'applied'), outcome('12', 'sending')],
  };
  const { main } = await renderPopup({ peopleJobs: [job] });
  expect(screen.getByText('For other people: 1 of 2 done.')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Current status' })).queryByText(/other people/)).toBeNull();
  main.push({
    peopleJobs: [{ ...job, running: false, outcomes: [outcome('10', 'applied'), outcome('12', 'applied')] }],
  });
  await waitFor(() => expect(screen.queryByText(/For other people/)).toBeNull());
  main.push({
    peopleJobs: [{ ...job, running: false, outcomes: [outcome('10', 'applied'), outcome('12', 'rejected')] }],
  });
  const line = await screen.findByText('For other people: 1 failed.');
  expect(line.closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
  fireEvent.click(screen.getByRole('button', { name: 'Show the statuses of other people' }));
  expect(await screen.findByRole('region', { name: '🍔 Lunch on Acme' })).toBeTruthy();
});
