/** One thing that `npm run bench` measures and holds against a bound. */
export interface Measurement {
  name: string;
  unit: 'ratio' | 'requests' | 'kB' | 'MB' | '%';
  /** The most it may be. */
  bound: number;
  value: number;
  /** What the value was made of, in words. */
  detail: string;
}

/** One file of measurements. */
export interface Bench {
  name: string;
  measure(): Promise<Measurement[]>;
}

/** The middle of the values: one slow run on a busy machine says nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Takes both in turn, so that what slows the machine slows both. */
export async function inTurn(
  times: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number, number]> {
  const ones: number[] = [];
  const others: number[] = [];
  for (let run = 0; run < times; run += 1) {
    ones.push(await one());
    others.push(await other());
  }
  return [median(ones), median(others)];
}
