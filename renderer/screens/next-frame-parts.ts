// One file to read, of all that the first frame does without.
export { LookLines } from '../emoji/look-lines.tsx';
export { ProblemBar } from '../parts/problem-bar.tsx';
export { ProblemWords } from '../parts/problem-words.tsx';
export { UndoBar } from '../parts/undo-bar.tsx';
export { BelowCompose } from './below-compose.tsx';
export { ComposePills } from './compose-pills.tsx';
export { Counter } from './counter.tsx';
export { FirstRunScreen } from './first-run-screen.tsx';
export { LinkQuestion, preloadScreens } from './lazy-screens.tsx';
export { Notices } from './notices.tsx';
export { NowSection } from './now-section.tsx';
export { OtherScreen } from './other-screen.tsx';
