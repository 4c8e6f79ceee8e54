import { texts } from '../texts.ts';

/**
 * What `whereabouts …` prints in a terminal. Names of commands and options are no words: `--emoji` and the like stay.
 * `{typed}` is what the user has typed.
 */
export const COMMAND_LINE = texts('command-line', {
  version: 'Whereabouts {version}',
  help: {
    usage: 'Usage: whereabouts [command]',
    lead: 'Without a command the app opens. With one the running app is asked; it is started hidden when it is not there.',
    commands: 'Commands:',
    options: 'Options:',
    exitCodes: 'Exit codes: 0 done, 1 rejected, 2 not understood, 3 waiting.',
    example: 'Example: {line}',
  },
  commandHelp: {
    set: 'set a status, with the options below',
    preset: 'set a preset; the beginning of its name is enough',
    clear: 'clear the status',
    extend: 'move the end of the running status',
    end: 'end the running status now',
    status: 'print what each account shows',
    toggle: 'open or close the window',
    accounts: 'list the accounts',
    presets: 'list the presets',
    completion: 'print the completion for a shell',
    help: 'print this',
  },
  optionHelp: {
    emoji: 'an emoji, or its name',
    until: 'the end: {examples}',
    for: 'the length: {examples}',
    accounts: 'servers, hosts or logins, with commas between',
    availability: 'one of {all}',
    then: 'at the end: {all}',
    json: 'print for machines',
  },

  /** Why a line was not carried out. */
  misuse: {
    command: 'There is no command “{typed}”.',
    option: 'There is no option {typed} here.',
    value: '{option} needs a value.',
    noValue: '{option} takes no value.',
    twice: '{option} is there twice.',
    together: '{option} and {other} can’t be used together.',
    tooMany: '“{typed}” is one word too many.',
    tooLong: 'That is too long.',
    oneOf: '{option} can’t be “{typed}”. Use {all}.',
    noPreset: 'Which preset? Give its name.',
    noLength: 'By how much? Give a length, such as 15m.',
    noShell: 'Which shell? Give {all}.',
    nothing: 'There is nothing to set. Give a text, --emoji or --availability.',
    end: '“{typed}” is no end that is understood, or is over already.',
    length: '“{typed}” is no length. Use minutes or hours, up to a week, such as 15m.',
    emoji: '“{typed}” is not an emoji. Use one, or its name such as :hamburger:.',
    emojiName: 'There is no emoji “{typed}”.',
    preset: 'There is no preset “{typed}”.',
    account: 'There is no account “{typed}”.',
    ambiguous: '“{typed}” could be {names}.',
  },
  didYouMean: 'Did you mean “{name}”?',
  seeHelp: 'All commands: whereabouts --help',

  noAccounts: 'There is no account yet. Open Whereabouts and add one.',
  nothingRunning: 'No status set here is running.',
  noEndRunning: 'No status with an end is running.',
  notReachable: 'Whereabouts is not running and could not be started.',
  otherVersion: 'The running Whereabouts is of another version. Quit it and start it again.',

  /** One line for each account: the server's name, and what it shows or what became of it. */
  account: '{name}: {words}',
  withAvailability: '{status}, {availability}',
  withEnd: '{status}, {end}',
  withTrouble: '{status} – {trouble}',
  preset: '{status}, {duration}',
  reason: '  {reason}',
  notRead: 'not read yet',
  signInAgain: 'sign in again',
  keychainLocked: 'keychain locked',
  signedIn: 'signed in',
  /** It is among those that a status is set on when none are named. */
  chosen: 'chosen',
  /** An account in the list, with its address and login. */
  listedAccount: '{address}, {login}, {state}',
  listedChosen: '{address}, {login}, {state}, {chosen}',
});
