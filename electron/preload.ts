import { contextBridge, ipcRenderer } from 'electron';
import type { AppState } from './contract/app-state.ts';
import { CHANNELS, type MainProcess, type PopupShown } from './contract/commands.ts';

/** Listens on a channel without handing out Electron's event, which carries its sender. */
function listen<T>(channel: string, listener: (message: T) => void): () => void {
  const onMessage = (_event: unknown, message: T) => listener(message);
  ipcRenderer.on(channel, onMessage);
  return () => {
    ipcRenderer.off(channel, onMessage);
  };
}

const mainProcess: MainProcess = {
  run: (name, argument) => ipcRenderer.invoke(CHANNELS.run, name, argument),
  getState: () => ipcRenderer.invoke(CHANNELS.getState),
  onState: (listener) => listen<AppState>(CHANNELS.state, listener),
  onShown: (listener) => listen<PopupShown>(CHANNELS.shown, listener),
};

contextBridge.exposeInMainWorld('whereabouts', mainProcess);
