import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  name: string;
  type?: 'text' | 'password';
  start?: string | undefined;
  hint?: string | undefined;
  /** Said at once, and tied to the field. */
  problem?: string | null | undefined;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: 'numeric' | 'url' | 'email' | 'text';
  readOnly?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A labelled input that keeps its own value: forms read it when sent, so that no secret passes through state. */
export function Field({ label, hint, problem, start, inputRef, autoComplete = 'off', type = 'text', ...rest }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...rest}
        {...(type === 'password' ? { type: 'password' } : { type: 'text' })}
        id={id}
        ref={inputRef ?? null}
        defaultValue={start ?? ''}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellcheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ProblemLine id={`${id}-problem`} text={problem} />
    </div>
  );
}

/** A problem in words, said at once by screen readers. Nothing without one. */
export function ProblemLine({ id, text }: { id?: string | undefined; text: string | null | undefined }) {
  return text ? (
    <p class="problem" id={id} role="alert">
      {text}
    </p>
  ) : null;
}
