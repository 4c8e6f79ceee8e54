import type { WorkspaceStatus, WorkspaceStatusRow } from '../contract/administration.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Availability } from '../contract/status.ts';
import { workspaceStatusNameProblem } from '../contract/workspace-status-name.ts';
import { parseCsv } from './csv.ts';

/** One status as it stands in a file, before anything is made of it. */
interface Entry {
  line: number;
  name: string;
  type: string;
}

const NAME_COLUMNS = ['name', 'status name'];
const TYPE_COLUMNS = ['availability', 'statustype', 'status type', 'type', 'status'];

/** As the user reads them and as the server spells them, in any case. */
const AVAILABILITIES: Readonly<Record<string, Availability | null>> = {
  '': null,
  online: 'online',
  away: 'away',
  busy: 'busy',
  offline: 'invisible',
  invisible: 'invisible',
};

/**
 * Reads a list of workspace statuses and compares it with those that are `there`. JSON: a list of names or of objects with
 * `name` and `availability` (or `statusType`), also inside `statuses` as the server lists them. CSV: a first line with
 * `name` and perhaps `availability`; commas, semicolons or tabs. What can't be sent is `rejected` here and says why.
 */
export function readWorkspaceStatusFile(text: string, there: readonly WorkspaceStatus[]): Result<WorkspaceStatusRow[]> {
  const plain = text.replace(/^\u{FEFF}/u, '').trim();
  const entries = /^[[{]/.test(plain) ? readJson(plain) : readTable(text.replace(/^\u{FEFF}/u, ''));
  if (!entries.ok) return entries;
  if (entries.value.length === 0) return fail({ code: 'status-file-invalid', reason: 'no-rows' });
  const seen = new Set<string>();
  return ok(
    entries.value.map((entry) => {
      const row = toRow(entry, there, seen);
      seen.add(row.name);
      return row;
    }),
  );
}

/** What is still to do for a row, seen against a newer list. */
export function compareWithThere(row: WorkspaceStatusRow, there: readonly WorkspaceStatus[]): WorkspaceStatusRow {
  const twin = there.find(({ name }) => name === row.name);
  const state = twin === undefined ? 'create' : twin.availability === row.availability ? 'unchanged' : 'change';
  return { ...row, state, problem: null };
}

function toRow(entry: Entry, there: readonly WorkspaceStatus[], seen: ReadonlySet<string>): WorkspaceStatusRow {
  const name = entry.name.trim();
  const type = entry.type.trim();
  const availability = AVAILABILITIES[type.toLowerCase()];
  const row: WorkspaceStatusRow = {
    line: entry.line,
    name,
    availability: availability ?? null,
    state: 'create',
    problem: null,
  };
  const problem = rowProblem(name, type, availability === undefined, seen);
  return problem === null ? compareWithThere(row, there) : { ...row, state: 'rejected', problem };
}

function rowProblem(name: string, type: string, isTypeUnknown: boolean, seen: ReadonlySet<string>): Problem | null {
  const problem = workspaceStatusNameProblem(name);
  if (problem !== null) return problem;
  if (seen.has(name)) return { code: 'workspace-status-name-in-use', name };
  return isTypeUnknown ? { code: 'workspace-status-type-invalid', type } : null;
}

function readJson(text: string): Result<Entry[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ code: 'status-file-invalid', reason: 'not-json' });
  }
  const list = Array.isArray(value) ? value : (value as { statuses?: unknown }).statuses;
  if (!Array.isArray(list)) return fail({ code: 'status-file-invalid', reason: 'not-json' });
  return ok(list.map((one: unknown, index) => ({ line: index + 1, ...jsonEntry(one) })));
}

function jsonEntry(one: unknown): Omit<Entry, 'line'> {
  if (typeof one === 'string') return { name: one, type: '' };
  if (typeof one !== 'object' || one === null) return { name: '', type: '' };
  const { name, availability, statusType, type } = one as Record<string, unknown>;
  return { name: plainText(name), type: plainText(availability ?? statusType ?? type) };
}

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readTable(text: string): Result<Entry[]> {
  const [header, ...rows] = parseCsv(text);
  if (header === undefined) return fail({ code: 'status-file-invalid', reason: 'no-rows' });
  const titles = header.cells.map((cell) => cell.trim().toLowerCase());
  const nameColumn = titles.findIndex((title) => NAME_COLUMNS.includes(title));
  const typeColumn = titles.findIndex((title) => TYPE_COLUMNS.includes(title));
  if (nameColumn === -1) return fail({ code: 'status-file-invalid', reason: 'no-names' });
  return ok(rows.map(({ line, cells }) => ({ line, name: cells[nameColumn] ?? '', type: cells[typeColumn] ?? '' })));
}
