import { z } from 'zod';
import type { CommandArgument, CommandName } from '../contract/commands.ts';
import { LANGUAGES } from '../contract/language.ts';
import { AVAILABILITIES, type Availability } from '../contract/status.ts';

const MAX_TEXT = 1_000;
/** More than any server takes, so that what somebody pastes is refused in words by those who know the limit. */
const MAX_STATUS_TEXT = 20_000;
const MAX_IDS = 1_000;
const MAX_ADDRESS = 2_048;
const MAX_SECRET = 1_000;
const MINUTES_PER_WEEK = 10_080;
/** The last moment that a `Date` can hold. */
const MAX_TIME = 8.64e15;

const id = z.string().min(1).max(200);
const ids = z.array(id).max(MAX_IDS);
const text = z.string().max(MAX_TEXT);
const address = z.string().max(MAX_ADDRESS);
const secret = z.string().max(MAX_SECRET);
const time = z.number().int().min(0).max(MAX_TIME);
const availability = z.enum(AVAILABILITIES as [Availability, ...Availability[]]);
const then = z.enum(['clear', 'restore']);

const emoji = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unicode'), value: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal('custom'), serverUrl: address, name: id, code: id }),
]);

const duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('minutes'), minutes: z.number().int().min(1).max(525_600) }),
  z.strictObject({
    kind: z.literal('time'),
    hour: z.number().int().min(0).max(23),
    minute: z.number().int().min(0).max(59),
  }),
  z.strictObject({ kind: z.literal('tomorrow') }),
  z.strictObject({ kind: z.literal('monday') }),
  z.strictObject({ kind: z.literal('at'), at: time }),
]);

const status = z.strictObject({
  emoji: emoji.nullable(),
  fallbackEmoji: emoji.nullable().exactOptional(),
  text: z.string().max(MAX_STATUS_TEXT),
  availability: availability.nullable(),
  until: time.nullable(),
  then,
});

const presetDraft = z.strictObject({
  emoji: emoji.nullable(),
  fallbackEmoji: emoji.nullable().exactOptional(),
  text,
  availability: availability.nullable(),
  duration,
  then,
  accountIds: ids.nullable(),
});

const accelerator = z.string().min(1).max(100).nullable();
const shortcutUse = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('open') }),
  z.strictObject({ does: z.literal('clear') }),
  z.strictObject({ does: z.literal('preset'), presetId: id }),
]);

const settings = z.strictObject({
  shortcut: accelerator.exactOptional(),
  chosenAccountIds: ids.nullable().exactOptional(),
  onQuit: z.enum(['keep', 'clear']).exactOptional(),
  presentAccountIds: z.array(z.string().max(100)).max(1000).exactOptional(),
  notifications: z
    .strictObject({ ended: z.boolean(), unsent: z.boolean(), signIn: z.boolean(), nudges: z.boolean() })
    .exactOptional(),
  presetsInAppMenu: z.boolean().exactOptional(),
  linkPresetIds: ids.exactOptional(),
  language: z
    .enum(LANGUAGES.map(({ tag }) => tag))
    .nullable()
    .exactOptional(),
});

const signIn = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('password'),
    kind: z.enum(['zulip', 'rocket-chat']),
    url: address,
    login: text,
    password: secret,
    twoFactorCode: z.string().max(100).exactOptional(),
  }),
  z.strictObject({ way: z.literal('api-key'), kind: z.literal('zulip'), url: address, login: text, apiKey: secret }),
  z.strictObject({
    way: z.literal('access-token'),
    kind: z.literal('rocket-chat'),
    url: address,
    userId: id,
    token: secret,
  }),
]);

/** What each command's argument must look like when it comes through the door. Nothing more than is named gets through. */
export const COMMAND_ARGUMENTS = {
  'set-status': z.strictObject({ status, accountIds: ids.nullable(), duration: duration.exactOptional() }),
  'clear-status': z.strictObject({ accountIds: ids.nullable() }),
  'apply-preset': z.strictObject({ presetId: id, duration: duration.nullable().exactOptional() }),
  'apply-recent': z.strictObject({ recentId: id }),
  'extend-status': z.strictObject({ minutes: z.number().int().min(1).max(MINUTES_PER_WEEK) }),
  'end-status': z.null(),
  undo: z.strictObject({ undoId: id }),
  retry: z.strictObject({ accountId: id.nullable() }),
  refresh: z.null(),

  'find-server': z.strictObject({ address }),
  'sign-in': signIn,
  'sign-in-with-zuliprc': z.null(),
  'resend-code': z.strictObject({ url: address, login: text }),
  'remove-account': z.strictObject({ accountId: id }),
  'start-try-it': z.null(),

  'save-preset': z.strictObject({ presetId: id.nullable(), preset: presetDraft }),
  'delete-preset': z.strictObject({ presetId: id }),
  'order-presets': z.strictObject({ presetIds: ids }),
  'restore-presets': z.null(),
  'forget-recent': z.strictObject({ recentId: id }),

  'list-organization-emoji': z.null(),
  'list-emoji-names': z.null(),
  'preview-status': z.strictObject({ status, accountIds: ids.nullable() }),

  'list-workspace-statuses': z.strictObject({ accountId: id }),
  'save-workspace-status': z.strictObject({
    accountId: id,
    statusId: id.nullable(),
    name: text,
    availability: availability.nullable(),
  }),
  'delete-workspace-status': z.strictObject({ accountId: id, statusId: id }),
  'choose-workspace-status-file': z.strictObject({ accountId: id }),
  'start-workspace-status-import': z.strictObject({ importId: id }),
  'cancel-workspace-status-import': z.strictObject({ importId: id }),
  'close-workspace-status-import': z.strictObject({ importId: id }),
  'find-people': z.strictObject({ accountId: id, query: z.string().max(200) }),
  'set-status-for': z.strictObject({ accountId: id, personIds: ids.min(1), status }),
  'retry-people-job': z.strictObject({ jobId: id }),
  'cancel-people-job': z.strictObject({ jobId: id }),
  'undo-people-job': z.strictObject({ jobId: id }),
  'close-people-job': z.strictObject({ jobId: id }),

  'export-settings': z.null(),
  'choose-import-file': z.null(),
  'apply-import': z.strictObject({ importId: id, mode: z.enum(['merge', 'replace']), withSettings: z.boolean() }),
  'set-team-presets-address': z.strictObject({ address }),
  'choose-team-presets-file': z.null(),
  'remove-team-presets': z.null(),
  'refresh-team-presets': z.null(),
  'copy-team-preset': z.strictObject({ presetId: id }),

  'read-diagnostics': z.strictObject({ withAddresses: z.boolean() }),
  'copy-diagnostics': z.strictObject({ withAddresses: z.boolean() }),
  'open-log-folder': z.null(),

  'answer-link': z.strictObject({ linkId: id, answer: z.enum(['yes', 'always', 'not-now']) }),
  'list-ready-commands': z.null(),
  'copy-ready-command': z.strictObject({ id: z.string().min(1).max(250) }),

  'change-settings': settings,
  'change-shortcut': z.strictObject({ use: shortcutUse, accelerator }),
  'set-login-item': z.strictObject({ on: z.boolean() }),
  'read-login-item': z.null(),
  'record-shortcut': z.strictObject({ recording: z.boolean() }),
  'dismiss-notice': z.strictObject({ noticeId: id }),
  'open-link': z.strictObject({ url: address }),
  'hide-popup': z.null(),
  quit: z.null(),
} satisfies { [N in CommandName]: z.ZodType<CommandArgument<N>> };

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(COMMAND_ARGUMENTS, name);
}
