import type { BrokenRule } from './broken-rule.js';
import { brokenRules } from './broken-rules.js';
import { penaltiesOf } from './penalties.js';
import type { Penalties } from './penalties.js';
import type { CohortProblem, Placement } from '../document/problem.js';
import { indexOf } from '../document/problem-index.js';
import type { NameOf, ProblemIndex } from '../document/problem-index.js';
import { seatCost, seatPoints } from './seat.js';
import { seatingOf } from './seating.js';
import type { SeatedCohort, Seating } from './seating.js';
import { standingFigures } from './standing-figures.js';
import type { StandingFigures } from './standing-figures.js';

/** What a plan is worth and what it breaks. */
export interface Evaluation {
  /** benefit − penalties, in points. */
  readonly objective: number;
  /** Strategy-weighted levels of gap closed. */
  readonly benefit: number;
  readonly penalties: Penalties;
  readonly cost: number;
  readonly seated: number;
  readonly cohortsRun: readonly string[];
  /** Empty: the plan is an answer. */
  readonly brokenRules: readonly BrokenRule[];
}

/** Evaluates plans of one problem. */
export type Referee = (placements: readonly Placement[]) => Evaluation;

/**
 * What plans of a problem are worth: benefit, each penalty, cost, objective and every rule that is broken, worked out
 * from the document by its definitions and nothing that the solver keeps.
 *
 * objective = benefit − Σ penalties; benefit as `seatBenefits`; ⌊ ⌋, ⌈ ⌉ and comparisons allow 1e-9.
 *
 * @param problem a problem as `readProblem` gives it; levels that are missing are unknown and gain nothing
 * @param nameOf  how ids are called in the sentences about broken rules; not given: by the id
 * @returns       the referee; it takes placements (an executive who is not named is not placed) and throws a RangeError
 *                when one names nobody of the problem
 *
 * O(executives × cohorts) once, then O(placements × requirements) a plan.
 *
 * @example refereeOf(problem)([]).benefit // => 0
 */
export function refereeOf(problem: CohortProblem, nameOf?: NameOf): Referee {
  const index = indexOf(problem, nameOf);
  const standing = standingFigures(index);
  return (placements) => evaluation(index, standing, seatingOf(index, placements));
}

/** One plan's worth; see `refereeOf`, which is cheaper for several plans. */
export const evaluate = (problem: CohortProblem, placements: readonly Placement[]): Evaluation =>
  refereeOf(problem)(placements);

function evaluation(index: ProblemIndex, standing: StandingFigures, seating: Seating): Evaluation {
  const running = seating.cohorts.filter(({ members }) => members.length > 0);
  const total = (figure: (each: SeatedCohort) => number): number =>
    running.reduce((sum, each) => sum + figure(each), 0);
  const benefit = total(({ cohort, members }) =>
    members.reduce((sum, member) => sum + seatPoints(index, member, cohort.program), 0),
  );
  const cost = total(({ cohort, members }) =>
    members.reduce((sum, member) => sum + seatCost(index, member, cohort), cohort.fixedCost),
  );
  const penalties = penaltiesOf(index, standing, seating);
  const { shares, notAlone, similarStart, fairSeats, stability } = penalties;
  return {
    objective: benefit - (shares + notAlone + similarStart + fairSeats + stability),
    benefit,
    penalties,
    cost,
    seated: seating.cohortsOf.size,
    cohortsRun: running.map(({ cohort }) => cohort.id),
    brokenRules: brokenRules(index, standing, seating, cost),
  };
}
