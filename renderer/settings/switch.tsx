import { useId } from 'preact/hooks';

interface Props {
  label: string;
  on: boolean;
  disabled?: boolean;
  hint?: string | undefined;
  onChange: (on: boolean) => void;
}

/** Something that is on or off. It shows what is so, not what was asked for. */
export function Switch({ label, on, disabled = false, hint, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label class="choice">
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            // Back to what is so until the answer has come.
            event.currentTarget.checked = on;
            onChange(wanted);
          }}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint switch-hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
