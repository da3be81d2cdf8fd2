import { requireFinite, requireWithin } from './checks.js';

/**
 * What a score will be on a second measurement without any program: nearer the mean, by what the first owed to chance.
 *
 * E[post | pre] = μ + r·(pre − μ)
 *
 * @param pre            the score, or the mean score of people chosen by it, in levels
 * @param populationMean μ of the population they were chosen from
 * @param reliability    r of the score, 0..1
 * @returns              in levels, between μ and the score
 * @throws InvalidSampleError when a score is not finite or the reliability off 0..1
 *
 * Campbell & Kenny (1999), A Primer on Regression Artifacts. O(1).
 *
 * @example regressionToTheMean(2.4, 3.2, 0.7) // => 2.64
 */
export function regressionToTheMean(pre: number, populationMean: number, reliability: number): number {
  requireFinite([pre, populationMean], 'Scores');
  requireWithin(reliability, [0, 1], 'A reliability');
  return populationMean + reliability * (pre - populationMean);
}
