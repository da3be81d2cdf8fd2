import type { Cohort, Executive, Placement } from '../document/problem.js';
import { known } from '../document/problem-index.js';
import type { ProblemIndex } from '../document/problem-index.js';

/** A cohort and who sits in it. */
export interface SeatedCohort {
  readonly cohort: Cohort;
  readonly members: readonly Executive[];
}

/** A plan as the referee sees it. */
export interface Seating {
  /** Every cohort of the problem in its order, also those that do not run. */
  readonly cohorts: readonly SeatedCohort[];
  /** Cohorts by executive; more than one is a broken rule. */
  readonly cohortsOf: ReadonlyMap<string, readonly string[]>;
}

export function seatingOf(index: ProblemIndex, placements: readonly Placement[]): Seating {
  const members = new Map<string, Executive[]>(index.problem.cohorts.map(({ id }) => [id, []]));
  const cohortsOf = new Map<string, string[]>();
  for (const { executive, cohort } of placements) {
    known(members, cohort).push(known(index.executives, executive));
    const cohorts = cohortsOf.get(executive);
    if (cohorts) cohorts.push(cohort);
    else cohortsOf.set(executive, [cohort]);
  }
  return {
    cohorts: index.problem.cohorts.map((cohort) => ({ cohort, members: known(members, cohort.id) })),
    cohortsOf,
  };
}

export const isIn = ({ cohortsOf }: Seating, executive: string, cohort: string): boolean =>
  cohortsOf.get(executive)?.includes(cohort) ?? false;
