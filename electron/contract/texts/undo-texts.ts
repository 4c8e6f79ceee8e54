import type { Undo } from '../app-state.ts';
import { UNDO } from '../languages/en/undo.ts';

/** What was done and can be taken back, in words: “Lunch” deleted. Its label is a name or a status, or empty. */
export function undoText({ what, label }: Pick<Undo, 'what' | 'label'>): string {
  switch (what) {
    case 'preset-deleted':
    case 'workspace-status-deleted':
      return UNDO.deleted({ label });
    case 'presets-restored':
      return UNDO.presetsRestored;
    case 'imported':
      return UNDO.imported({ label });
    case 'status-changed':
      return label === '' ? UNDO.statusCleared : UNDO.statusSet({ label });
  }
}
