import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoRocketChat, startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import documented from '../../fixtures/seeds/rocket-chat-create-custom-user-status.json' with { type: 'json' };
import { runShell } from '../run-curl.ts';
import { rocketCaller } from './rocket-caller.ts';

let server: DemoRocketChat;
beforeEach(async () => {
  server = await startDemoRocketChat({ switches: { documentedErrors: true } });
});
afterEach(() => server.close());

/** The document's example as it is printed: one quote and one line continuation are missing. */
const PRINTED = `curl --location --request POST 'http://localhost:3000/api/v1/custom-user-status.create\\
--header 'X-Auth-Token: myauth-token' \\
--header 'X-User-Id: myuser-name'
-d "name=In a meeting$statusType:"`;

function exampleFor(text: string): string {
  const { userId, token } = server.credentials.you;
  return text
    .replace('http://localhost:3000', server.url)
    .replace('myauth-token', token)
    .replace('myuser-name', userId);
}

test('the example as printed is no valid shell command, so nothing reaches the server', async () => {
  const { exitCode, stderr } = await runShell(exampleFor(PRINTED));
  expect(exitCode).not.toBe(0);
  expect(stderr).toMatch(/unterminated|unexpected EOF/i);
  expect(server.received.requests).toHaveLength(0);
});

test('the example with its quote closed and its lines joined creates what the shell makes of it', async () => {
  const mended = PRINTED.replace('.create\\', ".create' -sS \\").replace("myuser-name'", "myuser-name' \\");
  const { stdout, exitCode } = await runShell(exampleFor(mended));
  expect(exitCode).toBe(0);
  // `$statusType` is an empty shell variable, so the name ends in the colon and there is no type.
  expect(JSON.parse(stdout)).toEqual({
    success: true,
    customUserStatus: {
      _id: expect.stringMatching(/^\w{17}$/),
      name: 'In a meeting:',
      statusType: '',
      _updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    },
  });
});

test('what the example means succeeds, in lower case', async () => {
  const { body } = await rocketCaller(server, 'you')('/v1/custom-user-status.create', {
    name: 'In a meeting',
    statusType: 'busy',
  });
  expect(Object.keys(body.customUserStatus).sort()).toEqual(Object.keys(documented.success.customUserStatus).sort());
  expect(body.success).toBe(documented.success.success);
});

test.each([
  ['without a login', null, { name: 'A' }, 401, documented.unauthorized],
  ['without the permission', 'member', { name: 'A' }, 403, documented.unauthorized],
  ['with a blank name', 'you', { name: ' ', statusType: 'busy' }, 400, documented.nameRequired],
  ['with a null name', 'you', { name: null, statusType: 'busy' }, 400, documented.nameRequired],
  ['with a name in use', 'you', { name: 'Focus time', statusType: 'busy' }, 400, documented.nameInUse],
  ['with a capitalised type', 'you', { name: 'A', statusType: 'Offline' }, 400, documented.invalidStatusType],
] as const)('creating %s is answered as documented', async (_name, who, fields, httpStatus, expected) => {
  const { status, body } = await rocketCaller(server, who)('/v1/custom-user-status.create', fields);
  expect(status).toBe(httpStatus);
  expect(body).toEqual(expected);
});
