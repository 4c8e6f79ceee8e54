import { type ReadonlySignal, signal } from '@preact/signals';
import type { AppState } from '../../electron/contract/app-state.ts';
import { currentStatus } from '../../electron/contract/current-status.ts';
import { lazyPart } from '../lazy-part.tsx';

// The first frame has the line to say something new, in its place and ready to be typed into and sent. All else comes with
// the frame after it, so that reading and drawing it delays nobody.

/** Two accounts that agree stand in one line of the popup, when their names are no longer than this together. */
const MOST_IN_ONE_LINE = 2;
const NAMES_IN_ONE_LINE = 20;

let reading: Promise<typeof import('./next-frame-parts.ts')> | null = null;
const parts = () => {
  reading ??= import('./next-frame-parts.ts');
  return reading;
};

export const BelowCompose = lazyPart(async () => (await parts()).BelowCompose);
export const ComposePills = lazyPart(async () => (await parts()).ComposePills);
export const Counter = lazyPart(async () => (await parts()).Counter);
export const FirstRunScreen = lazyPart(async () => (await parts()).FirstRunScreen, <main class="first-run" />);
export const LinkQuestion = lazyPart(async () => (await parts()).LinkQuestion.Part);
export const LookLines = lazyPart(async () => (await parts()).LookLines);
export const NowSection = lazyPart(async () => (await parts()).NowSection, <div class="now" />);
export const Notices = lazyPart(async () => (await parts()).Notices);
export const OtherScreen = lazyPart(async () => (await parts()).OtherScreen, <main class="page" />);
export const ProblemBar = lazyPart(async () => (await parts()).ProblemBar);
export const ProblemWords = lazyPart(async () => (await parts()).ProblemWords);
export const UndoBar = lazyPart(async () => (await parts()).UndoBar);

/** Reads ahead the screens that nearly everyone opens. */
export async function preloadScreens(): Promise<void> {
  await (await parts()).preloadScreens();
}

const allThere = signal(false);

/** True once none of them is missing for a frame where it is drawn later. */
export const isNextFrameThere: ReadonlySignal<boolean> = allThere;

/** True where nothing that comes with the next frame would push the first one's line down. */
export function fitsFirstFrame({ accounts, notices }: AppState): boolean {
  const isFine = accounts.every(({ signIn, outcome }) => signIn === 'signed-in' && outcome === null);
  const agree = currentStatus({ accounts }).kind !== 'mixed';
  const names = accounts.map(({ serverName }) => serverName).join('');
  const inOneLine = accounts.length <= MOST_IN_ONE_LINE && names.length <= NAMES_IN_ONE_LINE;
  return isFine && agree && inOneLine && notices.length === 0;
}

/** Reads all of them, drawn already or not. */
export async function preloadNextFrame(): Promise<void> {
  const all = [BelowCompose, ComposePills, Counter, FirstRunScreen, LinkQuestion, LookLines, NowSection, Notices];
  await Promise.all([...all, OtherScreen, ProblemBar, ProblemWords, UndoBar].map((part) => part.preload()));
  allThere.value = true;
}
