import type { DialogState } from '../stand-in/desktop-state.ts';
import type { Channel } from './channel.ts';
import { button, byId, element } from './element.ts';

function drawMessage(state: Extract<DialogState, { kind: 'message' }>, line: Channel): HTMLDialogElement {
  const dialog = element('dialog', { 'aria-label': state.message }, element('h2', {}, state.message));
  if (state.detail !== '') dialog.append(element('p', {}, state.detail));
  const checkbox = element('input', { type: 'checkbox' });
  if (state.checkbox !== null) dialog.append(element('label', {}, checkbox, ` ${state.checkbox}`));
  const answer = (response: number) =>
    line.act({ do: 'answer-message', id: state.id, response, checked: checkbox.checked });
  dialog.append(
    element('p', { class: 'buttons' }, ...state.buttons.map((label, index) => button(label, () => answer(index)))),
  );
  dialog.addEventListener('cancel', () => answer(state.cancelId));
  return dialog;
}

function drawOpen(state: Extract<DialogState, { kind: 'open' }>, line: Channel): HTMLDialogElement {
  const accept = state.extensions.map((extension) => `.${extension}`).join(',');
  const input = element('input', { type: 'file', multiple: state.multiple, accept: accept !== '' && accept });
  const answer = (paths: string[] | null) => line.act({ do: 'answer-open', id: state.id, paths });
  const open = async () => {
    const files = [...(input.files ?? [])];
    answer(files.length === 0 ? null : await Promise.all(files.map((file) => line.upload(file))));
  };
  const buttons = [button('Cancel', () => answer(null)), button(state.buttonLabel, () => void open())];
  const dialog = element(
    'dialog',
    { 'aria-label': state.title },
    element('h2', {}, state.title),
    element('label', {}, 'File ', input),
    element('p', { class: 'buttons' }, ...buttons),
  );
  dialog.addEventListener('cancel', () => answer(null));
  return dialog;
}

function drawSave(state: Extract<DialogState, { kind: 'save' }>, line: Channel): HTMLDialogElement {
  const input = element('input', { type: 'text', value: state.name });
  const answer = (name: string | null) => line.act({ do: 'answer-save', id: state.id, name });
  const buttons = [
    button('Cancel', () => answer(null)),
    button(state.buttonLabel, () => answer(input.value.trim() || null)),
  ];
  const dialog = element(
    'dialog',
    { 'aria-label': state.title },
    element('h2', {}, state.title),
    element('p', {}, `Into ${state.folder}`),
    element('label', {}, 'Name ', input),
    element('p', { class: 'buttons' }, ...buttons),
  );
  dialog.addEventListener('cancel', () => answer(null));
  return dialog;
}

function drawDialog(state: DialogState, line: Channel): HTMLDialogElement {
  if (state.kind === 'open') return drawOpen(state, line);
  return state.kind === 'save' ? drawSave(state, line) : drawMessage(state, line);
}

/** Draws the system dialogs that the app waits for. */
export function createDialogView(line: Channel): (dialogs: DialogState[]) => void {
  const drawn = new Map<number, HTMLDialogElement>();
  return (dialogs) => {
    for (const [id, dialog] of drawn) {
      if (dialogs.some((state) => state.id === id)) continue;
      dialog.remove();
      drawn.delete(id);
    }
    for (const state of dialogs.filter(({ id }) => !drawn.has(id))) {
      const dialog = drawDialog(state, line);
      drawn.set(state.id, dialog);
      byId('dialogs').append(dialog);
      dialog.showModal();
    }
  };
}
