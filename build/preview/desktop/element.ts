type Attributes = Record<string, string | boolean>;

/** Makes an element; `true` sets a bare attribute and `false` leaves one out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

export function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', onClick);
  return made;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
}

/** Calls `draw` with a part of the state when that part has changed. */
export function onChange<T>(draw: (part: T) => void): (part: T) => void {
  let drawn: string | undefined;
  return (part) => {
    const text = JSON.stringify(part);
    if (text === drawn) return;
    drawn = text;
    draw(part);
  };
}
