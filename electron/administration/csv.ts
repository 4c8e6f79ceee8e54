export interface CsvRow {
  /** Where it begins, counted from 1. */
  line: number;
  cells: string[];
}

/**
 * Comma-separated values as https://www.rfc-editor.org/rfc/rfc4180 describes them, and as spreadsheets save them:
 * semicolons or tabs when the first line has more of those. Empty lines are left out.
 */
export function parseCsv(text: string): CsvRow[] {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let start = 1;
  let isQuoted = false;

  function endRow(): void {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: start, cells });
    cells = [];
    cell = '';
    start = line + 1;
  }

  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isQuoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = '';
    } else if (!isQuoted && char === separator) {
      cells.push(cell);
      cell = '';
    } else if (!isQuoted && (char === '\n' || (char === '\r' && text[at + 1] !== '\n'))) {
      endRow();
      line += 1;
    } else if (isQuoted || char !== '\r') {
      cell += char;
      if (char === '\n') line += 1;
    }
  }
  endRow();
  return rows;
}

function separatorOf(text: string): string {
  const first = text.split(/[\r\n]/).find((one) => one.trim() !== '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
