import type { CommandHandlers } from '../contract/commands.ts';
import type { Result } from '../contract/result.ts';
import type { ResolvedChange } from './resolve-request.ts';

/** The commands that a change becomes; the same that every other way in uses. */
export type ChangeCommands = Pick<
  CommandHandlers,
  'set-status' | 'apply-preset' | 'clear-status' | 'extend-status' | 'end-status'
>;

/** Runs the one command that a change stands for. */
export async function runChange(change: ResolvedChange, commands: ChangeCommands): Promise<Result<null>> {
  switch (change.kind) {
    case 'set':
      return commands['set-status']({
        status: change.status,
        accountIds: change.accountIds,
        duration: change.duration,
      });
    case 'preset':
      return commands['apply-preset']({ presetId: change.preset.id, duration: change.duration });
    case 'clear':
      return commands['clear-status']({ accountIds: change.accountIds });
    case 'extend':
      return commands['extend-status']({ minutes: change.minutes });
    case 'end':
      return commands['end-status'](null);
  }
}
