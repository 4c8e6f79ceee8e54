import { describe, expect, test } from 'vitest';
import {
  currentAvailability,
  currentStatus,
  runningStatus,
  shownStatus,
  troubledAccounts,
} from '../../electron/contract/current-status.ts';
import type { Availability } from '../../electron/contract/status.ts';
import { account, appState, atLunch, LUNCH, NOW } from '../desktop/app-state-samples.ts';

const LATER = { code: 'offline' } as const;
const REPORTED = { emoji: null, text: 'Hi', availability: 'online', until: null } as const;

describe('what an account shows', () => {
  test.each([
    ['sending', { kind: 'sending' }, 'Lunch'],
    ['applied', { kind: 'applied', at: NOW }, 'Lunch'],
    ['waiting', { kind: 'waiting', problem: LATER, nextTryAt: null }, 'Lunch'],
    ['rejected', { kind: 'rejected', problem: LATER }, 'Hi'],
    ['superseded', { kind: 'superseded', at: NOW }, 'Hi'],
    ['never asked', null, 'Hi'],
  ] as const)('%s', (_name, outcome, text) => {
    expect(shownStatus(account('a', { desired: LUNCH, reported: REPORTED, outcome }))?.text).toBe(text);
  });

  test('an availability that was not asked for is the server’s', () => {
    const desired = { ...LUNCH, availability: null };
    expect(shownStatus(atLunch('a', { desired, reported: REPORTED }))?.availability).toBe('online');
  });
});

describe('all accounts together', () => {
  test('agree when they show the same, whatever the emoji’s presentation', () => {
    const cup = (value: string) => ({ ...REPORTED, emoji: { kind: 'unicode' as const, value } });
    const state = appState({
      accounts: [account('a', { reported: cup('☕') }), account('b', { reported: cup('☕\u{fe0f}') })],
    });
    expect(currentStatus(state)).toMatchObject({ kind: 'same', status: { text: 'Hi' } });
  });

  test('agree when only their availabilities differ, unless there is nothing else to tell', () => {
    const shows = (text: string, availability: Availability) => ({ reported: { ...REPORTED, text, availability } });
    const both = (text: string) => [account('a', shows(text, 'online')), account('b', shows(text, 'busy'))];
    expect(currentStatus({ accounts: both('Lunch') }).kind).toBe('same');
    expect(currentStatus({ accounts: both('') }).kind).toBe('mixed');
    expect(currentAvailability({ accounts: both('Lunch') })).toBeNull();
    expect(currentAvailability({ accounts: both('').slice(1) })).toBe('busy');
  });

  test('are mixed when one shows something else', () => {
    expect(currentStatus(appState({ accounts: [atLunch('a'), account('b')] }))).toEqual({ kind: 'mixed' });
  });

  test('one that has not been read yet does not make it mixed', () => {
    const state = appState({ accounts: [account('new', { reported: null }), atLunch('a')] });
    expect(currentStatus(state)).toMatchObject({ kind: 'same', status: { text: 'Lunch' } });
  });

  test('none', () => expect(currentStatus(appState())).toEqual({ kind: 'no-accounts' }));
});

test('a running status is one set here that still stands and says something', () => {
  expect(runningStatus(appState({ accounts: [account('a'), atLunch('b')] }))).toEqual(LUNCH);
  const superseded = atLunch('a', { outcome: { kind: 'superseded', at: NOW } });
  expect(runningStatus(appState({ accounts: [superseded] }))).toBeNull();
  const cleared = atLunch('a', { desired: { ...LUNCH, emoji: null, text: '', availability: 'online' } });
  expect(runningStatus(appState({ accounts: [cleared] }))).toBeNull();
});

test('accounts need the user when rejected or signed out, not when waiting', () => {
  const accounts = [
    atLunch('a', { outcome: { kind: 'rejected', problem: { code: 'not-permitted' } } }),
    account('b', { signIn: 'needed' }),
    account('c', { signIn: 'keychain-locked' }),
    atLunch('d', { outcome: { kind: 'waiting', problem: LATER, nextTryAt: null } }),
  ];
  expect(troubledAccounts({ accounts })).toBe(3);
});
