import { fail, ok, type Result } from '../contract/result.ts';
import type { ReadFile } from './file-content.ts';
import { readOwnFile } from './own-file.ts';
import { readRaycastPresets } from './raycast-presets.ts';
import { isSlacksConfig, readSlacksConfig } from './slacks-config.ts';

/** Understands an export of this app, Raycast's presets, or a configuration of `slacks`; told apart by what is in them. */
export function readFileText(text: string): Result<ReadFile> {
  const plain = text.replace(/^\u{FEFF}/u, '').trim();
  if (!/^[[{]/.test(plain)) {
    return isSlacksConfig(plain) ? ok(readSlacksConfig(plain)) : fail({ code: 'import-file', reason: 'unknown' });
  }
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return fail({ code: 'import-file', reason: 'not-json' });
  }
  return Array.isArray(value) ? readRaycastPresets(value) : readOwnFile(value as object);
}
