import { ReadinessBand } from './executive-readiness.js';
import type { ExecutiveReadiness } from './executive-readiness.js';
import type { ReadinessPolicy } from './readiness-policy.js';
import { reaches } from './threshold.js';

/** What one executive's readiness would gain if one capability alone reached what is required. */
export interface ReadinessLift {
  readonly capabilityId: string;
  /** Points of readiness, > 0. */
  readonly points: number;
  /** They are not READY_NOW and would be. */
  readonly makesReady: boolean;
}

/**
 * What would help one executive: for each capability in which they are below what is required, readiness gained if it alone
 * reached it, 100 · share · (1 − a), and whether that would make them READY_NOW.
 *
 * @param readiness  of the executive for the statement; what nobody has assessed is no gap, and lifts nothing
 * @param policy     the one it was made by
 * @returns          in the order of the parts; nothing without enough evidence
 *
 * O(requirements).
 *
 * @example
 * // pricing: R 4, w 2, L 3; negotiation: R 5, w 1, L 5; readiness 77.7…
 * // => pricing: 22.2… points, makes ready
 */
export function readinessLifts(
  { value, band, criticalBelow, parts }: ExecutiveReadiness,
  policy: Pick<ReadinessPolicy, 'readyNowFrom'>,
): readonly ReadinessLift[] {
  if (value === null) return [];
  return parts.flatMap(({ requirement: { capabilityId }, share, attainment }) => {
    if (share === null || attainment === null || reaches(attainment, 1)) return [];
    const points = 100 * share * (1 - attainment);
    const isHeldBack = criticalBelow.some((id) => id !== capabilityId);
    const makesReady =
      band !== ReadinessBand.ReadyNow && !isHeldBack && reaches(value + points, policy.readyNowFrom);
    return [{ capabilityId, points, makesReady }];
  });
}
