import { texts } from '../texts.ts';

/** The grid in which an emoji is chosen. */
export const EMOJI_PICKER = texts('emoji-picker', {
  search: 'Search emoji',
  grid: 'Emoji',
  categories: 'Categories',
  loading: 'Loading…',
  found: '{count, plural, =0 {No emoji found} one {# emoji found} other {# emoji found}}',
  none: 'No emoji',
  tone: 'Skin tone',
  tones: {
    none: 'None',
    light: 'Light',
    mediumLight: 'Medium light',
    medium: 'Medium',
    mediumDark: 'Medium dark',
    dark: 'Dark',
  },
  used: 'Used most',
  groups: {
    'smileys-emotion': 'Smileys and emotion',
    'people-body': 'People and body',
    'animals-nature': 'Animals and nature',
    'food-drink': 'Food and drink',
    'travel-places': 'Travel and places',
    activities: 'Activities',
    objects: 'Objects',
    symbols: 'Symbols',
    flags: 'Flags',
  },
});
