import type { Task } from 'electron/main';
import type { LauncherChoice } from './launcher-choices.ts';

/** Windows leaves out an entry whose description is longer. https://www.electronjs.org/docs/latest/api/structures/jump-list-item */
const MAX_DESCRIPTION = 260;

/** What Windows offers on a right click on the app in the task bar or the Start menu. */
export function jumpListTasks(launch: readonly string[], choices: readonly LauncherChoice[]): Task[] {
  const [program = '', ...first] = launch;
  return choices.map(({ label, description, words }) => ({
    program,
    arguments: [...first, ...words].map(windowsArgument).join(' '),
    iconPath: program,
    iconIndex: 0,
    title: clipped(label),
    description: clipped(description),
  }));
}

/**
 * One argument as Windows' own parser takes it apart again: backslashes mean themselves, except in front of a quote.
 * https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw
 */
export function windowsArgument(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}

function clipped(text: string): string {
  // By characters, so that no half of an emoji is left at the end.
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > MAX_DESCRIPTION) break;
    kept += segment;
  }
  return kept;
}
