const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  greet: (name) => ipcRenderer.invoke('greet', name),
  nthCall: () => ipcRenderer.invoke('nth-call'),
  pick: () => ipcRenderer.invoke('pick'),
  missing: () => ipcRenderer.invoke('missing'),
  onShown: (listener) => {
    ipcRenderer.on('shown', (_event, shown) => listener(shown));
  },
});
