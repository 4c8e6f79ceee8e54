// electron-store imports `electron`, which outside Electron is a program that downloads it.
import '../storage/without-electron.ts';
import { parseArgs } from 'node:util';
import type { Bench, Measurement } from './measurement.ts';

// Run by build/bench.mjs, after the build. `--json` prints one object; `--only NAME` measures one file.

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true } } });

// Loaded after the hook above is in place.
const benches: Bench[] = [
  (await import('./fan-out.ts')).fanOut,
  (await import('./popup.ts')).popup,
  (await import('./emoji-picker.ts')).emojiPicker,
  (await import('./start.ts')).start,
  (await import('./idle.ts')).idle,
];

const measurements: Measurement[] = [];
for (const bench of benches.filter(({ name }) => values.only?.includes(name) ?? true)) {
  measurements.push(...(await bench.measure()));
}
if (values.json === true) printJson(measurements);
else printTable(measurements);
process.exitCode = measurements.every(isWithin) ? 0 : 1;

function isWithin({ value, bound }: Measurement): boolean {
  return value <= bound;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function printJson(all: Measurement[]): void {
  const entries = all.map(({ name, value, bound, unit }) => [name, { value: rounded(value), bound, unit }]);
  console.log(JSON.stringify(Object.fromEntries(entries)));
}

function printTable(all: Measurement[]): void {
  const rows = all.map((one) => [
    isWithin(one) ? '✓' : '✗',
    one.name,
    `${rounded(one.value)} ${one.unit}`,
    `at most ${one.bound}`,
    one.detail,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
