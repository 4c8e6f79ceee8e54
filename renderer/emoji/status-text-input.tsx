import type { Signal } from '@preact/signals';
import type { Ref } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { useStatusText } from './use-status-text.ts';

const CompletionList = lazyPart(async () => (await import('./completion-list.tsx')).CompletionList);

interface Props {
  label: string;
  text: Signal<string>;
  emoji: Signal<StatusEmoji | null>;
  inputRef: Ref<HTMLInputElement>;
  describedBy: string;
  invalid?: boolean;
  placeholder?: string;
  /** The down arrow, while no list of emoji is open. */
  onDown?: () => void;
}

/** A line of words: shortcodes are completed in place, and an emoji at its start moves to the emoji's own field. */
export function StatusTextInput({ label, text, emoji, inputRef, describedBy, invalid, placeholder, onDown }: Props) {
  const id = useId();
  const { emoji: shelf } = usePopup();
  const input = useRef<HTMLInputElement>(null);
  const completer = shelf.completer.value;
  const { list, moved, take, choose, undoMove } = useStatusText({ text, emoji, completer });
  const loadEmoji = useEmojiOnceTyped(() => input.current && take(input.current));
  const isCompleting = list.typed !== null;
  useEffect(() => {
    if (isCompleting) void shelf.learnNames();
  }, [shelf, isCompleting]);
  const open = list.found.length > 0;

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const field = event.currentTarget;
    if (event.isComposing) return;
    const accepts = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey;
    if (open && accepts) choose(field, list.active);
    else if (open && event.key === 'Escape') list.close();
    else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) list.move(event.key);
    else if (event.key === 'ArrowDown' && onDown) onDown();
    else if (!(isUndo(event) && undoMove(field))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span class="text-holder">
      <input
        class="text"
        type="text"
        ref={(element) => {
          input.current = element;
          if (typeof inputRef === 'object' && inputRef !== null) inputRef.current = element;
        }}
        // A list that comes and goes: it is a combo box only while there is one.
        {...(open && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': `${id}-list`,
          'aria-activedescendant': `${id}-list-${list.at}`,
        })}
        aria-label={label}
        aria-autocomplete={open ? 'list' : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        autoComplete="off"
        value={text.value}
        onBlur={() => list.close()}
        onInput={(event) => {
          // An input method is still at work; its end comes as one more input.
          if (event.isComposing) text.value = event.currentTarget.value;
          else take(event.currentTarget);
          loadEmoji();
        }}
        onCompositionEnd={(event) => take(event.currentTarget)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <CompletionList.Part
          id={`${id}-list`}
          found={list.found}
          at={list.at}
          typed={list.typed?.typed ?? ''}
          choose={(one) => {
            if (input.current !== null) choose(input.current, one);
          }}
        />
      )}
      <span class="sr-only" role="status">
        {(open && EMOJI.completed({ count: list.found.length })) || (moved && EMOJI.moved)}
      </span>
    </span>
  );
}

/**
 * What to call at each letter: it loads the emoji where one types before the idle moment that would have loaded them.
 * Not at focus, which comes before the first frame. `takeAgain` is called when they have come.
 */
function useEmojiOnceTyped(takeAgain: () => void): () => void {
  const { emoji: shelf } = usePopup();
  const { locale } = useAppState();
  const index = shelf.index.value;
  const isTyped = useRef(false);
  useLayoutEffect(() => {
    if (index === null || !isTyped.current) return;
    isTyped.current = false;
    takeAgain();
  }, [index]);
  return () => {
    if (index !== null) return;
    isTyped.current = true;
    void shelf.load(locale);
  };
}

/** Ctrl+Z at any time; Backspace only where there is nothing before the caret that it could mean instead. */
function isUndo(event: KeyboardEvent & { currentTarget: HTMLInputElement }): boolean {
  const { selectionStart, selectionEnd } = event.currentTarget;
  if (event.key === 'Backspace') return selectionStart === 0 && selectionEnd === 0;
  return event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
}
