import type { CohortProblem, Executive, Placement, Strategy } from '@alidade/cohorts';
import type { ReadinessBasis, StoredExpectation } from '@alidade/database';
import { executiveReadiness, ReadinessBand } from '@alidade/readiness';
import type { CountedLevel, Requirement } from '@alidade/readiness';

type Levels = ReadonlyMap<string, number>;

/**
 * What a plan is expected to do for readiness: per strategy, of the executives of the problem of whom it requires
 * anything, how many are READY_NOW and the mean of their readiness, with the levels of the problem and with those that
 * the seats are expected to lead to, max(level, min(level + gain, ceiling)).
 *
 * @param basis       the policy of the day of the run and which requirements are critical
 * @param placements  a plan; who is not named keeps their levels
 * @returns           one entry a strategy, in the order of the problem; a mean over those with enough evidence, null when
 *                    nobody has
 *
 * O(executives × requirements).
 */
export function expectedReadiness(
  problem: CohortProblem,
  basis: ReadinessBasis,
  placements: readonly Placement[],
): readonly StoredExpectation[] {
  const after = levelsAfter(problem, placements);
  const critical = new Set(basis.critical.map((key) => key.join(' ')));
  return problem.strategies.map((strategy) => {
    const requirements = requirementsByLevel(problem, strategy, critical);
    const values = problem.executives.flatMap((executive) => {
      const required = requirements.get(executive.leadershipLevel) ?? [];
      const expected = after.get(executive.id) ?? executive.levels;
      const before = figureOf(required, executive.levels, basis);
      return before === null ? [] : [{ before, after: figureOf(required, expected, basis) ?? before }];
    });
    const was = summed(values.map(({ before }) => before));
    const is = summed(values.map(({ after: expected }) => expected));
    return {
      strategyId: strategy.id,
      readyNowBefore: was.readyNow,
      readyNowAfter: is.readyNow,
      meanBefore: was.mean,
      meanAfter: is.mean,
    };
  });
}

function levelsAfter(problem: CohortProblem, placements: readonly Placement[]): ReadonlyMap<string, Levels> {
  const programs = new Map(problem.programs.map((program) => [program.id, program]));
  const cohorts = new Map(problem.cohorts.map(({ id, program }) => [id, programs.get(program)]));
  const seats = new Map(placements.map(({ executive, cohort }) => [executive, cohorts.get(cohort)]));
  const developed = ({ id, levels }: Executive): Levels => {
    const after = new Map(levels);
    for (const { capability, gain, ceiling } of seats.get(id)?.develops ?? []) {
      const level = levels.get(capability);
      if (level !== undefined) after.set(capability, Math.max(level, Math.min(level + gain, ceiling)));
    }
    return after;
  };
  return new Map(problem.executives.map((executive) => [executive.id, developed(executive)]));
}

/** Leadership level -> what is required of it. */
function requirementsByLevel(
  { leadershipLevels }: CohortProblem,
  { id, requirements }: Strategy,
  critical: ReadonlySet<string>,
): ReadonlyMap<string, readonly Requirement[]> {
  return new Map(
    leadershipLevels.map((level) => [
      level,
      requirements.flatMap(({ capability, weight, required }): Requirement[] => {
        const requiredLevel = required.get(level);
        if (requiredLevel === undefined || weight <= 0) return [];
        const isCritical = critical.has([id, capability, level].join(' '));
        return [
          { capabilityId: capability, leadershipLevelId: null, requiredLevel, weight, critical: isCritical },
        ];
      }),
    ]),
  );
}

interface Figure {
  readonly value: number | null;
  readonly readyNow: boolean;
}

/** Null: nothing is required. */
function figureOf(
  required: readonly Requirement[],
  levels: Levels,
  { policy }: ReadinessBasis,
): Figure | null {
  const counted = new Map<string, CountedLevel>(
    [...levels].map(([capability, level]) => [capability, { level, standardError: null }]),
  );
  const readiness = executiveReadiness(required, counted, policy);
  return readiness && { value: readiness.value, readyNow: readiness.band === ReadinessBand.ReadyNow };
}

function summed(figures: readonly Figure[]): { readonly readyNow: number; readonly mean: number | null } {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    readyNow: figures.filter(({ readyNow }) => readyNow).length,
    mean: values.length === 0 ? null : sum / values.length,
  };
}
