import type { CaseRubric, CaseRubricCriterion } from './case-types.js';

/**
 * Rubrics with those criteria of earlier ones that are for what is kept: in the rubric of the same identifier where it
 * is still there, else in their own, without its other criteria. A criterion whose identifiers are now used for
 * something else is left out.
 *
 * O(records).
 */
export function withKeptCriteria(
  rubrics: readonly CaseRubric[],
  before: readonly CaseRubric[],
  kept: ReadonlySet<string>,
): readonly CaseRubric[] {
  const taken = new Set(rubrics.flatMap(criteriaOf).flatMap(identifiersOf));
  const keptIn = new Map(
    before.map((rubric) => {
      const criteria = criteriaOf(rubric).filter(
        (criterion) =>
          kept.has(criterion.CFItemURI?.identifier ?? '') &&
          !identifiersOf(criterion).some((identifier) => taken.has(identifier)),
      );
      return [rubric.identifier, { ...rubric, CFRubricCriteria: criteria }];
    }),
  );
  const there = new Set(rubrics.map(({ identifier }) => identifier));
  const added = [...keptIn.values()].filter(
    ({ identifier, CFRubricCriteria: criteria }) =>
      criteria.length > 0 && !there.has(identifier) && !taken.has(identifier),
  );
  return [
    ...rubrics.map((rubric) => {
      const criteria = keptIn.get(rubric.identifier)?.CFRubricCriteria ?? [];
      return criteria.length === 0
        ? rubric
        : { ...rubric, CFRubricCriteria: [...criteriaOf(rubric), ...criteria] };
    }),
    ...added,
  ];
}

const criteriaOf = (rubric: CaseRubric): readonly CaseRubricCriterion[] => rubric.CFRubricCriteria ?? [];

const identifiersOf = ({
  identifier,
  CFRubricCriterionLevels: levels = [],
}: CaseRubricCriterion): readonly string[] => [identifier, ...levels.map((level) => level.identifier)];
