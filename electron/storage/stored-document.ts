import type { z } from 'zod';
import { salvage } from './salvage.ts';

/** A step from one version of a file to the next. Pure; gets everything in the file but its version. */
export type Migration = (before: Record<string, unknown>) => Record<string, unknown>;

/** What a file should hold. */
export interface DocumentShape<T extends object> {
  /** One schema per top-level key. */
  schema: { [K in keyof T]-?: z.ZodType<T[K]> };
  defaults: T;
  /** Counts up from 1 with each change that needs a migration. */
  version: number;
  /** Under each version the step that leads to it from the one before. */
  migrations: Record<number, Migration>;
}

/** A file's content as far as it could be understood. */
export interface ReadDocument<T extends object> {
  value: T;
  /** False when the file holds something that `value` does not: bad keys, bad items, a later version's keys. */
  intact: boolean;
}

/** The text of a file that holds `document`. */
export function printDocument(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Understands a file's bytes; null when they are no JSON object at all. */
export function readDocument<T extends object>(bytes: Uint8Array, shape: DocumentShape<T>): ReadDocument<T> | null {
  const parsed = parseObject(bytes);
  if (parsed === null) return null;
  const { version, ...content } = parsed;
  const migrated = migrate(version, content, shape);
  const value: Record<string, unknown> = {};
  let intact = migrated !== null;
  for (const [key, schema] of Object.entries<z.ZodType>(shape.schema)) {
    const stored = (migrated ?? content)[key];
    // A key that is not there is no damage: the file may be older than the setting.
    const kept = stored === undefined ? null : salvage(schema, stored);
    value[key] = kept?.found ? kept.value : structuredClone(shape.defaults[key as keyof T]);
    if (kept?.whole === false) intact = false;
  }
  return { value: value as T, intact };
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    // A byte that is no UTF-8 is damage too; a byte order mark, as some editors leave it, is not.
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Null when the version is none, later than ours, or cannot be brought up to ours. */
function migrate<T extends object>(
  version: unknown,
  content: Record<string, unknown>,
  shape: DocumentShape<T>,
): Record<string, unknown> | null {
  if (!Number.isInteger(version)) return null;
  const from = version as number;
  if (from < 1 || from > shape.version) return null;
  try {
    let migrated = content;
    for (let next = from + 1; next <= shape.version; next += 1)
      migrated = shape.migrations[next]?.(migrated) ?? migrated;
    return migrated;
  } catch {
    return null;
  }
}
