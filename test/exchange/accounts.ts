import type { Account } from '../../electron/contract/account.ts';

export function account(id: string, serverUrl: string, login: string): Account {
  return {
    ...{
      id,
      kind: 'zulip',
      serverUrl,
      serverName: 'Acme',
      serverIcon: null,
      userId: '7',
      login,
      fullName: 'Ada Example',
    },
    ...{ credential: 'api-key', demo: false },
    capabilities: {
      ...{ serverVersion: '11.4', featureLevel: 421, availabilities: ['online'], availabilityNames: {} },
      ...{
        textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
        endsByItself: false,
        mayChangeText: true,
      },
    },
  };
}
