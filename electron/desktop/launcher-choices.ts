import type { AppState } from '../contract/app-state.ts';
import { LAUNCHER } from '../contract/languages/en/launcher.ts';
import { emojiText, statusText } from '../contract/texts/status-texts.ts';

/** One entry of the menu that a dock, a task bar or an app menu shows for the app. */
export interface LauncherChoice {
  /** Letters, digits and hyphens. */
  id: string;
  label: string;
  /** Says it in full, for a hover. */
  description: string;
  does: { open: true } | { clear: true } | { presetId: string };
  /** What follows the program's name on a command line. */
  words: string[];
}

const MOST_PRESETS = 5;

/** The first presets, Clear and Open: the app without its tray icon. */
export function launcherChoices({ accounts, presets }: Pick<AppState, 'accounts' | 'presets'>): LauncherChoice[] {
  const { open, clear, set } = LAUNCHER;
  const shown = accounts.length === 0 ? [] : presets.slice(0, MOST_PRESETS);
  return [
    ...shown.map((preset, index) => {
      const label = oneLine(statusText(preset));
      const name = oneLine(preset.text) || (preset.emoji ? emojiText(preset.emoji) : preset.id);
      const does = { presetId: preset.id };
      return { id: `preset-${index + 1}`, label, description: set({ status: label }), does, words: presetWords(name) };
    }),
    { id: 'clear', label: clear, description: clear, does: { clear: true }, words: ['clear'] },
    { id: 'open', label: open, description: open, does: { open: true }, words: [] },
  ];
}

/** A name that begins with a hyphen would be taken for an option. */
export function presetWords(name: string): string[] {
  return name.startsWith('-') ? ['preset', '--', name] : ['preset', name];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
