/** `major.minor` of a version as the server prints it; callers without rights see no more of it. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [, a, b] = /^(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  const [foundMajor, foundMinor] = [Number(a ?? 0), Number(b ?? 0)];
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

/** From here on a status ends by itself, and `users.setStatus` takes `expiresAt`; before, some versions refuse unknown fields. */
export function endsStatuses(version: string): boolean {
  return isAtLeast(version, 8, 6);
}
