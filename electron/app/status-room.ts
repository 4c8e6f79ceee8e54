import type { AccountService } from '../accounts/account-service.ts';
import type { Status } from '../contract/status.ts';
import type { Clock } from '../status/clock.ts';
import type { DesiredRecord } from '../status/desired-record.ts';
import { createDesiredStatuses } from '../status/desired-statuses.ts';
import { withMovedEmoji } from '../status/moved-emoji.ts';
import type { OriginalPresetId } from '../status/original-presets.ts';
import { createPresetService } from '../status/preset-service.ts';
import { createRecentStatuses } from '../status/recent-statuses.ts';
import { createReconciler } from '../status/reconciler.ts';
import { createReportedStatuses } from '../status/reported-statuses.ts';
import { createStatusService } from '../status/status-service.ts';
import { createUndoOffer } from '../status/undo-offer.ts';
import type { Store } from '../storage/store.ts';
import type { Stores } from '../storage/stores.ts';
import type { Notices } from './notices.ts';
import type { SettingsService } from './settings-service.ts';

/** What the rooms below the desktop say, in the user's language: they can't load texts themselves. */
export interface Words {
  status: (status: Status) => string;
  originalPreset: (id: OriginalPresetId) => string;
}

export interface StatusRoomDeps {
  stores: Stores<DesiredRecord>;
  accounts: AccountService;
  clock: Clock;
  newId: () => string;
  settings: SettingsService;
  notices: Notices;
  /** Whether somebody uses this computer just now. */
  isInUse: () => boolean;
  words: Words;
}

export type StatusRoom = ReturnType<typeof openStatusRoom>;

/** The parts of the status room, each with what it needs of the others. */
export function openStatusRoom(deps: StatusRoomDeps) {
  const { stores, accounts, clock, newId, settings, notices, isInUse, words } = deps;
  const desired = createDesiredStatuses(saidWhenNotSaved(stores.desired, notices));
  const mayAppearPresent = (id: string) => isInUse() && settings.get().presentAccountIds.includes(id);
  const reports = createReportedStatuses({ accounts, clock, mayAppearPresent });
  const reconciler = createReconciler({ accounts, desired, reports, clock });
  const undo = createUndoOffer({ clock, newId });
  const presets = createPresetService({ store: stores.presets, undo, newId, originalText: words.originalPreset });
  const recents = createRecentStatuses({ store: stores.recents, newId });
  const status = createStatusService({
    ...{ accounts, desired, reports, reconciler, undo, clock },
    chosenAccountIds: () => settings.get().chosenAccountIds,
    describe: words.status,
  });
  accounts.onMoved((move) => {
    for (const part of [desired, presets, recents]) part.move(move);
    stores.othersEndings.set(withMovedEmoji(stores.othersEndings.get(), move));
  });
  return { desired, reports, reconciler, undo, presets, recents, status };
}

/** A full disk does not keep a status from being set; but what is not on disk would not outlive the app. */
function saidWhenNotSaved<T extends object>(store: Store<T>, notices: Notices): Store<T> {
  return {
    get: store.get,
    set(next) {
      const result = store.set(next);
      if (result.ok) notices.dismiss('not-saved');
      else notices.add({ id: 'not-saved', kind: 'not-saved', file: 'desired.json' });
      return result;
    },
  };
}
