// Run by kill.test.ts: the app below its desktop, in a process of its own. Secrets come by standard input and are kept
// in memory only; then one command a line. What it says begins with the word that the test waits for.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import '../storage/without-electron.ts';
import { type AppState, NO_DESKTOP_FACTS } from '../../electron/contract/app-state.ts';

const { createServices } = await import('../../electron/app/services.ts');
const { realClock } = await import('../../electron/app/real-clock.ts');
const { createKeychain } = await import('../../electron/storage/keychain.ts');

const [folder = ''] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const nextLine = async () => JSON.parse(String((await lines.next()).value));

const secrets = new Map<string, string>(Object.entries(await nextLine()));
const keytar = {
  getPassword: async (_service: string, account: string) => secrets.get(account) ?? null,
  setPassword: async (_service: string, account: string, secret: string) => void secrets.set(account, secret),
  deletePassword: async (_service: string, account: string) => secrets.delete(account),
};
const services = createServices({
  folder,
  fetch,
  keychain: createKeychain({ loadKeytar: async () => keytar, service: 'Whereabouts' }),
  clock: realClock,
  newId: () => crypto.randomUUID(),
  onSecret: () => {},
  startDemo: () => Promise.reject(new Error('No demo here.')),
  desktop: () => NO_DESKTOP_FACTS,
  appVersion: '0.1.0',
  system: 'Test',
  platform: 'linux',
  locale: 'en-GB',
});

const say = (words: string) => writeSync(1, `${words}\n`);
const desired = ({ accounts }: AppState) => accounts.map((account) => account.desired?.text ?? '');
const isEach = ({ accounts }: AppState, kind: string) => accounts.every(({ outcome }) => outcome?.kind === kind);

async function until(condition: (state: AppState) => boolean): Promise<void> {
  while (!condition(services.state.get())) await new Promise((resolve) => setImmediate(resolve));
}

flushCompileCache();
void services.start();
say(`started ${JSON.stringify(desired(services.state.get()))}`);

for (let command = await nextLine(); ; command = await nextLine()) {
  const { text, end } = command as { text: string; end: boolean };
  const status = { emoji: null, text, availability: null, until: null, then: 'clear' } as const;
  const result = end ? services.status.end() : services.status.set(status, null, null);
  if (!result.ok) throw new Error(result.problem.code);
  say('saved');
  if (command.retry) {
    const waits = ({ accounts }: AppState) => accounts.some(({ outcome }) => outcome?.kind === 'waiting');
    // What starts up beside this may be quicker with the next try.
    await until((state) => waits(state) || isEach(state, 'applied'));
    if (waits(services.state.get())) say('retrying');
    services.status.retry(null);
  }
  await until((state) => isEach(state, 'applied'));
  say('applied');
}
