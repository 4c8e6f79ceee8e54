import fc from 'fast-check';

/** One thing that can happen. `server` counts round the servers of a sequence. */
export type Step =
  | {
      do: 'set';
      who: number | null;
      text: number;
      emoji: boolean;
      end: End;
      then: 'clear' | 'restore';
      away: boolean;
      quick: boolean;
    }
  | { do: 'clear' | 'end' | 'undo' | 'extend' | 'retry'; quick: boolean }
  | { do: 'offline' | 'online' | 'restart' | 'refresh' }
  | { do: 'kill'; turns: number }
  | { do: 'down' | 'up' | 'revoke' | 'sign-in' | 'lose-reply'; server: number }
  | { do: 'refuse'; server: number; status: 429 | 500 | 502; times: number; waitSeconds: number }
  | { do: 'elsewhere'; server: number; clears: boolean }
  | { do: 'wait' | 'sleep' | 'jump'; seconds: number };

export type End = { kind: 'none' } | { kind: 'minutes' | 'moment'; minutes: number };

const server = fc.nat({ max: 1 });
const minutes = fc.constantFrom(5, 15, 60);
const end: fc.Arbitrary<End> = fc.oneof(
  fc.constant<End>({ kind: 'none' }),
  fc.record({ kind: fc.constant<'minutes'>('minutes'), minutes }),
  fc.record({ kind: fc.constant<'moment'>('moment'), minutes }),
);
const set: fc.Arbitrary<Step> = fc.record({
  do: fc.constant<'set'>('set'),
  who: fc.option(server, { nil: null }),
  text: fc.nat({ max: 2 }),
  emoji: fc.boolean(),
  end,
  then: fc.constantFrom<('clear' | 'restore')[]>('clear', 'restore'),
  away: fc.boolean(),
  quick: fc.boolean(),
});
const asked: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('clear', 'end', 'undo', 'extend', 'retry'),
  quick: fc.boolean(),
});
const simple: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('offline', 'online', 'restart', 'refresh') });
const kill: fc.Arbitrary<Step> = fc.record({ do: fc.constant<'kill'>('kill'), turns: fc.nat({ max: 4 }) });
const atServer: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('down', 'up', 'revoke', 'sign-in', 'lose-reply'),
  server,
});
const refuse: fc.Arbitrary<Step> = fc.record({
  do: fc.constant<'refuse'>('refuse'),
  server,
  status: fc.constantFrom(429, 500, 502),
  times: fc.integer({ min: 1, max: 3 }),
  waitSeconds: fc.constantFrom(0.4, 7, 45),
});
const elsewhere: fc.Arbitrary<Step> = fc.record({
  do: fc.constant<'elsewhere'>('elsewhere'),
  server,
  clears: fc.boolean(),
});
const passing: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('wait', 'wait', 'sleep'),
  seconds: fc.constantFrom(1, 20, 90, 301, 900, 3_700),
});
const jump: fc.Arbitrary<Step> = fc.record({
  do: fc.constant<'jump'>('jump'),
  seconds: fc.constantFrom(-7_200, -90, 90, 2_400),
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: set },
  { weight: 6, arbitrary: asked },
  { weight: 6, arbitrary: passing },
  { weight: 3, arbitrary: elsewhere },
  { weight: 3, arbitrary: refuse },
  { weight: 3, arbitrary: atServer },
  { weight: 3, arbitrary: simple },
  { weight: 2, arbitrary: kill },
  { weight: 1, arbitrary: jump },
);
