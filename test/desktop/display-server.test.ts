import { expect, test } from 'vitest';
import { displayServer } from '../../electron/desktop/display-server.ts';

test.each([
  ['darwin', { WAYLAND_DISPLAY: 'wayland-0' }, [], 'other'],
  ['win32', {}, [], 'other'],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, [], 'wayland'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, [], 'wayland'],
  ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, [], 'x11'],
  ['linux', { XDG_SESSION_TYPE: 'wayland' }, ['app', '--ozone-platform=x11'], 'x11'],
  ['linux', {}, ['app', '--ozone-platform=x11', '--ozone-platform=wayland'], 'wayland'],
] as const)('%s with %j and %j: %s', (platform, environment, args, expected) => {
  expect(displayServer(platform, environment, args)).toBe(expected);
});
