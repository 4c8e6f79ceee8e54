import type { ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  look?: 'primary' | 'soft' | 'plain' | 'danger';
  type?: 'button' | 'submit';
  /** The accessible name, where the visible words say too little on their own. */
  label?: string | undefined;
  describedBy?: string | undefined;
  /** Stays reachable by keyboard, so that a screen reader can say why. */
  disabled?: boolean;
  busy?: boolean;
  onClick?: () => void;
}

export function Button({
  children,
  look = 'soft',
  type = 'button',
  label,
  describedBy,
  disabled,
  busy,
  onClick,
}: Props) {
  const idle = disabled === true || busy === true;
  return (
    <button
      type={type}
      class={`button ${look}`}
      aria-label={label}
      aria-describedby={describedBy}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (idle) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
