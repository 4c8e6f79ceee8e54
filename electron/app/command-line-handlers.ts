import { type Quoting, readyCommands } from '../command-line/ready-commands.ts';
import type { ChangeCommands } from '../command-line/run-change.ts';
import type { CommandLineCommands } from '../contract/command-line.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Services } from './services.ts';

/** What commands for a terminal need to know of the desktop. */
export interface CommandLineDesktop {
  /** What the app is started by in a terminal: a name, or a path and what has to stand behind it. */
  program: readonly string[];
  quoting: Quoting;
  copyText: (text: string) => Promise<Result<null>>;
}

/** Links' questions, and commands to be copied. `commands`: what a link's wish is carried out by. */
export function createCommandLineHandlers(
  { links, state }: Services,
  { program, quoting, copyText }: CommandLineDesktop,
  commands: () => ChangeCommands,
): Pick<CommandHandlers, keyof CommandLineCommands> {
  const ready = () => readyCommands(state.get(), program, quoting);
  return {
    'answer-link': ({ linkId, answer }) => links.answer(linkId, answer, commands()),
    'list-ready-commands': () => ok(ready()),
    'copy-ready-command': ({ id }) => {
      const line = ready().find((command) => command.id === id)?.line;
      return line === undefined ? fail({ code: 'not-found' }) : copyText(line);
    },
  };
}
