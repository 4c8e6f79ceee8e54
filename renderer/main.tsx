import { effect } from '@preact/signals';
import { options, render } from 'preact';
import { ENGLISH } from '../electron/contract/language.ts';
import { spokenLanguage } from '../electron/contract/languages/texts.ts';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { speakLanguage } from './language.ts';
import { mainProcess } from './main-process.ts';
import { PopupContext } from './popup-context.ts';
import { createPopup } from './state.ts';

/** How long effects may be put off, in milliseconds. */
const EFFECTS_WITHIN_MS = 100;

const root = document.getElementById('popup');
if (root === null) throw new Error('index.html has no element for the popup');

const language = new URLSearchParams(location.search).get('language') ?? ENGLISH;
if (language !== ENGLISH) await speakLanguage(language);

const popup = createPopup(mainProcess());
putOffEffects();

/** The key lets all be drawn anew in another language; where one is and what one has typed stays. */
function draw(): void {
  render(
    <PopupContext.Provider value={popup}>
      <App key={spokenLanguage()} />
    </PopupContext.Provider>,
    root as HTMLElement,
  );
}

/** What has the keyboard keeps it, and all stays scrolled as it was: somebody may be going through the languages by arrows. */
function drawAnew(): void {
  const all = () => [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, [tabindex]')];
  const place = all().indexOf(document.activeElement as HTMLElement);
  const scrolled = root?.firstElementChild?.scrollTop ?? 0;
  draw();
  all()[place]?.focus({ preventScroll: true });
  root?.firstElementChild?.scrollTo(0, scrolled);
}

draw();
keepFocus(root);
effect(() => {
  const wanted = popup.app.value?.language ?? spokenLanguage();
  if (wanted !== spokenLanguage()) void speakLanguage(wanted).then(drawAnew);
});

/**
 * Effects of the first frame wait until the browser has nothing else to do: what somebody presses in that frame goes
 * first. No longer than that, since signals change the page by the same clock. https://preactjs.com/guide/v10/options/
 */
function putOffEffects(): void {
  options.requestAnimationFrame = (work) => {
    const run = () => {
      if (popup.app.value !== null) delete options.requestAnimationFrame;
      work();
    };
    requestIdleCallback(run, { timeout: EFFECTS_WITHIN_MS });
  };
}
