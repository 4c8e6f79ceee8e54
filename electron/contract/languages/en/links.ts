import { texts } from '../texts.ts';

/** The question that a `whereabouts:` link leads to. Anybody can write such a link. */
export const LINKS = texts('links', {
  title: {
    set: 'A link wants to set your status',
    clear: 'A link wants to clear your status',
    refused: 'This link can’t be used',
  },
  lead: 'Links can come from any page. Nothing has been changed yet.',
  accounts: 'On {accounts}',
  always: 'Always allow this preset from links',
  set: 'Set',
  clear: 'Clear',
  notNow: 'Not now',
  close: 'Close',
  nothingChanged: 'Nothing was changed.',
  /** Why; `{typed}` is what the link says. */
  refused: {
    'not-understood': 'It asks for something that Whereabouts does not understand.',
    'no-accounts': 'There is no account yet to set a status on.',
    preset: 'There is no preset “{typed}”.',
    ambiguous: 'More than one preset could be meant by “{typed}”.',
    emoji: '“{typed}” is not an emoji that is known here.',
    end: '“{typed}” is no end that is understood, or is over already.',
    gone: 'Its preset is no longer there.',
  },
});
