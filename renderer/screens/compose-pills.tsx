import type { AccountState } from '../../electron/contract/app-state.ts';
import { AccountsPill } from '../parts/accounts-pill.tsx';
import { AvailabilityPill } from '../parts/availability-pill.tsx';
import { DurationPill } from '../parts/duration-pill.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

/** Availability, duration and accounts of what is about to be set. `accounts` are those it is for. */
export function ComposePills({ accounts: chosen }: { accounts: AccountState[] }) {
  const { draft, run } = usePopup();
  const { accounts, settings } = useAppState();
  return (
    <>
      <AvailabilityPill availability={draft.availability} accounts={chosen} />
      <DurationPill duration={draft.duration} then={draft.then} />
      {accounts.length > 1 && (
        <AccountsPill
          accounts={accounts}
          chosen={settings.chosenAccountIds}
          choose={(next) => void run('change-settings', { chosenAccountIds: next })}
        />
      )}
    </>
  );
}
