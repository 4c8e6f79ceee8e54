import { texts } from '../texts.ts';

/** The popup without an account. */
export const FIRST_RUN = texts('first-run', {
  title: 'Where are you?',
  lead: 'One click tells every chat server you are on.',
  zulip: 'Connect Zulip',
  zulipHint: 'With a password, an API key or a zuliprc file',
  rocketChat: 'Connect Rocket.Chat',
  rocketChatHint: 'With a password or an access token',
  tryIt: 'Try it without an account',
  tryItHint: 'Starts two small servers on this computer',
  starting: 'Starting…',
});
