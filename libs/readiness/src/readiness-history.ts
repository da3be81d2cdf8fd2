import type { CalendarDay } from './calendar-day.js';
import { executiveReadiness } from './executive-readiness.js';
import type { CountedLevel, ExecutiveReadiness } from './executive-readiness.js';
import type { PolicyPeriod } from './level-history.js';
import { holdsOn, overlapOf } from './period.js';
import type { Period } from './period.js';
import type { Requirement } from './requirement.js';

/** What one statement requires of one executive over a period in which neither it nor their leadership level changes. */
export interface RequiredPeriod<R extends Requirement = Requirement> extends Period {
  /** From `requirementsFor`; empty: nothing is required of them. */
  readonly requirements: readonly R[];
}

/** A level that counts over a period. */
export type LevelPeriod = Period & CountedLevel;

/** Readiness as a fact: it holds from a day until the day before another. */
export interface ReadinessPeriod<
  D extends RequiredPeriod = RequiredPeriod,
  L extends LevelPeriod = LevelPeriod,
> extends Period {
  /** Of the periods given, the one in which this lies. */
  readonly required: D;
  readonly policyVersion: number;
  readonly readiness: ExecutiveReadiness<D['requirements'][number], L>;
}

/**
 * The readiness of one executive for one statement over all days, as facts that follow each other: on every day what
 * `executiveReadiness` answers for what is required, what counts and the policy in force on it. A fact begins and ends where one
 * of these changes, so each level counts over the whole of a fact or not at all.
 *
 * @param required  in the order of their days, not overlapping
 * @param levels    by capability id, each in the order of its days, not overlapping; on further days nothing counts
 * @param policies  in the order of their days, not overlapping; on days without a policy there is no fact
 * @returns         oldest first, not overlapping; nothing on days on which nothing is required
 * @throws RangeError  as `executiveReadiness`
 *
 * O(facts · requirements · levels of a capability).
 *
 * @example
 * // pricing 4 required since ever; a level of 3 from 2024-11-15 to 2026-05-15
 * // => INSUFFICIENT_EVIDENCE until 2024-11-15, then 66.6…, from 2026-05-15 on INSUFFICIENT_EVIDENCE again
 */
export function readinessHistory<D extends RequiredPeriod, L extends LevelPeriod>(
  required: readonly D[],
  levels: ReadonlyMap<string, readonly L[]>,
  policies: readonly PolicyPeriod[],
): readonly ReadinessPeriod<D, L>[] {
  return required.flatMap((one) =>
    policies.flatMap((inForce) => {
      const overlap = overlapOf(one, inForce);
      return overlap === null ? [] : historyWithin(overlap, one, levels, inForce);
    }),
  );
}

function historyWithin<D extends RequiredPeriod, L extends LevelPeriod>(
  within: Period,
  required: D,
  levels: ReadonlyMap<string, readonly L[]>,
  { policy, version }: PolicyPeriod,
): ReadinessPeriod<D, L>[] {
  const { requirements } = required;
  const days = daysOfChange(within, requirements, levels);
  return days.flatMap((validFrom, index) => {
    const counted = countedOn(validFrom, requirements, levels);
    const readiness = executiveReadiness<D['requirements'][number], L>(requirements, counted, policy);
    const validTo = days[index + 1] ?? within.validTo;
    return readiness === null ? [] : [{ validFrom, validTo, required, policyVersion: version, readiness }];
  });
}

/** Where a level that is asked for begins or ends, the first day of the period included. */
function daysOfChange(
  within: Period,
  requirements: readonly Requirement[],
  levels: ReadonlyMap<string, readonly LevelPeriod[]>,
): readonly CalendarDay[] {
  const days = new Set([within.validFrom]);
  for (const { capabilityId } of requirements)
    for (const { validFrom, validTo } of levels.get(capabilityId) ?? [])
      for (const day of [validFrom, validTo]) if (holdsOn(within, day)) days.add(day);
  return [...days].toSorted();
}

function countedOn<L extends LevelPeriod>(
  day: CalendarDay,
  requirements: readonly Requirement[],
  levels: ReadonlyMap<string, readonly L[]>,
): ReadonlyMap<string, L> {
  const counted = new Map<string, L>();
  for (const { capabilityId } of requirements) {
    const level = levels.get(capabilityId)?.find((one) => holdsOn(one, day));
    if (level) counted.set(capabilityId, level);
  }
  return counted;
}
