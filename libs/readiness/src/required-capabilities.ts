import { gapOf } from './attainment.js';
import type { CountedLevel } from './executive-readiness.js';
import { requirementsFor } from './requirement.js';
import type { Requirement } from './requirement.js';

/** An approved statement as it holds on the day asked. */
export interface RequiringStatement<R extends Requirement = Requirement> {
  readonly id: string;
  /** Relative importance among the statements, > 0. */
  readonly weight: number;
  readonly requirements: readonly R[];
}

/** One reason why a capability is required of an executive. */
export interface RequirementReason<R extends Requirement = Requirement> {
  readonly statementId: string;
  readonly requirement: R;
  /** max(0, R − L) of this statement's R, in levels; null without a counted level. */
  readonly gap: number | null;
  /** Statement weight · w · gap; null without a counted level. */
  readonly priority: number | null;
}

export interface RequiredCapability<
  R extends Requirement = Requirement,
  L extends CountedLevel = CountedLevel,
> {
  readonly capabilityId: string;
  /** The strictest R over all statements, 1..5. */
  readonly requiredLevel: number;
  /** null: no level counts. */
  readonly level: L | null;
  /** max(0, strictest R − L), in levels; null without a counted level. */
  readonly gap: number | null;
  /** Every statement's, the strictest first. */
  readonly reasons: readonly RequirementReason<R>[];
}

/**
 * What is required of one executive over all approved statements, and why: per capability the strictest required level.
 *
 * @param statements         approved on the day asked; those that require nothing of the leadership level add nothing
 * @param leadershipLevelId  the executive's
 * @param levels             counted level by capability id; a missing key means unknown, never zero
 * @returns                  by capability id, each with all its reasons
 * @throws RangeError        when a statement's weight is not positive, a level is off the scale, or as `requirementsFor`
 *
 * O(requirements · log requirements).
 *
 * @example
 * // growth (weight 2) requires pricing 3 with w 4, integrity (weight 1) requires 4.5; the level is 2.5
 * // => requiredLevel 4.5, gap 2, reasons integrity, then growth with gap 0.5 and priority 2 · 4 · 0.5 = 4
 */
export function requiredCapabilities<R extends Requirement, L extends CountedLevel>(
  statements: readonly RequiringStatement<R>[],
  leadershipLevelId: string,
  levels: ReadonlyMap<string, L>,
): readonly RequiredCapability<R, L>[] {
  const byCapability = new Map<string, RequirementReason<R>[]>();
  for (const statement of statements) {
    if (!(statement.weight > 0 && Number.isFinite(statement.weight)))
      throw new RangeError(`Weight of a statement must be positive, got ${statement.weight}`);
    for (const requirement of requirementsFor(statement.requirements, leadershipLevelId)) {
      const reasons = byCapability.get(requirement.capabilityId) ?? [];
      reasons.push(reasonOf(statement, requirement, levels.get(requirement.capabilityId)));
      byCapability.set(requirement.capabilityId, reasons);
    }
  }
  return [...byCapability]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([capabilityId, reasons]) => {
      const strictestFirst = reasons.toSorted(byStrictness);
      const requiredLevel = Math.max(...reasons.map(({ requirement }) => requirement.requiredLevel));
      const level = levels.get(capabilityId) ?? null;
      const gap = level && gapOf(level.level, requiredLevel);
      return { capabilityId, requiredLevel, level, gap, reasons: strictestFirst };
    });
}

function reasonOf<R extends Requirement>(
  { id, weight }: RequiringStatement<R>,
  requirement: R,
  level: CountedLevel | undefined,
): RequirementReason<R> {
  if (level === undefined) return { statementId: id, requirement, gap: null, priority: null };
  const gap = gapOf(level.level, requirement.requiredLevel);
  return { statementId: id, requirement, gap, priority: weight * requirement.weight * gap };
}

function byStrictness(a: RequirementReason, b: RequirementReason): number {
  const difference = b.requirement.requiredLevel - a.requirement.requiredLevel;
  if (difference !== 0) return difference;
  return a.statementId < b.statementId ? -1 : 1;
}
