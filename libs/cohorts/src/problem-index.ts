import type { Cohort, CohortProblem, Executive, Location, Placement, Program } from './problem.js';

/** A problem's records by id. */
export interface ProblemIndex {
  readonly problem: CohortProblem;
  readonly executives: ReadonlyMap<string, Executive>;
  readonly cohorts: ReadonlyMap<string, Cohort>;
  readonly programs: ReadonlyMap<string, Program>;
  readonly locations: ReadonlyMap<string, Location>;
  /** Forbidden cohorts by executive. */
  readonly forbidden: ReadonlyMap<string, ReadonlySet<string>>;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

export function indexOf(problem: CohortProblem): ProblemIndex {
  return {
    problem,
    executives: byId(problem.executives),
    cohorts: byId(problem.cohorts),
    programs: byId(problem.programs),
    locations: byId(problem.locations),
    forbidden: cohortsByExecutive(problem.rules.forbidden),
  };
}

function cohortsByExecutive(placements: readonly Placement[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cohorts = new Map<string, Set<string>>();
  for (const { executive, cohort } of placements)
    cohorts.set(executive, (cohorts.get(executive) ?? new Set()).add(cohort));
  return cohorts;
}

/** @throws RangeError when an id that a reader has checked is not there */
export function known<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id);
  if (record === undefined) throw new RangeError(`The problem has no "${id}".`);
  return record;
}
