import { texts } from '../texts.ts';

/** What is said about the emoji of a status. */
export const EMOJI = texts('emoji', {
  choose: 'Choose an emoji',
  /** The button that opens the picker: what for, and what is chosen. */
  button: '{label}: {emoji}',
  buttonEmpty: '{label}: none',
  completions: 'Emoji to put in',
  completed: '{count, plural, one {# emoji, Enter puts it in} other {# emoji, arrows choose, Enter puts in}}',
  moved: 'The emoji has moved to its own field. Ctrl+Z puts it back.',
  look: {
    label: 'How it will look',
    everywhere: 'Everywhere',
    on: 'On {servers}',
    inText: 'in front of the text',
    ownPlace: 'in its own place',
    endUnseen: 'end not shown to others',
    nothing: 'nothing',
    replaced: '{server} will show {shown} instead of {wanted}.',
    dropped: '{server} does not have {wanted} and will show none.',
  },
  fallback: 'Emoji where this is missing',
  fallbackHint: 'Shown on servers that don’t have the emoji above.',
  gone: '{server} no longer has {emoji}. Choose another emoji, or one for where it is missing.',
});
