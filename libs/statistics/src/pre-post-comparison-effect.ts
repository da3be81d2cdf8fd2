import { TOLERANCE, requireFinite, requireWholeNumber, requireWithin } from './checks.js';
import { smallSampleCorrection } from './small-sample-correction.js';
import { square } from './square.js';

/** One group measured before and after. */
export interface PrePostGroup {
  /** People measured at both occasions, at least 1. */
  readonly people: number;
  readonly meanPre: number;
  readonly meanPost: number;
  /** Standard deviation before, >= 0; of one person 0. */
  readonly standardDeviationPre: number;
}

/**
 * d_ppc2: how much more a treated group changed than a comparison group, in standard deviations before it.
 *
 * d_ppc2 = c_P·[(M_post,T − M_pre,T) − (M_post,C − M_pre,C)] / SD_pre,pooled, c_P = 1 − 3 / (4·(n_T + n_C − 2) − 1)
 *
 * @param treated    the participants
 * @param comparison people measured at the same two occasions, without the program
 * @returns          positive when the treated rose by more; null of fewer than three people in all, or when all were
 *                   alike at first
 * @throws InvalidSampleError when a mean is not finite, a standard deviation negative, or a group empty
 *
 * Morris (2008), Organizational Research Methods 11, 364–386. O(1).
 *
 * @example prePostComparisonEffect({ people: 20, meanPre: 30.6, meanPost: 38.5, standardDeviationPre: 15 },
 *   { people: 20, meanPre: 23.1, meanPost: 19.7, standardDeviationPre: 13.8 }) // => 0.768…
 */
export function prePostComparisonEffect(treated: PrePostGroup, comparison: PrePostGroup): number | null {
  for (const group of [treated, comparison]) {
    requireWholeNumber(group.people, 1, 'The people of a group');
    requireFinite([group.meanPre, group.meanPost], 'Means');
    requireWithin(group.standardDeviationPre, [0, Number.MAX_VALUE], 'A standard deviation');
  }
  const degreesOfFreedom = treated.people + comparison.people - 2;
  if (degreesOfFreedom < 1) return null;
  const squares = (group: PrePostGroup): number => (group.people - 1) * square(group.standardDeviationPre);
  const pooled = Math.sqrt((squares(treated) + squares(comparison)) / degreesOfFreedom);
  if (pooled <= TOLERANCE) return null;
  const change = treated.meanPost - treated.meanPre - (comparison.meanPost - comparison.meanPre);
  return (change / pooled) * smallSampleCorrection(degreesOfFreedom);
}
