import { requireWholeNumber, requireWithin } from './checks.js';
import { mean } from './mean.js';
import { normalQuantile, normalShareBelow } from './normal-distribution.js';
import { quantile } from './quantile.js';
import type { RandomGenerator } from './random-generator.js';
import { square } from './square.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** PERCENTILE: the middle of the resampled means. BCA: the same with its ends moved for bias and skewness. */
export type BootstrapMethod = 'PERCENTILE' | 'BCA';

export interface BootstrapOptions {
  readonly random: RandomGenerator;
  /** Not given: BCA. */
  readonly method?: BootstrapMethod;
  /** Share of intervals that hold the true mean, above 0 and below 1. Not given: 0.95. */
  readonly confidence?: number;
  /** Samples drawn anew, at least 100. Not given: 2,000. */
  readonly resamples?: number;
}

/**
 * An interval for the mean of a population, from a sample of it, without supposing a shape.
 *
 * PERCENTILE: the (1 ± confidence)/2 quantiles of the means of samples drawn with replacement.
 * BCA: at Φ(z0 + (z0 + z)/(1 − a·(z0 + z))), z0 = Φ⁻¹(share of means below the sample's, ties by half),
 * a = Σd³ / (6·(Σd²)^1.5), d = x − x̄, the jackknife's acceleration for a mean.
 *
 * @param values  finite values in any order: they are sorted first, so that the order of rows changes nothing
 * @param options the generator, and what is not to be as usual
 * @returns       low <= high, in the unit of the values; null of fewer than two values, whose spread is unknown
 * @throws InvalidSampleError when a value is not finite or an option is out of range
 *
 * Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13–14. O(resamples · n).
 *
 * @example bootstrapMeanInterval([0.6, 0.4, 0.3, 0.7], { random: seededRandom(1) })
 */
export function bootstrapMeanInterval(
  values: readonly number[],
  { random, method = 'BCA', confidence = 0.95, resamples = 2_000 }: BootstrapOptions,
): Interval | null {
  requireWholeNumber(resamples, 100, 'The number of resamples');
  requireWithin(confidence, [Number.MIN_VALUE, 1 - Number.EPSILON], 'The confidence');
  const center = mean(values);
  if (center === null || values.length < 2) return null;
  const deviations = Float64Array.from(values, (value) => value - center).toSorted();
  const means = resampledMeans(deviations, random, resamples);
  const tail = (1 - confidence) / 2;
  const [lower, upper] = method === 'BCA' ? correctedShares(deviations, means, tail) : [tail, 1 - tail];
  return { low: center + quantile(means, lower)!, high: center + quantile(means, upper)! };
}

function resampledMeans(deviations: Float64Array, random: RandomGenerator, resamples: number): Float64Array {
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample += 1) {
    let sum = 0;
    for (let drawn = 0; drawn < deviations.length; drawn += 1)
      sum += deviations[random.index(deviations.length)]!;
    means[resample] = sum / deviations.length;
  }
  return means.toSorted();
}

function correctedShares(
  deviations: Float64Array,
  means: Float64Array,
  tail: number,
): readonly [number, number] {
  let squares = 0;
  let cubes = 0;
  for (const deviation of deviations) {
    squares += square(deviation);
    cubes += square(deviation) * deviation;
  }
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
  const least = 1 / (means.length + 1);
  const bias = normalQuantile(Math.min(1 - least, Math.max(least, shareBelowZero(means))));
  const shareAt = (share: number): number => {
    const shifted = bias + normalQuantile(share);
    return normalShareBelow(bias + shifted / (1 - acceleration * shifted));
  };
  return [shareAt(tail), shareAt(1 - tail)];
}

function shareBelowZero(means: Float64Array): number {
  const rounding = 1e-12 * Math.max(Math.abs(means[0]!), Math.abs(means.at(-1)!));
  let below = 0;
  for (const value of means) {
    if (value < -rounding) below += 1;
    else if (value <= rounding) below += 0.5;
  }
  return below / means.length;
}
