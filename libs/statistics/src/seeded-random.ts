import { requireWholeNumber, requireWithin } from './checks.js';
import type { RandomGenerator } from './random-generator.js';
import { xoshiro128 } from './xoshiro128.js';

/**
 * A generator for a seed: xoshiro128** whose four words are the first four outputs of a mixing counter
 * (splitmix32: step 0x9e3779b9, finalizer "lowbias32" by Wellons), so that neighboring seeds give unrelated sequences.
 *
 * @param seed a whole number 0..2^32 − 1; `seedFromText` makes one of a name
 * @returns    a generator; the same seed gives the same sequence on any machine
 * @throws InvalidSampleError when the seed is not such a number
 *
 * Steele, Lea & Flood (2014), Fast splittable pseudorandom number generators, for the counter; see `xoshiro128`. O(1).
 *
 * @example seededRandom(1).uint32() === seededRandom(1).uint32() // => true
 */
export function seededRandom(seed: number): RandomGenerator {
  requireWholeNumber(seed, 0, 'The seed');
  requireWithin(seed, [0, 2 ** 32 - 1], 'The seed');
  let counter = seed;
  const nextWord = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x7feb352d);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x846ca68b);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return xoshiro128([nextWord(), nextWord(), nextWord(), nextWord()]);
}
