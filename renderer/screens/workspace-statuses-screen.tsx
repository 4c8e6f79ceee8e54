import { useEffect, useState } from 'preact/hooks';
import type { WorkspaceStatus } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { WorkspaceImportCard } from '../people/workspace-import-card.tsx';
import { WorkspaceStatusRow } from '../people/workspace-status-row.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = WORKSPACE_STATUSES;

/** The statuses that a Rocket.Chat workspace offers to everyone there. */
export function WorkspaceStatusesScreen({ accountId }: { accountId: string }) {
  const popup = usePopup();
  const { accounts, workspaceStatusImports } = useAppState();
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState('');
  const account = accounts.find((each) => each.id === accountId);
  useEffect(() => {
    void popup.run('list-workspace-statuses', { accountId });
  }, [popup, accountId]);
  if (account === undefined) return <Page title={T.title}>{null}</Page>;

  const right = account.rights.manageWorkspaceStatuses;
  const shown = account.workspaceStatuses.filter((status) => matches(status, query));
  const copy = async ({ name, availability }: WorkspaceStatus) => {
    const preset = {
      ...{ emoji: null, text: name, availability },
      ...{ duration: { kind: 'none' as const }, then: 'clear' as const, accountIds: null },
    };
    if (await popup.run('save-preset', { presetId: null, preset })) setSaid(T.copied({ name }));
  };

  return (
    <Page title={T.title}>
      <p class="lead">{T.of({ server: account.serverName })}</p>
      {!right.allowed && (
        <p class="no-right" role="note">
          {problemText(right.problem)}
        </p>
      )}
      {right.allowed && <Actions account={account} />}
      {workspaceStatusImports
        .filter((each) => each.accountId === accountId)
        .map((each) => (
          <WorkspaceImportCard key={each.id} job={each} account={account} />
        ))}
      <Search query={query} setQuery={setQuery} shown={shown.length} all={account.workspaceStatuses.length} />
      <p class={said === '' ? 'sr-only' : 'hint'} role="status">
        {said}
      </p>
      <ul class="preset-rows" aria-label={T.list}>
        {shown.map((status) => (
          <WorkspaceStatusRow
            key={status.id}
            status={status}
            account={account}
            mayChange={right.allowed}
            copy={() => void copy(status)}
          />
        ))}
      </ul>
    </Page>
  );
}

function Actions({ account }: { account: AccountState }) {
  const popup = usePopup();
  const chooseFile = async () => {
    const answer = await popup.ask('choose-workspace-status-file', { accountId: account.id });
    // Whoever closes the dialog knows that no file was chosen.
    if (!answer.ok && answer.problem.code !== 'file-not-chosen') popup.problem.value = answer.problem;
  };
  return (
    <div class="page-actions">
      <Button
        look="primary"
        onClick={() => popup.go({ name: 'workspace-status', accountId: account.id, statusId: null })}
      >
        {T.add}
      </Button>
      <Button onClick={() => void chooseFile()}>{T.fromFile}</Button>
    </div>
  );
}

interface SearchProps {
  query: string;
  setQuery: (query: string) => void;
  shown: number;
  all: number;
}

function Search({ query, setQuery, shown, all }: SearchProps) {
  if (all === 0) return <p class="empty">{T.none}</p>;
  return (
    <div class="field workspace-search">
      <input
        type="search"
        aria-label={T.search}
        placeholder={T.search}
        autoComplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          event.stopPropagation();
          setQuery('');
        }}
      />
      <p class="hint" role="status">
        {shown === 0 ? T.nothing({ query }) : shown === all ? T.count({ all }) : T.countShown({ shown, all })}
      </p>
    </div>
  );
}

function matches({ name }: WorkspaceStatus, query: string): boolean {
  return name.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}
