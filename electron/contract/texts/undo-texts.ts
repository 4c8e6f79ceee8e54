import type { Undo } from '../app-state.ts';

/** What was done and can be taken back, in words: “Lunch” deleted. Its label is a name or a status, or empty. */
export function undoText({ what, label }: Pick<Undo, 'what' | 'label'>): string {
  switch (what) {
    case 'preset-deleted':
    case 'workspace-status-deleted':
      return `“${label}” deleted`;
    case 'presets-restored':
      return 'Original presets restored';
    case 'imported':
      return `Imported from ${label}`;
    case 'status-changed':
      return label === '' ? 'Status cleared' : `Set: ${label}`;
  }
}
