/**
 * Zulip's own names where they matter most: statuses that people set, and every place where Zulip's name means another
 * picture elsewhere. One code per line, its canonical name first, then its aliases.
 * Names: https://github.com/zulip/zulip/blob/main/tools/setup/emoji/emoji_names.py
 */
export const ZULIP_NAMES = `
1f6e0 working_on_it hammer_and_wrench tools
1f4c5 calendar
1f4c6 date
1f68c bus school_bus
1f912 sick flu face_with_thermometer ill fever
1f334 palm_tree
1f3e0 house
1f3e2 office
1f642 smile
1f44d +1 thumbs_up like
1f44e -1 thumbs_down
1f697 car
2615 coffee
2708 airplane
1f4bb computer laptop
1f389 tada
2764 heart love love_you
1f634 sleeping
1f680 rocket
1f37d hungry meal table_setting fork_and_knife_with_plate lets_eat
1f515 mute_notifications
1f6ab prohibited not_allowed
1f4de landline home_phone
1f3d6 beach
2705 check all_good approved
274c cross_mark incorrect wrong
274e x
1f384 holiday_tree
1f440 eyes looking
1f44b wave hello hi
1f4a4 zzz
`;

/** Newer than the table of the server played here, so it does not know them. */
export const NOT_IN_TABLE = ['1fae9', '1fac6', '1fabe', '1fadc', '1fa89', '1fa8f', '1fadf'];

/** The ten codes that kept their variation selectors in older tables. */
export const OLDER_CODES = [
  '1f441-fe0f-200d-1f5e8-fe0f',
  '1f575-fe0f-200d-2640-fe0f',
  '1f575-fe0f-200d-2642-fe0f',
  '1f3cc-fe0f-200d-2640-fe0f',
  '1f3cc-fe0f-200d-2642-fe0f',
  '1f3cb-fe0f-200d-2640-fe0f',
  '1f3cb-fe0f-200d-2642-fe0f',
  '26f9-fe0f-200d-2640-fe0f',
  '26f9-fe0f-200d-2642-fe0f',
  '1f3f3-fe0f-200d-26a7-fe0f',
];
