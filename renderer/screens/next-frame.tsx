import { lazyPart } from '../lazy-part.tsx';

// The first frame has what is now and the line to say something new, ready to be typed into and sent. All else comes with the
// frame after it, so that reading and drawing it delays nobody.
const parts = () => import('./next-frame-parts.ts');

export const BelowCompose = lazyPart(async () => (await parts()).BelowCompose);
export const ComposePills = lazyPart(async () => (await parts()).ComposePills);
export const FirstRunScreen = lazyPart(async () => (await parts()).FirstRunScreen, <main class="first-run" />);
export const LinkQuestion = lazyPart(async () => (await parts()).LinkQuestion.Part);
export const LookLines = lazyPart(async () => (await parts()).LookLines);
export const Notices = lazyPart(async () => (await parts()).Notices);
export const OtherScreen = lazyPart(async () => (await parts()).OtherScreen, <main class="page" />);
export const OutcomeLines = lazyPart(async () => (await parts()).OutcomeLines);
export const ProblemBar = lazyPart(async () => (await parts()).ProblemBar);
export const ProblemWords = lazyPart(async () => (await parts()).ProblemWords);
export const UndoBar = lazyPart(async () => (await parts()).UndoBar);

/** Reads ahead the screens that nearly everyone opens. */
export async function preloadScreens(): Promise<void> {
  await (await parts()).preloadScreens();
}

/** Has all of them ready at once, so that none is missing for a frame where it is drawn later. */
export async function preloadNextFrame(): Promise<void> {
  const all = [BelowCompose, ComposePills, FirstRunScreen, LinkQuestion, LookLines, Notices, OtherScreen];
  await Promise.all([...all, OutcomeLines, ProblemBar, ProblemWords, UndoBar].map((part) => part.preload()));
}
