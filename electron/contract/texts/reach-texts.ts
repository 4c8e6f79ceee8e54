/** What stands in the menus of docks, task bars and app menus, and in notifications. */
export const LAUNCHER_TEXTS = {
  comment: 'One click tells every chat server you are on where you are.',
  open: 'Open Whereabouts',
  clear: 'Clear status',
  /** The hover of an entry: “Set: 🍔 Lunch”. */
  set: (status: string) => `Set: ${status}`,
} as const;
