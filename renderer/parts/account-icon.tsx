interface Props {
  name: string;
  icon: string | null;
}

const COLOURS = 6;

/** An organisation's picture, or the first letter of its name on a colour that stays the same for the name. */
export function AccountIcon({ name, icon }: Props) {
  if (icon?.startsWith('data:image/')) return <img class="account-icon" src={icon} alt="" />;
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return (
    <span class={`account-icon letter colour-${sum % COLOURS}`} aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}
