/** Something that can be called by one of several names; the first is what it is called in answers. */
export interface Named<T> {
  value: T;
  names: string[];
  /** Only found when it is given whole; nobody remembers it. */
  id: string;
}

export type Found<T> =
  | { kind: 'found'; value: T }
  | { kind: 'ambiguous'; names: string[] }
  /** `near`: a name that may have been meant. */
  | { kind: 'unknown'; near: string | null };

/** Finds by a whole name or, where that names just one, its beginning. Capitals, and how an accent is written, don't count. */
export function findByName<T>(all: readonly Named<T>[], typed: string): Found<T> {
  const wanted = folded(typed);
  const isWhole = ({ names, id }: Named<T>) => [...names, id].some((name) => name !== '' && folded(name) === wanted);
  const isBegun = ({ names }: Named<T>) => names.some((name) => folded(name).startsWith(wanted));
  for (const matches of [isWhole, isBegun]) {
    const found = wanted === '' ? [] : all.filter(matches);
    const [first] = found;
    if (found.length === 1 && first !== undefined) return { kind: 'found', value: first.value };
    if (found.length > 1) return { kind: 'ambiguous', names: found.map(({ names }) => names[0] ?? '') };
  }
  return {
    kind: 'unknown',
    near: nearestName(
      all.flatMap(({ names }) => names.filter(Boolean)),
      typed,
    ),
  };
}

/** The name that differs by a slip or two of the fingers, or null. */
export function nearestName(names: readonly string[], typed: string): string | null {
  const wanted = folded(typed);
  const allowed = wanted.length < 3 ? 0 : wanted.length < 6 ? 1 : 2;
  let nearest: { name: string; slips: number } | null = null;
  for (const name of names) {
    const slips = slipsBetween(wanted, folded(name), allowed);
    if (slips <= allowed && (nearest === null || slips < nearest.slips)) nearest = { name, slips };
  }
  return nearest?.name ?? null;
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** Letters left out, added, wrong, or swapped with their neighbour; more than `most` are not counted to their end. */
function slipsBetween(one: string, other: string, most: number): number {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = b.map((_, index) => index);
  row.push(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
