import type { CountedLevel } from './executive-readiness.js';
import type { RequiredCapability } from './required-capabilities.js';
import type { Requirement } from './requirement.js';

export interface DevelopmentPriority<
  R extends Requirement = Requirement,
  L extends CountedLevel = CountedLevel,
> {
  readonly required: RequiredCapability<R, L>;
  /** Sum of statement weight · w · gap over the reasons, > 0. */
  readonly points: number;
}

/**
 * Which gaps of one executive matter most: capabilities by the sum over the statements that require them of
 * statement weight · w · max(0, R − L), the largest first.
 *
 * @param required  as `requiredCapabilities` answers; one without a counted level is unknown, never a gap, and is left out
 * @param most      how many at most, a whole number from 0
 * @returns         those with a gap, each with its points; equal points in the order of capability ids
 * @throws RangeError when `most` is no whole number from 0
 *
 * Sums of weighted gaps: the additive value model of `strategyReadiness`, over statements. O(capabilities · log capabilities).
 *
 * @example
 * // pricing: gap 1 for growth (weight 2, w 3) and gap 0.5 for service (weight 1, w 4) => 2 · 3 · 1 + 1 · 4 · 0.5 = 8 points
 */
export function developmentPriorities<R extends Requirement, L extends CountedLevel>(
  required: readonly RequiredCapability<R, L>[],
  most: number,
): readonly DevelopmentPriority<R, L>[] {
  if (!Number.isInteger(most) || most < 0)
    throw new RangeError(`How many is a whole number from 0, got ${most}`);
  return required
    .map((each) => ({
      required: each,
      points: each.reasons.reduce((sum, { priority }) => sum + (priority ?? 0), 0),
    }))
    .filter(({ points }) => points > 0)
    .toSorted(byPoints)
    .slice(0, most);
}

function byPoints(a: DevelopmentPriority, b: DevelopmentPriority): number {
  if (a.points !== b.points) return b.points - a.points;
  return a.required.capabilityId < b.required.capabilityId ? -1 : 1;
}
