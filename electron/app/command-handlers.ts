import type { Settings } from '../contract/app-state.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import { isLength, resolveDuration } from '../contract/duration.ts';
import type { LoginItemCommands } from '../contract/login-item.ts';
import type { DurationRule, Preset } from '../contract/preset.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { ShortcutUse } from '../contract/shortcut.ts';
import type { Status } from '../contract/status.ts';
import { type ChooseStatusFile, createAdministrationHandlers } from './administration-handlers.ts';
import { type CommandLineDesktop, createCommandLineHandlers } from './command-line-handlers.ts';
import { createExchangeHandlers, type ExchangeDesktop } from './exchange-handlers.ts';
import type { Services } from './services.ts';

/** The commands that need the desktop: windows, dialogs, the system's shortcut and browser. */
export type DesktopHandlers = Pick<
  CommandHandlers,
  'record-shortcut' | 'open-link' | 'open-log-folder' | 'hide-popup' | 'quit' | keyof LoginItemCommands
> & {
  /** `sign-in-cancelled` when the user chooses none. The text holds a secret. */
  chooseZuliprc: () => Promise<Result<string>>;
  chooseStatusFile: ChooseStatusFile;
  changeShortcut: (use: ShortcutUse, accelerator: string | null) => Result<null>;
  exchange: ExchangeDesktop;
  commandLine: CommandLineDesktop;
};

/** What each command does. Every way in uses these. */
export function createCommandHandlers(services: Services, desktop: DesktopHandlers): CommandHandlers {
  const { accounts, administration, emoji, status, presets, recents, settings, undo, notices, reports, tryIt } =
    services;
  const { chooseZuliprc, chooseStatusFile, changeShortcut, exchange, commandLine, ...desktopCommands } = desktop;
  const { teamPresets } = services;

  function set(wanted: Status, accountIds: string[] | null, duration: DurationRule | null): Result<null> {
    const result = status.set(wanted, accountIds, duration);
    const { text, availability } = wanted;
    const recent = { ...emojiOf(wanted), text: text.trim(), availability, duration: duration ?? ruleFor(wanted) };
    if (result.ok) recents.add(recent, presets.list());
    return result;
  }

  function applyPreset(preset: Preset, duration: DurationRule): Result<null> {
    const { text, availability, then, accountIds } = preset;
    return status.set({ ...emojiOf(preset), text, availability, then, until: null }, accountIds, duration);
  }

  function ruleFor({ until }: Status): DurationRule {
    return until === null ? { kind: 'none' } : { kind: 'at', at: until };
  }

  function changeSettings({ shortcut, clearShortcut, ...change }: Partial<Settings>): Result<null> {
    const opens = shortcut === undefined ? ok(null) : changeShortcut({ does: 'open' }, shortcut);
    const clears = clearShortcut === undefined || !opens.ok ? opens : changeShortcut({ does: 'clear' }, clearShortcut);
    return clears.ok && Object.keys(change).length > 0 ? settings.change(change) : clears;
  }

  const handlers: CommandHandlers = {
    ...desktopCommands,
    ...createAdministrationHandlers(administration, chooseStatusFile),
    'set-status': ({ status: wanted, accountIds, duration }) => set(wanted, accountIds, duration ?? null),
    'clear-status': ({ accountIds }) => status.clear(accountIds),
    'apply-preset': ({ presetId, duration }) => {
      const preset = presets.find(presetId) ?? teamPresets.find(presetId);
      return preset === null ? fail({ code: 'not-found' }) : applyPreset(preset, duration ?? preset.duration);
    },
    'apply-recent': ({ recentId }) => {
      const recent = recents.find(recentId);
      if (recent === null) return fail({ code: 'not-found' });
      const { text, availability, duration } = recent;
      const wanted: Status = { ...emojiOf(recent), text, availability, until: null, then: 'clear' };
      return set(wanted, null, stillToCome(duration));
    },
    'extend-status': ({ minutes }) => status.extend(minutes),
    'end-status': () => status.end(),
    undo: ({ undoId }) => undo.take(undoId),
    retry: ({ accountId }) => status.retry(accountId),
    refresh: () => {
      void reports.refresh();
      administration.refresh(accounts.list().map(({ id }) => id));
      void services.facts.refresh();
      void emoji.refreshOld();
      void teamPresets.refresh();
      return ok(null);
    },
    'find-server': ({ address }) => accounts.findServer(address),
    'sign-in': (request) => accounts.signIn(request),
    'sign-in-with-zuliprc': async () => {
      const file = await chooseZuliprc();
      return file.ok ? accounts.signInWithZuliprc(file.value) : file;
    },
    'resend-code': ({ url, login }) => accounts.resendCode(url, login),
    'remove-account': ({ accountId }) => accounts.remove(accountId),
    'start-try-it': () => tryIt.start(),
    'save-preset': ({ presetId, preset }) => presets.save(presetId, preset),
    'delete-preset': ({ presetId }) => presets.remove(presetId),
    'order-presets': ({ presetIds }) => presets.order(presetIds),
    'restore-presets': () => presets.restore(),
    'forget-recent': ({ recentId }) => recents.forget(recentId),
    'list-organization-emoji': () => ok(emoji.lists()),
    'list-emoji-names': () => ok(emoji.names()),
    'preview-status': (argument) => emoji.preview(argument.status, argument.accountIds),
    'change-settings': changeSettings,
    ...createExchangeHandlers(services, exchange, changeSettings),
    'change-shortcut': ({ use, accelerator }) =>
      use.does === 'preset' && presets.find(use.presetId) === null
        ? fail({ code: 'not-found' })
        : changeShortcut(use, accelerator),
    ...createCommandLineHandlers(services, commandLine, () => handlers),
    'dismiss-notice': ({ noticeId }) => notices.dismiss(noticeId),
  };
  return handlers;
}

function emojiOf({ emoji, fallbackEmoji }: Pick<Status, 'emoji' | 'fallbackEmoji'>) {
  return { emoji, ...(fallbackEmoji === undefined ? {} : { fallbackEmoji }) };
}

/** A recent's own moment may have passed; then it is offered without an end. */
function stillToCome(duration: DurationRule): DurationRule {
  return isLength(duration) || resolveDuration(duration, Date.now()) !== null ? duration : { kind: 'none' };
}
