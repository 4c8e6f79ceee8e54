import { useEffect, useState } from 'preact/hooks';
import type { AccountState } from '../../electron/contract/app-state.ts';
import type { StatusPreview } from '../../electron/contract/emoji.ts';
import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import { listed } from '../../electron/contract/languages/texts.ts';
import type { Status } from '../../electron/contract/status.ts';
import { untilText } from '../../electron/contract/texts/duration-texts.ts';
import { joined } from '../../electron/contract/texts/joined.ts';
import { shortProblemText } from '../../electron/contract/texts/short-problem-texts.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import { Emoji } from '../parts/emoji.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { alike, type SameLook } from './alike.ts';

const T = EMOJI.look;
/** Long enough that nothing flickers between two letters. */
const PAUSE_MS = 150;

interface Props {
  /** What would be set now; null: nothing that can be. */
  status: Status | null;
  accounts: readonly AccountState[];
}

/** How the status will look, in one line where it looks the same everywhere. Keeps its room while there is one to be set. */
export function LookLines({ status, accounts }: Props) {
  const previews = usePreviews(status, accounts);
  const kinds = new Set(accounts.map(({ kind }) => kind)).size;
  const looks = alike(previews);
  if (status === null) return null;
  return (
    <section class={kinds > 1 ? 'looks two' : 'looks'} aria-label={T.label}>
      {looks.map((same) => (
        <LookLine
          key={same.look.accountId}
          same={same}
          accounts={accounts}
          ends={status.until !== null}
          only={looks.length === 1}
        />
      ))}
      <Replacements previews={previews} status={status} accounts={accounts} />
    </section>
  );
}

function usePreviews(status: Status | null, accounts: readonly AccountState[]): StatusPreview[] {
  const { ask } = usePopup();
  const [previews, setPreviews] = useState<StatusPreview[]>([]);
  const ids = JSON.stringify(accounts.map(({ id }) => id));
  const wanted = JSON.stringify(status);
  useEffect(() => {
    const asked = JSON.parse(wanted) as Status | null;
    if (asked === null) return setPreviews([]);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await ask('preview-status', { status: asked, accountIds: JSON.parse(ids) as string[] });
      if (!stale && answer.ok) setPreviews(answer.value);
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [ask, ids, wanted]);
  return previews;
}

interface LineProps extends Omit<Props, 'status'> {
  same: SameLook;
  ends: boolean;
  only: boolean;
}

function LookLine({ same, accounts, ends, only }: LineProps) {
  const { locale } = useAppState();
  const now = usePopup().now.value;
  const { look } = same;
  const names = namesOf(same.accountIds, accounts);
  const end = look.until === null ? ends && T.endUnseen : untilText(look.until, now, locale);
  const place = look.emoji !== null && !only && (look.emojiInText ? T.inText : T.ownPlace);
  return (
    <p class="look">
      <span class="look-where">{only && accounts.length > 1 ? T.everywhere : T.on({ servers: names })}</span>
      {look.emoji !== null && <Emoji emoji={look.emoji} />}
      {look.emoji !== null && <span class="sr-only">{emojiText(look.emoji)}</span>}
      <span class="look-text">{look.text || (look.emoji === null ? T.nothing : '')}</span>
      <span class="look-end">{look.problem === null ? joined([place, end]) : shortProblemText(look.problem)}</span>
    </p>
  );
}

/** In words, where a server shows another emoji than the one that was chosen. */
function Replacements({
  previews,
  status,
  accounts,
}: { previews: StatusPreview[]; status: Status } & Omit<Props, 'status'>) {
  const wanted = status.emoji === null ? '' : emojiText(status.emoji);
  const shown = new Map<string, string[]>();
  for (const { accountId, emojiReplaced, emoji } of previews) {
    const key = emoji === null ? '' : emojiText(emoji);
    if (emojiReplaced) shown.set(key, [...(shown.get(key) ?? []), accountId]);
  }
  return (
    <>
      {[...shown].map(([emoji, ids]) => {
        const names = namesOf(ids, accounts);
        return (
          <p class="look replaced" key={emoji} role="status">
            {emoji === '' ? T.dropped({ server: names, wanted }) : T.replaced({ server: names, shown: emoji, wanted })}
          </p>
        );
      })}
    </>
  );
}

function namesOf(ids: readonly string[], accounts: readonly AccountState[]): string {
  const names = accounts.filter(({ id }) => ids.includes(id)).map(({ serverName }) => serverName);
  return listed(names);
}
