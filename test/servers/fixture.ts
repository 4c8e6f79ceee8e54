import { readFileSync } from 'node:fs';

/** A recorded reply from `test/fixtures`, such as `zulip/server-settings`. */
export function fixture(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
}
