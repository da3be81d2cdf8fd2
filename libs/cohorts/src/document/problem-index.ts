import type { Cohort, CohortProblem, Executive, Location, Placement, Program } from './problem.js';

/** How an id is called in sentences. */
export type NameOf = (id: string) => string;

/** A problem's records by id. */
export interface ProblemIndex {
  readonly problem: CohortProblem;
  readonly executives: ReadonlyMap<string, Executive>;
  readonly cohorts: ReadonlyMap<string, Cohort>;
  readonly programs: ReadonlyMap<string, Program>;
  readonly locations: ReadonlyMap<string, Location>;
  /** Forbidden cohorts by executive. */
  readonly forbidden: ReadonlyMap<string, ReadonlySet<string>>;
  readonly nameOf: NameOf;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

export function indexOf(problem: CohortProblem, nameOf: NameOf = (id) => id): ProblemIndex {
  return {
    problem,
    executives: byId(problem.executives),
    cohorts: byId(problem.cohorts),
    programs: byId(problem.programs),
    locations: byId(problem.locations),
    forbidden: cohortsByExecutive(problem.rules.forbidden),
    nameOf,
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
