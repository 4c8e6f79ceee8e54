import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppState } from '../electron/contract/app-state.ts';
import type { Popup } from './state.ts';

export const PopupContext = createContext<Popup | null>(null);

export function usePopup(): Popup {
  const popup = useContext(PopupContext);
  if (popup === null) throw new Error('There is no popup around this component');
  return popup;
}

/** Main's snapshot; only for components below `App`, which draws nothing before the first one has come. */
export function useAppState(): AppState {
  const state = usePopup().app.value;
  if (state === null) throw new Error('The first snapshot has not come yet');
  return state;
}
