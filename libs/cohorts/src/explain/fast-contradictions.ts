import { exclusionSentence } from '../referee/broken-rules.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { known } from '../document/problem-index.js';
import { exclusions } from '../referee/seat.js';
import type { ConflictingRule } from './conflicting-rule.js';

/** Sets of rules that cannot hold together, by checks that take no search. */
export function fastContradictions(index: ProblemIndex): readonly (readonly ConflictingRule[])[] {
  return [...lockedAgainstEligibility(index)];
}

function lockedAgainstEligibility(index: ProblemIndex): readonly (readonly ConflictingRule[])[] {
  const { nameOf, problem } = index;
  return problem.rules.locked.flatMap(({ executive, cohort }) => {
    const [reason] = exclusions(index, known(index.executives, executive), known(index.cohorts, cohort));
    if (reason === undefined) return [];
    const concerned = { executives: [executive], cohorts: [cohort] };
    return [
      [
        {
          rule: 'locked' as const,
          sentence: `${nameOf(executive)} is locked into ${nameOf(cohort)}.`,
          ...concerned,
        },
        { rule: reason, sentence: exclusionSentence(index, { executive, cohort }, reason), ...concerned },
      ],
    ];
  });
}
