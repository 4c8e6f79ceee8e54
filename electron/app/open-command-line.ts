import { createRequestAnswers } from '../command-line/answer-request.ts';
import { openRequestDoor, type RequestDoor, type RequestDoorDeps } from '../command-line/request-door.ts';
import type { ChangeCommands } from '../command-line/run-change.ts';
import { readEmoji } from '../exchange/emoji-words.ts';
import type { Clock } from '../status/clock.ts';
import type { Services } from './services.ts';

export interface OpenCommandLineDeps extends Omit<RequestDoorDeps, 'answer'> {
  services: Services;
  commands: ChangeCommands;
  togglePopup: () => void;
  clock: Clock;
}

/**
 * From now on the command line can ask this app; its wishes become the same commands as the popup's. null where no door
 * can be opened: the app is of use without. Only main.ts imports this file, because it loads texts.
 */
export async function openCommandLine(deps: OpenCommandLineDeps): Promise<RequestDoor | null> {
  const { services, commands, togglePopup, clock, folder, log } = deps;
  const { state, emoji } = services;
  const answer = createRequestAnswers({
    ...{ commands, togglePopup, now: clock.now, after: clock.after },
    getState: state.get,
    onState: state.onState,
    organizationEmoji: emoji.lists,
    namedEmoji: readEmoji,
  });
  try {
    return await openRequestDoor({ folder, log, answer });
  } catch (error) {
    log.error('The command line can’t be answered', error);
    return null;
  }
}
