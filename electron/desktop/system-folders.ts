import { isAbsolute, join } from 'node:path';

/**
 * The user's folders on Linux. What is not an absolute path is ignored, as the specification asks for.
 * https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function userFolders(home: string, environment: NodeJS.ProcessEnv): { config: string; data: string } {
  const own = (path: string | undefined, usual: string) => (path && isAbsolute(path) ? path : join(home, usual));
  return {
    config: own(environment.XDG_CONFIG_HOME, '.config'),
    data: own(environment.XDG_DATA_HOME, '.local/share'),
  };
}
