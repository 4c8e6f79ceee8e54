import { texts } from '../texts.ts';

/** What was done and can be taken back, next to “Undo”. `label` is a name or a status. */
export const UNDO = texts('undo', {
  deleted: '“{label}” deleted',
  presetsRestored: 'Original presets restored',
  /** `label` is a file’s name. */
  imported: 'Imported from {label}',
  statusCleared: 'Status cleared',
  statusSet: 'Set: {label}',
});
