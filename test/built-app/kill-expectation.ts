/** What a user may expect of one account after a kill, said without any knowledge of how the app does it. */

export type End = 'none' | 'far' | 'near';

/** Something that is shown until its end. */
interface Running {
  end: End;
  then: 'clear' | 'restore';
  /** What it interrupted. */
  ground: string;
}

export interface Shown {
  text: string;
  running: Running | null;
  /** Somebody has put it there on a phone. */
  isTheirs: boolean;
}

export interface SetCommand {
  kind: 'set' | 'retry';
  text: string;
  end: End;
  then: 'clear' | 'restore';
}

export type Command = SetCommand | { kind: 'end' };

export const NOTHING: Shown = { text: '', running: null, isTheirs: false };

/** What may be shown once a command has been carried out, and an end that is near has passed. */
export function afterCommand(now: Shown, command: Command): Shown[] {
  if (command.kind === 'end') return [now.running === null ? now : ended(now.running)];
  const { text, end, then } = command;
  // A status with an end is a stop on the way: what comes back is what it interrupted.
  const ground = now.running !== null && now.running.end !== 'none' ? now.running.ground : now.text;
  const running = { end, then, ground };
  if (end !== 'near') return [{ text, running, isTheirs: false }];
  // Over before it was ever shown: an ending leaves alone what somebody else has put there.
  return now.isTheirs ? [ended(running), now] : [ended(running)];
}

export function setOnPhone(text: string): Shown {
  return { text, running: null, isTheirs: true };
}

function ended({ then, ground }: Running): Shown {
  return { ...NOTHING, text: then === 'restore' ? ground : '' };
}
