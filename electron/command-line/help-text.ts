import { COMMAND_LINE } from '../contract/languages/en/command-line.ts';
import { listed } from '../contract/languages/texts.ts';
import { AVAILABILITIES } from '../contract/status.ts';

const COLUMN = 24;
const EXAMPLE = 'whereabouts set "Lunch" --emoji 🍔 --until 13:00 --accounts work';

/** What `--help` prints. */
export function helpText(): string {
  const { help: T, commandHelp, optionHelp } = COMMAND_LINE;
  const line = (typed: string, words: string) => `  ${typed.padEnd(COLUMN)}${words}`;
  const all = (words: readonly string[]) => listed(words, 'disjunction');
  return [
    T.usage,
    '',
    T.lead,
    '',
    T.commands,
    line('set [text]', commandHelp.set),
    line('preset <name> [--until]', commandHelp.preset),
    line('clear [--accounts]', commandHelp.clear),
    line('extend <length>', commandHelp.extend),
    line('end', commandHelp.end),
    line('status [--json]', commandHelp.status),
    line('toggle', commandHelp.toggle),
    line('accounts [--json]', commandHelp.accounts),
    line('presets [--json]', commandHelp.presets),
    line('completion <shell>', commandHelp.completion),
    line('help', commandHelp.help),
    '',
    T.options,
    line('--emoji 🍔', optionHelp.emoji),
    line('--until <end>', optionHelp.until({ examples: '13:00, 5pm, fri 9:00, 24 Dec' })),
    line('--for <length>', optionHelp.for({ examples: '45m, 1h30' })),
    line('--accounts <names>', optionHelp.accounts),
    line('--availability <one>', optionHelp.availability({ all: all(AVAILABILITIES) })),
    line('--then <what>', optionHelp.then({ all: all(['clear', 'restore']) })),
    line('--json', optionHelp.json),
    '',
    T.exitCodes,
    T.example({ line: EXAMPLE }),
  ].join('\n');
}
