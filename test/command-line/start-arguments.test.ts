import { expect, test } from 'vitest';
import { readSecondStart, readStartArguments, type StartWish } from '../../electron/command-line/start-arguments.ts';

const app = (hidden: boolean): StartWish => ({ kind: 'app', hidden });
const words = (...all: string[]): StartWish => ({ kind: 'words', words: all, switches: expect.any(Array) });

test.each<[given: string[], wish: StartWish]>([
  [[], app(false)],
  [['--hidden'], app(true)],
  [['--ozone-platform=x11', '--no-sandbox'], app(false)],
  [['-psn_0_12345'], app(false)],
  [['status', '--json'], words('status', '--json')],
  // Switches in front are Chromium's and the desktop's.
  [['--no-sandbox', '--ozone-platform=wayland', 'preset', 'lunch'], words('preset', 'lunch')],
  [['--', 'set', 'note: later', '--until', '13:00'], words('set', 'note: later', '--until', '13:00')],
  [['--no-sandbox', '--', '--version'], words('--version')],
  [['set', '--', '-5 degrees'], words('set', '--', '-5 degrees')],
  [['--help'], words('--help')],
  [['--no-sandbox', '-v'], words('-v')],
  [['--'], app(false)],
  [['whereabouts://clear'], { kind: 'link', url: 'whereabouts://clear' }],
  [['--no-sandbox', 'WHEREABOUTS:clear', '--gpu-launcher=evil', 'clear'], { kind: 'link', url: 'WHEREABOUTS:clear' }],
])('%j', (given, wish) => {
  expect(readStartArguments(['/opt/Whereabouts/whereabouts', ...given], false)).toEqual(wish);
  expect(readStartArguments(['/node_modules/electron/dist/electron', '/repository', ...given], true)).toEqual(wish);
});

test('a second start is understood by what it passed on, and without that by its arguments', () => {
  const sorted = ['whereabouts', '--original-process-start-time=1', 'whereabouts://clear'];
  const link = { kind: 'link', url: 'whereabouts://preset/lunch' };
  expect(readSecondStart(sorted, link)).toEqual(link);
  expect(readSecondStart(sorted, { kind: 'app', hidden: true })).toEqual(app(true));
  expect(readSecondStart(sorted, null)).toEqual({ kind: 'link', url: 'whereabouts://clear' });
  expect(readSecondStart(['whereabouts', '--hidden'], { kind: 'link' })).toEqual(app(true));
  expect(readSecondStart(['whereabouts'], 'nonsense')).toEqual(app(false));
});

test('what Chromium was told goes along when the app has to be started', () => {
  const given = ['--hidden', '--user-data-dir=/tmp/x', '--', 'set', '--until', '13:00'];
  expect(readStartArguments(['whereabouts', ...given], false)).toMatchObject({ switches: ['--user-data-dir=/tmp/x'] });
});
