export type DisplayServer = 'wayland' | 'x11' | 'other';

/**
 * Who draws windows and owns global shortcuts. Electron takes Wayland by itself in a Wayland session unless it is told
 * otherwise on its command line; a switch set from JavaScript comes too late to matter.
 * https://www.electronjs.org/docs/latest/breaking-changes#behavior-changed-electron-uses-wayland-natively-by-default
 */
export function displayServer(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
): DisplayServer {
  if (platform !== 'linux') return 'other';
  const asked = args.findLast((arg) => arg.startsWith('--ozone-platform='))?.split('=')[1];
  if (asked === 'wayland' || asked === 'x11') return asked;
  return environment.XDG_SESSION_TYPE === 'wayland' || environment.WAYLAND_DISPLAY ? 'wayland' : 'x11';
}
