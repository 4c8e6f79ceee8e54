import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every form in which a secret could lie about: as it is, or as something that anybody can turn back. */
function formsOf(secret: string): Set<string> {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = bytes.toString('base64');
  return new Set([
    secret,
    base64,
    base64.replaceAll('=', ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(secret),
    json,
    // JSON within JSON, as messages travel.
    JSON.stringify(json).slice(1, -1),
    bytes.toString('utf16le'),
  ]);
}

/** Names of the secrets that stand in a text in any form; `secrets` are by name. */
export function secretsIn(text: string, secrets: Record<string, string>): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) => [...formsOf(secret)].some((form) => text.includes(form)))
    .map(([name]) => name);
}

/** All files below a folder, as `path: name of the secret` for each secret in their names or in what they hold. */
export function secretsInFolder(folder: string, secrets: Record<string, string>): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path);
      const found = secretsIn(`${path}\n${text.toString('utf8')}\n${text.toString('utf16le')}`, secrets);
      return found.map((name) => `${path}: ${name}`);
    });
}
