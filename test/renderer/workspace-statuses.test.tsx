// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { WorkspaceStatus, WorkspaceStatusImport } from '../../electron/contract/administration.ts';
import type { AccountState, AppState } from '../../electron/contract/app-state.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { renderPopup, type } from './render-popup.tsx';
import { rocketChatAccount, zulipAccount } from './sample-state.ts';

const STATUSES: WorkspaceStatus[] = [
  { id: 'w1', name: 'Focus time', availability: 'busy' },
  { id: 'w2', name: 'Travelling', availability: null },
  { id: 'w3', name: 'Gone home', availability: 'invisible' },
];

function riverside(change: Partial<AccountState> = {}): AccountState {
  return rocketChatAccount({ workspaceStatuses: STATUSES, ...change });
}

const withoutRight = (problem: Problem) =>
  riverside({
    rights: { manageWorkspaceStatuses: { allowed: false, problem }, setOthersStatus: { allowed: true } },
  });

async function openWorkspace(change: Partial<AppState> = {}) {
  const rendered = await renderPopup({ accounts: [riverside()], ...change });
  rendered.popup.go({ name: 'workspace-statuses', accountId: 'riverside' });
  await screen.findByRole('heading', { name: 'Workspace statuses' });
  return rendered;
}

const rows = () => within(screen.getByRole('list', { name: 'Workspace statuses' })).queryAllByRole('listitem');
const sendForm = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement);

test('is reached from People, and reads the list anew', async () => {
  const { main } = await renderPopup({ accounts: [zulipAccount(), riverside()] });
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Workspace statuses of Riverside/ }));
  await screen.findByRole('heading', { name: 'Workspace statuses' });
  await waitFor(() => expect(main.sentArguments('list-workspace-statuses')).toEqual([{ accountId: 'riverside' }]));
  expect(rows().map((row) => row.querySelector('.row-end')?.textContent)).toEqual(['Busy', 'as it is', 'Offline']);
});

test('searches without regard to capitals', async () => {
  await openWorkspace();
  type(screen.getByLabelText('Search'), 'TRAV');
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(screen.getByText('1 of 3 statuses')).toBeTruthy();
});

test('creates one', async () => {
  const { main } = await openWorkspace();
  main.answers['save-workspace-status'] = () => ({ ok: true, value: STATUSES[0] as WorkspaceStatus });
  fireEvent.click(screen.getByRole('button', { name: 'New status' }));
  type(await screen.findByLabelText('Name'), ' Deep work ');
  fireEvent.click(screen.getByRole('radio', { name: 'Offline' }));
  sendForm();
  await screen.findByRole('heading', { name: 'Workspace statuses' });
  expect(main.sentArguments('save-workspace-status')).toEqual([
    { accountId: 'riverside', statusId: null, name: 'Deep work', availability: 'invisible' },
  ]);
});

test.each<[string, RegExp]>([
  ['  ', /needs a name/],
  ['A<B', /can’t contain </],
])('does not ask the server about the name “%s”', async (name, words) => {
  const { main } = await openWorkspace();
  fireEvent.click(screen.getByRole('button', { name: 'New status' }));
  type(await screen.findByLabelText('Name'), name);
  sendForm();
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
  expect(main.sentArguments('save-workspace-status')).toEqual([]);
});

test.each<[Problem, 'Name' | 'Availability' | null]>([
  [{ code: 'workspace-status-name-in-use', name: 'Focus time' }, 'Name'],
  [{ code: 'workspace-status-type-invalid', type: 'Offline' }, 'Availability'],
  [{ code: 'permission-missing', permission: 'manage-user-status' }, null],
  [{ code: 'signed-out' }, null],
  [{ code: 'rate-limited', host: 'riverside.example', waitMs: 1000 }, null],
])('says %o and keeps what was typed', async (problem, label) => {
  const { main } = await openWorkspace();
  main.answers['save-workspace-status'] = () => ({ ok: false, problem });
  fireEvent.click(screen.getByRole('button', { name: /Edit Focus time/ }));
  const name = (await screen.findByLabelText('Name')) as HTMLInputElement;
  type(name, 'Deep focus');
  sendForm();
  await screen.findByRole('alert');
  expect(name.value).toBe('Deep focus');
  expect(name.getAttribute('aria-invalid')).toBe(label === 'Name' ? 'true' : null);
  const availability = screen.getByRole('group', { name: 'Availability' });
  const described = document.getElementById(availability.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent ?? null).toBe(label === 'Availability' ? problemText(problem) : null);
});

test('creates one again that somebody has deleted meanwhile', async () => {
  const { main } = await openWorkspace();
  main.answers['save-workspace-status'] = () => ({ ok: false, problem: { code: 'workspace-status-gone' } });
  fireEvent.click(screen.getByRole('button', { name: /Edit Focus time/ }));
  await screen.findByLabelText('Name');
  sendForm();
  await screen.findByRole('button', { name: 'Create it again' });
  sendForm();
  await waitFor(() =>
    expect(main.sentArguments('save-workspace-status').map(({ statusId }) => statusId)).toEqual(['w1', null]),
  );
});

test('a right lost meanwhile closes the form with its reason, and nothing typed is lost', async () => {
  const { main } = await openWorkspace();
  fireEvent.click(screen.getByRole('button', { name: 'New status' }));
  type(await screen.findByLabelText('Name'), 'Deep work');
  main.push({ accounts: [withoutRight({ code: 'permission-missing', permission: 'manage-user-status' })] });
  expect(await screen.findByText(/manage-user-status/)).toBeTruthy();
  expect(screen.queryByLabelText('Name')).toBeNull();
  main.push({ accounts: [riverside()] });
  expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('Deep work');
});

test('without the right everything can be copied and nothing changed', async () => {
  const { main } = await openWorkspace({ accounts: [withoutRight({ code: 'administrator-needed' })] });
  main.answers['save-preset'] = () => ({ ok: true, value: { presetId: 'new' } });
  expect(screen.queryByRole('button', { name: /^(New status|Delete|Edit)/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Copy Focus time to my presets' }));
  expect(await screen.findByText('“Focus time” is among your presets now.')).toBeTruthy();
  expect(main.sentArguments('save-preset')[0]?.preset).toMatchObject({ text: 'Focus time', availability: 'busy' });
});

test('deletes one', async () => {
  const { main } = await openWorkspace();
  fireEvent.click(screen.getByRole('button', { name: 'Delete Travelling' }));
  expect(main.sentArguments('delete-workspace-status')).toEqual([{ accountId: 'riverside', statusId: 'w2' }]);
});

test('previews a file, then shows what became of its rows', async () => {
  const job: WorkspaceStatusImport = {
    ...{ id: 'i1', accountId: 'riverside', fileName: 'team.csv', phase: 'preview', pausedUntil: null },
    rows: [
      { line: 2, name: 'On call', availability: 'online', state: 'create', problem: null },
      { line: 3, name: 'Focus time', availability: 'busy', state: 'unchanged', problem: null },
    ],
  };
  const { main } = await openWorkspace();
  main.answers['choose-workspace-status-file'] = () => ({ ok: false, problem: { code: 'file-not-chosen' } });
  fireEvent.click(screen.getByRole('button', { name: 'From a file…' }));
  main.push({ workspaceStatusImports: [job] });
  const card = within(await screen.findByRole('region', { name: 'From team.csv' }));
  expect(card.getByRole('status').textContent).toBe('1 to create or change, 1 left as it is.');
  fireEvent.click(card.getByRole('button', { name: 'Create 1' }));
  expect(main.sentArguments('start-workspace-status-import')).toEqual([{ importId: 'i1' }]);
  const [first, second] = job.rows;
  const failed = { ...first, state: 'rejected', problem: { code: 'offline' } } as WorkspaceStatusImport['rows'][number];
  main.push({ workspaceStatusImports: [{ ...job, phase: 'done', rows: [failed, second as typeof failed] }] });
  expect(await card.findByText(/You are offline/)).toBeTruthy();
  expect(card.getByRole('status').textContent).toBe('0 done, 1 not.');
  fireEvent.click(card.getByRole('button', { name: 'Retry failed' }));
  expect(main.sentArguments('start-workspace-status-import')).toHaveLength(2);
  expect(screen.queryByText('No file was chosen.')).toBeNull();
});

test('workspace statuses are used like presets, on their workspace alone', async () => {
  const { main } = await renderPopup({ accounts: [zulipAccount(), riverside()] });
  const group = within(screen.getByRole('group', { name: 'Statuses of Riverside' }));
  fireEvent.click(group.getByRole('option', { name: /Focus time/ }));
  expect(main.sentArguments('set-status')[0]).toMatchObject({
    accountIds: ['riverside'],
    status: { text: 'Focus time', availability: 'busy' },
  });
});

test('of many the first few are drawn, the filter finds any, and all are shown when asked for', async () => {
  const many = Array.from({ length: 120 }, (_, n) => ({ id: `m${n}`, name: `Workshop ${n}`, availability: null }));
  const { main } = await renderPopup({ accounts: [zulipAccount(), riverside({ workspaceStatuses: many })] });
  const group = () => within(screen.getByRole('group', { name: 'Statuses of Riverside' }));
  const list = screen.getByRole('listbox', { name: 'Presets and recent statuses' });
  expect(
    group()
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toHaveLength(9);
  for (const key of ['w', 'o', 'r', 'k', 's', 'h', 'o', 'p', ' ', '1', '1', '7']) fireEvent.keyDown(list, { key });
  await waitFor(() => expect(group().getAllByRole('option')).toHaveLength(1));
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(main.sentArguments('set-status')[0]?.status.text).toBe('Workshop 117');
  fireEvent.keyDown(list, { key: 'Escape' });
  await waitFor(() => expect(group().getAllByRole('option')).toHaveLength(9));
  fireEvent.keyDown(list, { key: 'End' });
  await waitFor(() => expect(group().getByRole('option', { selected: true }).textContent).toBe('112 more…'));
  fireEvent.keyDown(list, { key: 'Enter' });
  await waitFor(() => expect(group().getAllByRole('option')).toHaveLength(120));
  expect(group().getByRole('option', { selected: true }).textContent).toBe('Workshop 8');
  expect(main.sentArguments('set-status')).toHaveLength(1);
});

test('a preset becomes a workspace status, and the form stays', async () => {
  const { main, popup } = await renderPopup({ accounts: [riverside()] });
  main.answers['save-workspace-status'] = () => ({ ok: true, value: STATUSES[0] as WorkspaceStatus });
  popup.go({ name: 'preset', presetId: 'busy' });
  fireEvent.click(await screen.findByRole('button', { name: 'Make this a workspace status' }));
  expect(await screen.findByText('Everyone on Riverside can choose “Busy” now.')).toBeTruthy();
  expect(main.sentArguments('save-workspace-status')).toEqual([
    { accountId: 'riverside', statusId: null, name: 'Busy', availability: null },
  ]);
});
