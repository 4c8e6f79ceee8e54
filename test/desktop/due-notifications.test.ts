import { describe, expect, test } from 'vitest';
import { type AccountState, DEFAULT_SETTINGS, type NotificationSettings } from '../../electron/contract/app-state.ts';
import { createDueNotifications } from '../../electron/desktop/due-notifications.ts';
import type { DueNotification } from '../../electron/desktop/notification-events.ts';
import { account, appState, LUNCH, NOW } from './app-state-samples.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

interface Scene {
  accounts: AccountState[];
  /** When it is looked at, after NOW. */
  after?: number;
  inUse?: boolean;
  popupShown?: boolean;
  notifications?: Partial<NotificationSettings>;
}

/** Looks at one scene after the other; answers what each look brought, in short. */
function watch(told: string[] = []) {
  const due = createDueNotifications({
    has: (key) => told.includes(key),
    add: (keys) => void told.push(...keys),
  });
  const look = ({ accounts, after = 0, inUse = true, popupShown = false, notifications = {} }: Scene) => {
    const settings = { ...DEFAULT_SETTINGS, notifications: { ...DEFAULT_SETTINGS.notifications, ...notifications } };
    return due
      .look({ state: appState({ accounts, settings }), now: NOW + after, inUse: () => inUse, popupShown })
      .map(inShort);
  };
  return { due, look, told };
}

function inShort(one: DueNotification): string {
  switch (one.kind) {
    case 'ended':
      return `ended ${one.status.text} on ${one.accountIds.join(', ')}`;
    case 'waiting':
      return `waiting on ${one.accounts.map(({ id }) => id).join(', ')}: ${one.problem.code}`;
    case 'refused':
      return `refused on ${one.account.id}: ${one.problem.code}`;
    case 'sign-in':
      return `sign-in ${one.account.id}`;
    case 'forgotten':
      return `forgotten ${one.status.text} on ${one.accountIds.join(', ')}: ${one.why}`;
  }
}

const APPLIED = { kind: 'applied', at: NOW } as const;
const SENDING = { kind: 'sending' } as const;
const REFUSED = { kind: 'rejected', problem: { code: 'not-permitted' } } as const;
const WAITING = { kind: 'waiting', problem: { code: 'offline' }, nextTryAt: null } as const;
const END = (LUNCH.until ?? 0) - NOW;

const idle = (id = 'acme') => account(id);
const atLunch = (id = 'acme') => account(id, { wish: 1, desired: LUNCH, outcome: APPLIED });
const over = (outcome: AccountState['outcome'] = APPLIED, id = 'acme') => account(id, { wish: 2, outcome });
const wished = (outcome: AccountState['outcome'], wish = 1, id = 'acme') =>
  account(id, { wish, desired: { ...LUNCH, until: null }, outcome });

describe('a status that has ended', () => {
  test('is told once it has been taken back, and once only', () => {
    const { look, due } = watch();
    expect(look({ accounts: [atLunch()] })).toEqual([]);
    expect(look({ accounts: [over(SENDING)], after: END })).toEqual([]);
    expect(due.wantsLooks()).toBe(true);
    expect(look({ accounts: [over()], after: END + SECOND })).toEqual(['ended Lunch on acme']);
    expect(look({ accounts: [over()], after: END + 2 * SECOND })).toEqual([]);
    expect(due.wantsLooks()).toBe(false);
  });

  test('on two accounts is one notification', () => {
    const { look } = watch();
    look({ accounts: [atLunch(), atLunch('club')] });
    expect(look({ accounts: [over(), over(SENDING, 'club')], after: END + SECOND })).toEqual([]);
    expect(look({ accounts: [over(), over(APPLIED, 'club')], after: END + 2 * SECOND })).toEqual([
      'ended Lunch on acme, club',
    ]);
  });

  test('does not wait for an account that can’t be reached', () => {
    const { look } = watch();
    look({ accounts: [atLunch(), atLunch('club')] });
    expect(look({ accounts: [over(), over(WAITING, 'club')], after: END + SECOND })).toEqual([]);
    expect(look({ accounts: [over(), over(WAITING, 'club')], after: END + 40 * SECOND })).toEqual([
      'ended Lunch on acme',
    ]);
  });

  test.each<[string, Scene]>([
    ['by hand before its time', { accounts: [over()], after: END - MINUTE }],
    ['while nobody was here', { accounts: [over()], after: END + SECOND, inUse: false }],
    ['in front of the user', { accounts: [over()], after: END + SECOND, popupShown: true }],
    ['during a night asleep', { accounts: [over()], after: END + 8 * HOUR }],
    ['after somebody changed it elsewhere', { accounts: [over({ kind: 'superseded', at: NOW })], after: END + SECOND }],
    ['where this is not wanted', { accounts: [over()], after: END + SECOND, notifications: { ended: false } }],
    ['because another took its place', { accounts: [wished(APPLIED, 2)], after: END + SECOND }],
  ])('%s is not told, also not later', (_name, scene) => {
    const { look } = watch();
    look({ accounts: [atLunch()] });
    expect(look(scene)).toEqual([]);
    expect(look({ accounts: scene.accounts, after: (scene.after ?? 0) + SECOND })).toEqual([]);
  });
});

describe('a refusal', () => {
  test('is told once, and again only for another wish or another try', () => {
    const { look, due } = watch();
    look({ accounts: [idle()] });
    expect(look({ accounts: [wished(SENDING)] })).toEqual([]);
    expect(look({ accounts: [wished(REFUSED)] })).toEqual(['refused on acme: not-permitted']);
    // As after waking up, when everything is tried again.
    look({ accounts: [wished(SENDING)] });
    expect(look({ accounts: [wished(REFUSED)] })).toEqual([]);
    expect(look({ accounts: [wished(REFUSED, 2)] })).toEqual(['refused on acme: not-permitted']);
    due.forget(['acme']);
    expect(look({ accounts: [wished(REFUSED, 2)] })).toEqual(['refused on acme: not-permitted']);
  });

  test('of an earlier run of the app is old', () => {
    const { look } = watch();
    expect(look({ accounts: [wished(REFUSED)] })).toEqual([]);
    expect(look({ accounts: [wished(REFUSED)] })).toEqual([]);
  });

  test('waits until somebody is here', () => {
    const { look, due } = watch();
    look({ accounts: [idle()] });
    expect(look({ accounts: [wished(REFUSED)], inUse: false })).toEqual([]);
    expect(due.wantsLooks()).toBe(true);
    expect(look({ accounts: [wished(REFUSED)], after: HOUR })).toEqual(['refused on acme: not-permitted']);
  });

  test.each<[string, Partial<Scene>]>([
    ['in front of the user', { popupShown: true }],
    ['where this is not wanted', { notifications: { unsent: false } }],
  ])('%s is not told, also not later', (_name, scene) => {
    const { look } = watch();
    look({ accounts: [idle()] });
    expect(look({ accounts: [wished(REFUSED)], ...scene })).toEqual([]);
    expect(look({ accounts: [wished(REFUSED)] })).toEqual([]);
  });
});

describe('waiting', () => {
  test('for two minutes is told once, for all accounts together', () => {
    const { look, due } = watch();
    const both = [wished(WAITING), wished(WAITING, 1, 'club')];
    look({ accounts: [idle(), idle('club')] });
    expect(look({ accounts: both })).toEqual([]);
    expect(due.wantsLooks()).toBe(true);
    expect(look({ accounts: both, after: MINUTE })).toEqual([]);
    expect(look({ accounts: [wished(SENDING), wished(WAITING, 1, 'club')], after: 1.5 * MINUTE })).toEqual([]);
    expect(look({ accounts: both, after: 2 * MINUTE })).toEqual(['waiting on acme, club: offline']);
    expect(due.wantsLooks()).toBe(false);
    expect(look({ accounts: both, after: 3 * MINUTE })).toEqual([]);
  });

  test('begins anew after sleep', () => {
    const { look } = watch();
    look({ accounts: [idle()] });
    look({ accounts: [wished(WAITING)] });
    expect(look({ accounts: [wished(WAITING)], after: 8 * HOUR })).toEqual([]);
    expect(look({ accounts: [wished(WAITING)], after: 8 * HOUR + MINUTE })).toEqual([]);
    expect(look({ accounts: [wished(WAITING)], after: 8 * HOUR + 2 * MINUTE })).toEqual(['waiting on acme: offline']);
  });

  test('for a sign-in is told as that', () => {
    const { look } = watch();
    look({ accounts: [idle()] });
    const out = { ...wished(WAITING), signIn: 'needed' as const };
    expect(look({ accounts: [out] })).toEqual(['sign-in acme']);
    expect(look({ accounts: [out], after: MINUTE })).toEqual([]);
    expect(look({ accounts: [out], after: 3 * MINUTE })).toEqual([]);
  });
});

test('a sign-in needed since before the start is no news; one needed again is', () => {
  const { look } = watch();
  const out = { ...idle(), signIn: 'needed' as const };
  expect(look({ accounts: [out] })).toEqual([]);
  expect(look({ accounts: [idle()] })).toEqual([]);
  expect(look({ accounts: [out], inUse: false })).toEqual([]);
  expect(look({ accounts: [out] })).toEqual(['sign-in acme']);
  expect(look({ accounts: [out] })).toEqual([]);
});

describe('a status that may be forgotten', () => {
  const nudges = { nudges: true };
  const gone = (status: Partial<typeof LUNCH>, id = 'acme') =>
    account(id, { wish: 4, desired: { ...LUNCH, text: 'Vacationing', until: null, ...status }, outcome: APPLIED });

  /** Looks twice a minute, as the app does. */
  function stay(look: ReturnType<typeof watch>['look'], accounts: AccountState[], from: number, to: number): string[] {
    const found: string[] = [];
    for (let after = from; after <= to; after += 30 * SECOND) {
      found.push(...look({ accounts, after, notifications: nudges }));
    }
    return found;
  }

  test('without an end and older than a day: asked about once, also over a restart', () => {
    const told: string[] = [];
    const accounts = [gone({ availability: 'busy' }), gone({ availability: 'busy' }, 'club')];
    const { look } = watch(told);
    expect(stay(look, accounts, 23 * HOUR, 23 * HOUR + MINUTE)).toEqual([]);
    expect(stay(look, accounts, 24 * HOUR, 24 * HOUR + MINUTE)).toEqual(['forgotten Vacationing on acme, club: old']);
    expect(stay(watch(told).look, accounts, 25 * HOUR, 25 * HOUR + MINUTE)).toEqual([]);
  });

  test('says that its user is away, who has come back for some minutes', () => {
    const { look } = watch();
    const accounts = [gone({})];
    expect(stay(look, accounts, 0, 30 * MINUTE), 'still here, and may be for a while').toEqual([]);
    look({ accounts, after: 31 * MINUTE, inUse: false, notifications: nudges });
    expect(stay(look, accounts, 3 * HOUR, 3 * HOUR + 9 * MINUTE)).toEqual([]);
    expect(stay(look, accounts, 3 * HOUR + 9 * MINUTE, 3 * HOUR + 11 * MINUTE)).toEqual([
      'forgotten Vacationing on acme: away',
    ]);
  });

  test.each<[string, Partial<typeof LUNCH>]>([
    ['says that its user is here', { availability: 'online' }],
    ['is over by tonight', { until: NOW + 5 * HOUR }],
  ])('not where it %s', (_name, status) => {
    const { look } = watch();
    expect(stay(look, [gone(status)], 3 * HOUR, 3 * HOUR + 20 * MINUTE)).toEqual([]);
  });

  test('is not asked about unless that is wanted', () => {
    const { look, due } = watch();
    expect(look({ accounts: [gone({})], after: 30 * HOUR })).toEqual([]);
    expect(due.wantsLooks()).toBe(false);
  });
});
