import { refereeOf } from '@alidade/cohorts';
import type { BestSwap, Placement } from '@alidade/cohorts';
import type { ExplainedPlan } from './explainers.js';

/** Of the members whose seat is worth least, so many are tried: the referee looks at a whole plan for each. */
const TRIED = 6;

/**
 * With whom of a cohort an executive had best exchange places, where that breaks no rule that holds now.
 *
 * @param plan       as it stands
 * @param executive  who would come; the other one goes where they sit now, or out of every cohort
 * @param cohort     where to
 * @returns          null when nobody there can be exchanged
 *
 * O(members tried × the referee's evaluation).
 */
export function bestSwapIn(plan: ExplainedPlan, executive: string, cohort: string): BestSwap | null {
  const { problem, placements, explainer } = plan;
  const from = placements.find((each) => each.executive === executive)?.cohort ?? null;
  if (from === cohort) return null;
  const referee = refereeOf(problem);
  const broken = new Set(explainer.evaluation.brokenRules.map(({ sentence }) => sentence));
  const [best] = leastWorth(plan, cohort)
    .map((other) => {
      const after = referee(exchanged(placements, { executive, other, from, cohort }));
      const breaks = after.brokenRules.some(({ sentence }) => !broken.has(sentence));
      return { executive: other, objectiveChange: after.objective - explainer.evaluation.objective, breaks };
    })
    .filter(({ breaks }) => !breaks)
    .toSorted((a, b) => b.objectiveChange - a.objectiveChange);
  return best ? { executive: best.executive, objectiveChange: best.objectiveChange } : null;
}

function leastWorth({ placements, benefitOf }: ExplainedPlan, cohort: string): readonly string[] {
  return placements
    .filter((each) => each.cohort === cohort)
    .map(({ executive }) => executive)
    .toSorted((a, b) => (benefitOf.get(a) ?? 0) - (benefitOf.get(b) ?? 0))
    .slice(0, TRIED);
}

interface Exchange {
  readonly executive: string;
  readonly other: string;
  readonly from: string | null;
  readonly cohort: string;
}

function exchanged(
  placements: readonly Placement[],
  { executive, other, from, cohort }: Exchange,
): readonly Placement[] {
  const rest = placements.filter((each) => each.executive !== executive && each.executive !== other);
  const back = from === null ? [] : [{ executive: other, cohort: from }];
  return [...rest, { executive, cohort }, ...back];
}
