import type { OrganizationEmojiList } from '../../electron/contract/emoji.ts';

/** Where things are on a page with a picker; inside an open shadow root too. */
export interface PickerPage {
  button: string;
  root: string;
  cells: string;
  search: string;
}

export interface CustomEmoji {
  name: string;
  picture: string;
}

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"%3E%3Cpath d="M0 0h1v1H0z"/%3E%3C/svg%3E';

export function customEmoji(count: number): CustomEmoji[] {
  return Array.from({ length: count }, (_, at) => ({ name: `acme-${at}`, picture: PICTURE }));
}

/** Runs in the page: what the preload script puts there for our popup, and the same emoji for the other page. */
export function standInForPreload({ state, emoji }: { state: unknown; emoji: CustomEmoji[] }): void {
  const serverUrl = 'https://acme.example';
  // Made anew each time: across processes it arrives as a copy, of which main's own is no part.
  const list = (): OrganizationEmojiList => ({
    serverUrl,
    serverName: 'Acme',
    emoji: emoji.map(({ name, picture }) => ({
      emoji: { kind: 'custom', serverUrl, name, code: name },
      aliases: [],
      picture,
      stillPicture: null,
    })),
  });
  const answer = (name: string) => (name === 'list-organization-emoji' ? [list()] : []);
  Object.assign(window, { customEmoji: emoji });
  Object.defineProperty(window, 'whereabouts', {
    value: {
      run: async (name: string) => ({ ok: true, value: /^(list|preview)-/.test(name) ? answer(name) : null }),
      getState: async () => state,
      onState: () => () => {},
      onShown: () => () => {},
    },
  });
}

/** Runs in the page: opens the picker; milliseconds until the first frame with emoji to press and a field to type in. */
export async function openPicker({ button, root, cells, search }: PickerPage): Promise<number> {
  const start = performance.now();
  document.querySelector<HTMLElement>(button)?.click();
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const picker = document.querySelector(root);
    const inside = picker?.shadowRoot ?? picker;
    if (inside?.querySelector(search) && inside.querySelectorAll(cells).length >= 40) break;
  }
  // The frame itself comes after the callbacks of its animation frame.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  return performance.now() - start;
}

/** Runs in the page: types a search letter by letter; for each, milliseconds until the last frame that it changed. */
export async function pressKeys(argument: { picker: PickerPage; search: string }): Promise<number[]> {
  const { picker, search } = argument;
  const QUIET_MS = 150;
  const host = document.querySelector(picker.root);
  const inside = host?.shadowRoot ?? host;
  const input = inside?.querySelector<HTMLInputElement>(picker.search);
  if (!inside || !input) throw new Error('There is no picker to type in.');
  // As it is for whoever types.
  input.focus();
  const type = async (text: string): Promise<number> => {
    const start = performance.now();
    let painted = 0;
    const noteFrame = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          painted = performance.now() - start;
        };
        port2.postMessage(null);
      });
    const observer = new MutationObserver(noteFrame);
    observer.observe(inside, { subtree: true, childList: true, attributes: true, characterData: true });
    noteFrame();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    while (performance.now() - start < painted + QUIET_MS || painted === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    observer.disconnect();
    return painted;
  };
  const times: number[] = [];
  for (let length = 1; length <= search.length; length += 1) times.push(await type(search.slice(0, length)));
  await type('');
  return times;
}
