import { requireLevel } from './attainment.js';

/** What one statement (a strategy, a value, the vision) needs people of one leadership level, or of all, to be able to do. */
export interface Requirement {
  readonly capabilityId: string;
  /** null: of every leadership level that has none of its own. */
  readonly leadershipLevelId: string | null;
  /** R, 1..5, a decimal. */
  readonly requiredLevel: number;
  /** w > 0, relative to the statement's other requirements. */
  readonly weight: number;
  /** A critical one that is missed by more than the policy's margin holds the band at DEVELOPING. */
  readonly critical: boolean;
}

/**
 * What one statement requires of people of one leadership level: per capability the requirement for that level, which
 * replaces the one for all levels.
 *
 * @param requirements       of one statement; at most one per capability and leadership level
 * @param leadershipLevelId  whose requirements
 * @returns                  at most one per capability, by capability id; empty: nothing is required of them
 * @throws RangeError        when two requirements are for the same capability and leadership level, a weight is not positive,
 *                           or a required level is off the scale
 *
 * O(requirements · log requirements).
 *
 * @example pricing 4 for all levels and 3 for directors: of directors 3 is required, of everybody else 4
 */
export function requirementsFor<R extends Requirement>(
  requirements: readonly R[],
  leadershipLevelId: string,
): readonly R[] {
  const forAll = new Map<string, R>();
  const forLevel = new Map<string, R>();
  for (const requirement of requirements) {
    if (requirement.leadershipLevelId === null) addOnce(forAll, requirement);
    else if (requirement.leadershipLevelId === leadershipLevelId) addOnce(forLevel, requirement);
  }
  return [...new Map([...forAll, ...forLevel]).values()].toSorted(byCapability);
}

/** @throws RangeError  when the weight is not positive or the required level is off the scale */
export function requireRequirement({ capabilityId, requiredLevel, weight }: Requirement): void {
  requireLevel(requiredLevel);
  if (!(weight > 0 && Number.isFinite(weight)))
    throw new RangeError(`Weight of ${capabilityId} must be positive, got ${weight}`);
}

function addOnce<R extends Requirement>(found: Map<string, R>, requirement: R): void {
  requireRequirement(requirement);
  if (found.has(requirement.capabilityId))
    throw new RangeError(`${requirement.capabilityId} is required twice of the same leadership level`);
  found.set(requirement.capabilityId, requirement);
}

function byCapability(a: Requirement, b: Requirement): number {
  return a.capabilityId < b.capabilityId ? -1 : 1;
}
