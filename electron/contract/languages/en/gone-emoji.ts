import { texts } from '../texts.ts';

/** Beside a preset or a recent status whose emoji its organisation does not have any more. A short remark, no sentence. */
export const GONE_EMOJI = texts('gone-emoji', {
  mark: '{server} no longer has {emoji}',
});
