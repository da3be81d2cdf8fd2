import type { Tally } from './tally.js';

/** How many people could fill a critical role today. */
export interface BenchStrength {
  readonly needed: number;
  /** READY_NOW people of the role's leadership level and unit. */
  readonly readyNow: number;
  /** People missing, max(0, needed − readyNow). */
  readonly short: number;
  /** readyNow / needed; above 1 when there are more than needed. */
  readonly strength: number;
}

/**
 * Bench of one critical role, which is a strategy × leadership level × unit with the number needed:
 * READY_NOW people against the number needed.
 *
 * @param needed  people the role needs, a whole number, at least 1
 * @param tally   for the role's strategy, of the people of its leadership level in its unit with all sub-units;
 *                people with insufficient evidence are not on the bench
 * @returns       people missing and the ratio; with nobody in the tally, nobody is ready
 * @throws RangeError  when the number needed is not a whole number, at least 1
 *
 * O(1).
 *
 * @example benchStrength(3, { ...EMPTY_TALLY, readyNow: 2 }) // => { needed: 3, readyNow: 2, short: 1, strength: 0.666… }
 */
export function benchStrength(needed: number, { readyNow }: Tally): BenchStrength {
  if (!(Number.isInteger(needed) && needed >= 1))
    throw new RangeError(`A role needs a whole number of people, at least 1, got ${needed}`);
  return { needed, readyNow, short: Math.max(0, needed - readyNow), strength: readyNow / needed };
}
