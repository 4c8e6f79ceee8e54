export interface LaunchFacts {
  execPath: string;
  /** Node's own arguments, where the binary is a plain Node. */
  execArgv: readonly string[];
  /** The app's folder when a bare Electron runs it from its source, else null. */
  sourceFolder: string | null;
  environment: NodeJS.ProcessEnv;
}

/**
 * What starts this app again: a program and its first arguments. An AppImage names its own file, because the program that
 * runs lies in a mount that is gone after the app has quit. https://docs.appimage.org/packaging-guide/environment-variables.html
 */
export function launchCommand({ execPath, execArgv, sourceFolder, environment }: LaunchFacts): string[] {
  if (sourceFolder !== null) return [execPath, ...execArgv, sourceFolder];
  return [environment.APPIMAGE || execPath];
}
