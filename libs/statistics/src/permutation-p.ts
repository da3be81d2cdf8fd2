import { TOLERANCE, requireFinite, requireWholeNumber } from './checks.js';
import type { RandomGenerator } from './random-generator.js';

export interface PermutationOptions {
  readonly random: RandomGenerator;
  /** All divisions of the people are tried when there are no more than this. Not given: 20,000. */
  readonly exactUpTo?: number;
  /** Divisions drawn when there are more. Not given: 9,999. */
  readonly resamples?: number;
}

/**
 * How often chance alone, dividing these people into groups of these sizes, makes mean changes at least as far apart
 * as they were. Two-sided.
 *
 * p = share of divisions with |mean_a − mean_b| >= the observed one; drawn ones: (1 + number of them) / (1 + drawn)
 *
 * @param a       one finite change per person of the first group
 * @param b       the same of the second, in any number
 * @param options the generator, and what is not to be as usual; an exact answer draws nothing
 * @returns       above 0, at most 1; null when a group is empty. Under no difference P(p <= α) <= α for groups of any size
 * @throws InvalidSampleError when a change is not finite or an option is out of range
 *
 * Pitman (1937), JRSS Supplement 4; + 1: Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular
 * Biology 9. O(exactUpTo · (n_a + n_b)) at most when exact, else O(resamples · smaller group).
 *
 * @example permutationP([1, 2, 3], [4, 5, 6], { random: seededRandom(1) }) // => 0.1
 */
export function permutationP(
  a: readonly number[],
  b: readonly number[],
  { random, exactUpTo = 20_000, resamples = 9_999 }: PermutationOptions,
): number | null {
  requireFinite(a, 'Changes');
  requireFinite(b, 'Changes');
  requireWholeNumber(exactUpTo, 0, 'The limit of exactness');
  requireWholeNumber(resamples, 1, 'The number of resamples');
  if (a.length === 0 || b.length === 0) return null;
  const pool = Float64Array.from([...a, ...b]).toSorted();
  const drawn = Math.min(a.length, b.length);
  const isAsFarApart = comparedWith(pool, a, b);
  return waysToChoose(drawn, pool.length, exactUpTo) <= exactUpTo
    ? exactShare(pool, drawn, isAsFarApart)
    : drawnShare(pool, { drawn, resamples, random }, isAsFarApart);
}

type SumOfSmallerGroup = (sum: number) => boolean;

/** The sum of one group tells both means, since the sum of all stays. */
function comparedWith(pool: Float64Array, a: readonly number[], b: readonly number[]): SumOfSmallerGroup {
  const total = sumOf(pool);
  const difference = (sum: number, size: number): number =>
    Math.abs(sum / size - (total - sum) / (pool.length - size));
  const [smaller] = a.length <= b.length ? [a] : [b];
  const observed = difference(sumOf(smaller), smaller.length);
  return (sum) => difference(sum, smaller.length) >= observed - TOLERANCE;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** n over k, or anything above the limit when it is above. */
function waysToChoose(k: number, n: number, limit: number): number {
  let ways = 1;
  for (let chosen = 1; chosen <= k && ways <= limit; chosen += 1) ways = (ways * (n - k + chosen)) / chosen;
  return ways;
}

function exactShare(pool: Float64Array, drawn: number, isAsFarApart: SumOfSmallerGroup): number {
  let all = 0;
  let asFarApart = 0;
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      all += 1;
      if (isAsFarApart(sum)) asFarApart += 1;
      return;
    }
    for (let person = from; person <= pool.length - left; person += 1)
      choose(person + 1, left - 1, sum + pool[person]!);
  };
  choose(0, drawn, 0);
  return asFarApart / all;
}

function drawnShare(
  pool: Float64Array,
  {
    drawn,
    resamples,
    random,
  }: { readonly drawn: number; readonly resamples: number; readonly random: RandomGenerator },
  isAsFarApart: SumOfSmallerGroup,
): number {
  let asFarApart = 1;
  for (let resample = 0; resample < resamples; resample += 1) {
    let sum = 0;
    // The first steps of a Fisher–Yates shuffle; where the last resample left the pool makes no difference.
    for (let place = 0; place < drawn; place += 1) {
      const other = place + random.index(pool.length - place);
      const value = pool[other]!;
      pool[other] = pool[place]!;
      pool[place] = value;
      sum += value;
    }
    if (isAsFarApart(sum)) asFarApart += 1;
  }
  return asFarApart / (resamples + 1);
}
