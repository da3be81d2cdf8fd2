import { requireWholeNumber, requireWithin } from './checks.js';
import { InvalidSampleError } from './invalid-sample-error.js';
import type { RandomGenerator } from './random-generator.js';

const RANGE = 2 ** 32;

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * The generator xoshiro128** 1.1: 128 bits of state, period 2^128 − 1. It uses 32-bit integer operations only, which
 * ECMAScript defines to the last bit.
 *
 * `index` rejects the uneven rest of the range (von Neumann), so no index is likelier than another.
 *
 * @param state four words 0..2^32 − 1, not all zero
 * @returns     a generator; each call of its functions moves it on
 * @throws InvalidSampleError when a word is out of range or all are zero
 *
 * Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4). O(1) a number.
 *
 * @example xoshiro128([1, 2, 3, 4]).uint32() // => 11520
 */
export function xoshiro128(state: readonly [number, number, number, number]): RandomGenerator {
  for (const word of state) {
    requireWholeNumber(word, 0, 'A word of the state');
    requireWithin(word, [0, RANGE - 1], 'A word of the state');
  }
  if (state.every((word) => word === 0)) throw new InvalidSampleError('The state must not be all zero');
  let [a, b, c, d] = state;

  const uint32 = (): number => {
    // Products below 2^53 are exact, and looking nothing up keeps this the fastest line of a bootstrap.
    const result = (rotateLeft((b * 5) | 0, 7) * 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
  const index = (bound: number): number => {
    if (!(bound % 1 === 0 && bound >= 1 && bound <= RANGE)) {
      throw new InvalidSampleError(`The bound must be a whole number 1..2^32, got ${bound}`);
    }
    const even = RANGE - (RANGE % bound);
    let drawn = uint32();
    while (drawn >= even) drawn = uint32();
    return drawn % bound;
  };
  return { uint32, fraction: () => uint32() / RANGE, index };
}
