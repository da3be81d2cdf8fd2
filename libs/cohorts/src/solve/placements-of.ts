import type { CompiledProblem } from '../compile/compiled-problem.js';
import type { CohortProblem, Placement } from '../document/problem.js';

/** A plan as placements, in the order of the problem's executives; cohorts by party, the number of cohorts for none. */
export function placementsOf(
  problem: CohortProblem,
  { partyStart, memberOf, cohortCount }: CompiledProblem,
  cohorts: Int32Array,
): readonly Placement[] {
  const cohortOf = new Map<number, string>();
  cohorts.forEach((c, p) => {
    if (c === cohortCount) return;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++)
      cohortOf.set(memberOf[k]!, problem.cohorts[c]!.id);
  });
  return problem.executives.flatMap(({ id }, i) => {
    const cohort = cohortOf.get(i);
    return cohort === undefined ? [] : [{ executive: id, cohort }];
  });
}
