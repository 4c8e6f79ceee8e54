import { render } from 'preact';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { mainProcess } from './main-process.ts';
import { PopupContext } from './popup-context.ts';
import { createPopup } from './state.ts';

const root = document.getElementById('popup');
if (root === null) throw new Error('index.html has no element for the popup');

render(
  <PopupContext.Provider value={createPopup(mainProcess())}>
    <App />
  </PopupContext.Provider>,
  root,
);
keepFocus(root);
