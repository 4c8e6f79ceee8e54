import type { IpcMain, IpcMainInvokeEvent } from 'electron/main';
import type { AppState } from '../contract/app-state.ts';
import { CHANNELS, type CommandHandlers } from '../contract/commands.ts';
import { fail, type Result } from '../contract/result.ts';
import { COMMAND_ARGUMENTS, isCommandName } from './command-arguments.ts';

export interface CommandDoorDeps {
  ipc: Pick<IpcMain, 'handle' | 'removeHandler'>;
  isPopup: (event: IpcMainInvokeEvent) => boolean;
  handlers: CommandHandlers;
  getState: () => AppState;
  log: { warn(message: string): void; error(message: string, error: unknown): void };
}

/**
 * Lets the popup, and nobody else, run commands and read the app state, until the answered function is called. Arguments
 * may hold secrets, so they are never logged: neither here nor as part of a schema's complaint.
 */
export function registerCommands({ ipc, isPopup, handlers, getState, log }: CommandDoorDeps): () => void {
  function refuseOthers(event: IpcMainInvokeEvent, channel: string): void {
    if (isPopup(event)) return;
    log.warn(`Refused a message on ${channel} that did not come from the popup`);
    throw new Error('Refused');
  }

  ipc.handle(CHANNELS.getState, (event) => {
    refuseOthers(event, CHANNELS.getState);
    return getState();
  });

  ipc.handle(CHANNELS.run, async (event, name: unknown, argument: unknown): Promise<Result<unknown>> => {
    refuseOthers(event, CHANNELS.run);
    if (!isCommandName(name)) {
      log.warn('Refused a command that does not exist');
      return fail({ code: 'bad-argument' });
    }
    const parsed = COMMAND_ARGUMENTS[name].safeParse(argument);
    if (!parsed.success) {
      log.warn(`Refused the argument of ${name}`);
      return fail({ code: 'bad-argument' });
    }
    try {
      // The schema under this name has just checked that it is this handler's argument; TypeScript can't tie the two.
      return await (handlers[name] as (argument: unknown) => Promise<Result<unknown>>)(parsed.data);
    } catch (error) {
      log.error(`The command ${name} failed`, error);
      return fail({ code: 'internal' });
    }
  });

  return () => {
    ipc.removeHandler(CHANNELS.getState);
    ipc.removeHandler(CHANNELS.run);
  };
}
