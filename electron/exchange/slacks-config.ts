import type { ImportNote } from '../contract/exchange.ts';
import type { ReadFile } from './file-content.ts';
import { type ForeignPreset, fromForeign } from './foreign-preset.ts';

// `~/.slacks.conf`: a shell script of which only assignments are documented, one a line, such as PRESET_TEXT_lunch="…".
// Silencing notifications is PRESET_DND_… in the program and PRESET_DNR_… in its documentation; both are taken.
// https://github.com/gvicentin/slacks#useful-presets
const LINE = /^(?:PRESET_(TEXT|EMOJI|DUR|DND|DNR)_(\w+)|(WORKSPACES))=(.*)$/;
/** Quoted or one word, and nothing that a shell would work out. */
const PLAIN = /^(?:"([^"`$\\]*)"|'([^']*)'|([^\s"'`$\\;&|<>()#]*))\s*(?:#.*)?$/;
/** It asks Slack for this one where none is given. */
const USUAL_EMOJI = ':speech_balloon:';

export function isSlacksConfig(text: string): boolean {
  return text.split(/\r?\n/).some((line) => LINE.test(line.trim()));
}

/** Reads the assignments and runs nothing; every other line that says something is noted. */
export function readSlacksConfig(text: string): ReadFile {
  const presets = new Map<string, Record<string, string>>();
  const notes: ImportNote[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [, field, name, workspaces, given = ''] = LINE.exec(line) ?? [];
    const plain = PLAIN.exec(given);
    // Workspaces are Slack's; there is nothing to take over.
    if (workspaces !== undefined) continue;
    if (field === undefined || name === undefined || plain === null) notes.push({ kind: 'not-a-preset', line });
    else presets.set(name, { ...presets.get(name), [field]: plain[1] ?? plain[2] ?? plain[3] ?? '' });
  }
  const found = [...presets].map(([name, fields]) => fromForeign(foreign(name, fields)));
  return {
    source: 'slacks',
    name: null,
    presets: found.map(({ preset }) => preset),
    settings: {},
    notes: [...found.flatMap((one) => one.notes), ...notes],
  };
}

function foreign(name: string, fields: Record<string, string>): ForeignPreset {
  return {
    text: fields.TEXT?.trim() || name,
    emoji: fields.EMOJI ?? USUAL_EMOJI,
    duration: fields.DUR ?? '',
    pausesNotifications: (fields.DND ?? fields.DNR) === 'true',
  };
}
