import type { MenuItemConstructorOptions } from 'electron/main';
import type { AccountState, AppState } from '../contract/app-state.ts';
import type { CommandArgument, CommandName, PopupShown } from '../contract/commands.ts';
import { currentAvailability, runningStatus, saysSomething, shownStatus } from '../contract/current-status.ts';
import { MENU } from '../contract/languages/en/menu.ts';
import { TEAM_SECTION } from '../contract/languages/en/team-section.ts';
import type { Preset } from '../contract/preset.ts';
import type { Availability } from '../contract/status.ts';
import { durationText } from '../contract/texts/duration-texts.ts';
import { joined } from '../contract/texts/joined.ts';
import { outcomeText } from '../contract/texts/outcome-texts.ts';
import { statusText } from '../contract/texts/status-texts.ts';
import { teamText } from '../contract/texts/team-texts.ts';
import { undoText } from '../contract/texts/undo-texts.ts';
import { availabilityChoices } from './availability-menu.ts';
import { currentWords } from './tray-look.ts';

export interface TrayMenuActions {
  run<N extends CommandName>(name: N, argument: CommandArgument<N>): void;
  show(shown: PopupShown): void;
  setAvailability(availability: Availability): void;
}

type Items = MenuItemConstructorOptions[];

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The tray icon's whole menu. `now` in milliseconds since the epoch. */
export function trayMenuTemplate(state: AppState, actions: TrayMenuActions, now: number): Items {
  // A click on the icon may open this menu instead of the popup on Linux, so there the popup is the first entry.
  const openFirst = state.platform === 'linux';
  const open: Items = [
    { id: 'open', label: MENU.open, click: () => actions.show({ screen: 'status', focus: 'presets' }) },
  ];
  const groups: Items[] = [
    openFirst ? open : [],
    statusItems(state, actions, now),
    presetItems(state, actions),
    changeItems(state, actions),
    [
      ...(openFirst ? [] : open),
      {
        id: 'settings',
        label: MENU.settings,
        click: () => actions.show({ screen: 'settings', focus: 'presets' }),
      },
    ],
    [{ id: 'quit', label: MENU.quit, click: () => actions.run('quit', null) }],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index > 0 ? [SEPARATOR, ...group] : group));
}

function statusItems(state: AppState, actions: TrayMenuActions, now: number): Items {
  const { status, until } = currentWords(state, now);
  const items: Items = [{ id: 'current', label: escaped(joined([status, until])), enabled: false }];
  const running = runningStatus(state);
  if (running?.until && running.until > now) {
    items.push(
      { id: 'extend-15', label: MENU.extend, click: () => actions.run('extend-status', { minutes: 15 }) },
      { id: 'extend-60', label: MENU.extendHour, click: () => actions.run('extend-status', { minutes: 60 }) },
    );
  }
  if (running) items.push({ id: 'end', label: MENU.endNow, click: () => actions.run('end-status', null) });
  const { undo } = state;
  if (undo && undo.until > now) {
    const label = undo.what === 'status-changed' && undo.label !== '' ? undo.label : undoText(undo);
    items.push({
      id: `undo-${undo.id}`,
      label: escaped(MENU.undo({ label })),
      click: () => actions.run('undo', { undoId: undo.id }),
    });
  }
  return items;
}

function presetItems(state: AppState, actions: TrayMenuActions): Items {
  if (state.accounts.length === 0) return [];
  const own = presetLines(state, state.presets, actions);
  const team = teamItems(state, actions);
  return own.length + team.length === 0 ? [{ label: MENU.noPresets, enabled: false }] : [...own, ...team];
}

/** In a menu of their own: there may be many, and one's own come first. */
function teamItems(state: AppState, actions: TrayMenuActions): Items {
  const { teamPresets } = state;
  if (teamPresets.presets.length === 0) return [];
  const source: MenuItemConstructorOptions = {
    id: 'team-source',
    label: escaped(teamText(teamPresets)),
    enabled: false,
  };
  const submenu = [source, SEPARATOR, ...presetLines(state, teamPresets.presets, actions)];
  return [{ id: 'team-presets', label: escaped(TEAM_SECTION.menu), submenu }];
}

function presetLines(state: AppState, presets: readonly Preset[], actions: TrayMenuActions): Items {
  return presets.map((preset) => ({
    id: `preset-${preset.id}`,
    label: escaped(joined([statusText(preset), durationText(preset.duration, state.locale)])),
    click: () => actions.run('apply-preset', { presetId: preset.id }),
  }));
}

function changeItems(state: AppState, actions: TrayMenuActions): Items {
  const addAccount: MenuItemConstructorOptions = {
    id: 'add-account',
    label: MENU.addAccount,
    click: () => actions.show({ screen: 'add-account', focus: 'presets' }),
  };
  if (state.accounts.length === 0) return [addAccount];

  const anything = state.accounts.some((account) => {
    const shown = shownStatus(account);
    return shown !== null && saysSomething(shown);
  });
  const items: Items = [
    {
      id: 'clear',
      label: MENU.clear,
      enabled: anything,
      click: () => actions.run('clear-status', { accountIds: null }),
    },
  ];
  const availabilities = availabilityItems(state, actions);
  if (availabilities.length > 0) items.push({ label: MENU.availability, submenu: availabilities });
  items.push({
    label: MENU.accounts,
    submenu: [...accountItems(state, actions), SEPARATOR, addAccount],
  });
  return items;
}

function availabilityItems(state: AppState, actions: TrayMenuActions): Items {
  const chosen = currentAvailability(state);
  return availabilityChoices(state).map(({ availability, name }) => ({
    id: `availability-${availability}`,
    label: escaped(name),
    // Not “radio”: Electron checks the first of a radio group when none is, which would be untrue.
    type: 'checkbox',
    checked: availability === chosen,
    click: () => actions.setAvailability(availability),
  }));
}

function accountItems(state: AppState, actions: TrayMenuActions): Items {
  const items: Items = state.accounts.map((account) => ({
    id: `account-${account.id}`,
    label: escaped(joined([account.serverName, accountWords(account)], 'colon')),
    click: () => actions.show({ screen: 'accounts', focus: 'presets' }),
  }));
  const unfinished = state.accounts.some(({ outcome }) => outcome?.kind === 'waiting' || outcome?.kind === 'rejected');
  if (unfinished) {
    items.push(SEPARATOR, {
      id: 'retry',
      label: MENU.retry,
      click: () => actions.run('retry', { accountId: null }),
    });
  }
  return items;
}

function accountWords(account: AccountState): string {
  if (account.signIn === 'needed') return MENU.signInAgain;
  if (account.signIn === 'keychain-locked') return MENU.keychainLocked;
  const { outcome } = account;
  if (outcome && outcome.kind !== 'applied' && outcome.kind !== 'superseded') return outcomeText(outcome);
  return statusText(shownStatus(account));
}

/** A single “&” would underline the letter after it instead of being shown. */
function escaped(label: string): string {
  return label.replaceAll('&', '&&');
}
