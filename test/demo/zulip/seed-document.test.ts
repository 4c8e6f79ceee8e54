import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import documented from '../../fixtures/seeds/zulip-update-user-status.json' with { type: 'json' };
import { runShell } from '../run-curl.ts';
import { zulipCaller } from './zulip-caller.ts';

let server: DemoZulip;
beforeEach(async () => {
  server = await startDemoZulip();
});
afterEach(() => server.close());

/** The document's example, to the letter but for host and credentials. */
const EXAMPLE = `curl -sSX POST https://zulip-test-rhel.cc.jyu.fi/api/v1/users/12/status \\
    -u BOT_EMAIL_ADDRESS:BOT_API_KEY \\
    --data-urlencode 'status_text=on vacation' \\
    --data-urlencode emoji_name=car \\
    --data-urlencode emoji_code=1f697 \\
    --data-urlencode reaction_type=unicode_emoji`;

function exampleFor(who: 'you' | 'bot'): string {
  const { login, token } = server.credentials[who];
  return EXAMPLE.replace('https://zulip-test-rhel.cc.jyu.fi', server.url).replace(
    'BOT_EMAIL_ADDRESS:BOT_API_KEY',
    `${login}:${token}`,
  );
}

test('the example call, run by curl, sets the status of user 12', async () => {
  const { stdout, exitCode } = await runShell(exampleFor('you'));
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual(documented.success);
  const { body } = await zulipCaller(server, 'member')('GET', '/users/12/status');
  expect(body.status).toEqual({
    status_text: 'on vacation',
    emoji_name: 'car',
    emoji_code: '1f697',
    reaction_type: 'unicode_emoji',
  });
});

test('a bot may make the example call once it is an administrator, and not before', async () => {
  expect(JSON.parse((await runShell(exampleFor('bot'))).stdout)).toEqual(documented.notPermitted);
  const bot = server.realm.people.find(({ isBot }) => isBot);
  if (bot !== undefined) bot.role = 200;
  expect(JSON.parse((await runShell(exampleFor('bot'))).stdout)).toEqual(documented.success);
});

test.each([
  ['no permission', 'member', { status_text: 'hi' }, documented.notPermitted],
  ['no new values', 'you', {}, documented.nothingNew],
  ['a text of 61', 'you', { status_text: 'x'.repeat(61) }, documented.tooLong],
  ['a code without a name', 'you', { status_text: 'hi', emoji_code: '1f697' }, documented.emojiNameMissing],
  ['a name that does not exist', 'you', { emoji_name: 'invalid' }, documented.emojiUnknown],
  [
    'a name of another emoji',
    'you',
    { emoji_name: 'invalid', emoji_code: '1f697', reaction_type: 'unicode_emoji' },
    documented.emojiNameInvalid,
  ],
  [
    'a custom emoji that is not there',
    'you',
    { emoji_name: 'green_tick', emoji_code: '99', reaction_type: 'realm_emoji' },
    documented.customEmojiInvalid,
  ],
] as const)('%s is answered as documented', async (_name, who, fields, expected) => {
  const { status, body } = await zulipCaller(server, who)('POST', '/users/12/status', fields);
  expect(status).toBe(400);
  expect(body).toEqual(expected);
});
