export interface Random {
  /** 0 to 1. */
  number(): number;
  oneOf<T>(values: readonly T[]): T;
}

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { number, oneOf: (values) => values[Math.floor(number() * values.length)] as never };
}
