// Run by keychain.test.ts as a process of its own: does the steps given as arguments, one after the other, on a keychain
// over the real keytar, and prints a JSON list of what each answered.
import { createKeychain } from '../../electron/storage/keychain.ts';
import { loadKeytar } from '../../electron/storage/load-keytar.ts';

const keychain = createKeychain({ loadKeytar, service: 'Whereabouts', timeoutMs: 4_000 });

const answers: unknown[] = [];
for (const step of process.argv.slice(2)) {
  const [verb, accountId = '', secret = ''] = step.split(' ');
  if (verb === 'check') answers.push(await keychain.check());
  else if (verb === 'keep') answers.push(await keychain.keep(accountId, secret));
  else if (verb === 'recall') answers.push(await keychain.recall(accountId));
  else if (verb === 'forget') answers.push((await keychain.forget(accountId)) ?? 'done');
  else if (verb === 'state') answers.push(keychain.state());
  else throw new Error(`no such step: ${step}`);
}
console.log(JSON.stringify(answers));
// A call that hangs would keep the process.
process.exit();
