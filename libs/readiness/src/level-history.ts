import type { CalendarDay } from './calendar-day.js';
import { staleDay, strongest } from './current-level.js';
import type { LevelEvidence } from './current-level.js';
import { overlapOf } from './period.js';
import type { Period } from './period.js';
import type { ReadinessPolicy } from './readiness-policy.js';

/** A level as a fact: it holds, and counts, from a day until the day before another. */
export interface LevelSegment<E extends LevelEvidence = LevelEvidence> {
  readonly validFrom: CalendarDay;
  /** Exclusive; never open, since evidence turns stale on a day that is known when it comes in. */
  readonly validTo: CalendarDay;
  readonly evidence: E;
}

/**
 * All levels that ever count for one executive in one capability, as facts that follow each other: the same answers as
 * `currentLevel` on every day, with a gap where nothing counts. Rebuilding the facts is calling this with all the evidence.
 *
 * @param evidence          in any order, of one executive and capability, only of rounds that make levels
 * @param staleAfterMonths  calendar months, a whole number, at least 1; the same for the whole history, so where a policy
 *                          changes it, cut the segments of each policy to the days on which it is in force
 * @returns                 oldest first, not overlapping; neighbors that touch rest on different evidence
 * @throws RangeError       when a level is off the scale 1..5 or an evidence day is no day
 *
 * O(evidence²), which are few.
 *
 * @example
 * // a round's 3.5 of 2024-11-15 and a manager's 5 of 2025-03-01, stale after 18 months
 * // => 3.5 from 2024-11-15 to 2026-05-15, then 5 to 2026-09-01
 */
export function levelSegments<E extends LevelEvidence>(
  evidence: readonly E[],
  staleAfterMonths: number,
): readonly LevelSegment<E>[] {
  const spans = evidence.map((one) => ({ one, staleOn: staleDay(one, staleAfterMonths) }));
  const days = [...new Set(spans.flatMap(({ one, staleOn }) => [one.evidenceOn, staleOn]))].toSorted();
  const segments: LevelSegment<E>[] = [];
  for (const [index, validFrom] of days.entries()) {
    const validTo = days[index + 1];
    const counted = spans.filter(({ one, staleOn }) => one.evidenceOn <= validFrom && validFrom < staleOn);
    const holding = strongest(counted.map(({ one }) => one));
    if (holding === undefined || validTo === undefined) continue;
    const previous = segments.at(-1);
    if (previous?.evidence === holding && previous.validTo === validFrom)
      segments[segments.length - 1] = { ...previous, validTo };
    else segments.push({ validFrom, validTo, evidence: holding });
  }
  return segments;
}

/** A policy over the days on which it is in force. */
export interface PolicyPeriod extends Period {
  /** The number that stored figures name. */
  readonly version: number;
  readonly policy: ReadinessPolicy;
}

/**
 * `levelSegments` where the policy, and with it how long evidence counts, changes over time: on each day what the policy in force
 * on it makes of the evidence.
 *
 * @param evidence  in any order, of one executive and capability, only of rounds that make levels
 * @param policies  in the order of their days, not overlapping; on days without a policy nothing counts
 * @returns         oldest first, not overlapping; neighbors that touch rest on different evidence
 * @throws RangeError  as `levelSegments`
 *
 * O(policies · evidence²), which are few.
 *
 * @example
 * // a level of 2024-11-15; evidence counts for 18 months, from 2026-01-01 on for 12
 * // => one segment, from 2024-11-15 to 2026-01-01
 */
export function levelSegmentsUnder<E extends LevelEvidence>(
  evidence: readonly E[],
  policies: readonly PolicyPeriod[],
): readonly LevelSegment<E>[] {
  const segments: LevelSegment<E>[] = [];
  for (const inForce of policies)
    for (const segment of levelSegments(evidence, inForce.policy.staleAfterMonths)) {
      const overlap = overlapOf(segment, inForce);
      const previous = segments.at(-1);
      if (overlap === null) continue;
      if (previous?.evidence === segment.evidence && previous.validTo === overlap.validFrom)
        segments[segments.length - 1] = { ...previous, validTo: overlap.validTo };
      else segments.push({ ...overlap, evidence: segment.evidence });
    }
  return segments;
}
