import { batch, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import type { Pickable } from './emoji-index.ts';
import type { Completer } from './emoji-search.ts';
import { arrivedEmoji, complete, type Replaced, typedShortcode } from './typed-emoji.ts';
import { type Completions, useCompletions } from './use-completions.ts';

/** What a move to the emoji field has to put back. */
interface Move {
  text: string;
  /** The text as the move has left it; once it is another, there is no way back. */
  left: string;
}

interface Typing {
  text: Signal<string>;
  emoji: Signal<StatusEmoji | null>;
  completer: Completer | null;
}

export interface StatusText {
  list: Completions;
  /** True right after an emoji has moved to its own field. */
  moved: boolean;
  /** Takes over what is in the field now. */
  take(input: HTMLInputElement): void;
  /** Puts an emoji from the list into the text. */
  choose(input: HTMLInputElement, one: Pickable | null): void;
  /** Puts a moved emoji back in front of the text. False where none has just moved. */
  undoMove(input: HTMLInputElement): boolean;
}

/** What typing in the text does to the text and to the emoji. */
export function useStatusText({ text, emoji, completer }: Typing): StatusText {
  const list = useCompletions(completer);

  const putIn = usePut(text);
  const put = (input: HTMLInputElement, change: Replaced) => {
    putIn(input, change);
    list.close();
  };

  const { moved, moveOut, undoMove } = useMove({ text, emoji }, put);

  return {
    list,
    moved,
    undoMove,
    take(input) {
      const before = text.value;
      const now = input.value;
      const caret = input.selectionEnd ?? now.length;
      const arrived = emoji.value === null ? arrivedEmoji(before, now) : null;
      if (arrived === null) {
        text.value = now;
        const replaced = list.type(typedShortcode(now, caret), now, caret, now.length > before.length);
        if (replaced !== null) put(input, replaced);
        return;
      }
      const left = { text: arrived.text, caret: Math.max(0, caret - (now.length - arrived.text.length)) };
      moveOut(input, now, left, { kind: 'unicode', value: arrived.emoji });
    },
    choose(input, one) {
      const at = list.typed;
      if (at === null || one === null) return;
      const end = at.start + 1 + at.typed.length;
      const change = complete(text.value, end, at, emojiText(one.emoji));
      const isFirst = emoji.value === null && text.value.slice(0, at.start).trim() === '';
      // In a text, not every server shows an organisation's own: https://zulip.com/api/update-status#parameter-status_text
      if (one.emoji.kind === 'unicode' || !isFirst) return put(input, change);
      moveOut(input, change.text, { text: text.value.slice(end).trimStart(), caret: 0 }, one.emoji);
    },
  };
}

/** Takes an emoji out of the text into its own field, and back. */
function useMove(
  { text, emoji }: Pick<Typing, 'text' | 'emoji'>,
  put: (input: HTMLInputElement, change: Replaced) => void,
) {
  const [move, setMove] = useState<Move | null>(null);
  return {
    moved: move !== null && move.left === text.value,
    /** `whole` is the text with the emoji in it. */
    moveOut(input: HTMLInputElement, whole: string, left: Replaced, one: StatusEmoji) {
      setMove({ text: whole, left: left.text });
      batch(() => {
        emoji.value = one;
        put(input, left);
      });
    },
    undoMove(input: HTMLInputElement): boolean {
      if (move === null || move.left !== text.value) return false;
      batch(() => {
        emoji.value = null;
        put(input, { text: move.text, caret: move.text.length - move.left.length });
      });
      setMove(null);
      return true;
    },
  };
}

/** Changes the text with the caret where it belongs, also after the text has been drawn, which would move it to the end. */
function usePut(text: Signal<string>): (input: HTMLInputElement, change: Replaced) => void {
  const wish = useRef<{ input: HTMLInputElement; caret: number } | null>(null);
  useLayoutEffect(() => {
    wish.current?.input.setSelectionRange(wish.current.caret, wish.current.caret);
    wish.current = null;
  });
  return (input, change) => {
    text.value = change.text;
    input.value = change.text;
    input.setSelectionRange(change.caret, change.caret);
    wish.current = { input, caret: change.caret };
  };
}
