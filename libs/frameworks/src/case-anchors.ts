import type { CaseRubric, CaseRubricCriterion, CaseRubricCriterionLevel } from './case-types.js';
import { defaultLevelName } from './framework.js';
import type { LevelAnchor } from './framework.js';

/**
 * The level that a criterion level describes: its score, else its position, else its place in the list (first: 1).
 * Scores come first because they are what a rater gives; positions only say in which order levels are shown.
 */
export function levelNumber(level: CaseRubricCriterionLevel, index: number): number {
  return level.score ?? level.position ?? index + 1;
}

/** The anchors that a criterion gives, lowest level first: quality is the name, description what the level looks like. */
export function anchorsOf(criterion: CaseRubricCriterion): readonly LevelAnchor[] {
  return (criterion.CFRubricCriterionLevels ?? [])
    .map((record, index) => {
      const level = levelNumber(record, index);
      return {
        level,
        name: record.quality ?? defaultLevelName(level),
        description: record.description ?? '',
      };
    })
    .toSorted((a, b) => a.level - b.level);
}

/**
 * The criterion that gives a capability its anchors: the first in the package that is for it and has levels.
 * Further ones (other aspects of the same capability) are kept with the rubrics and give none.
 *
 * @returns by identifier of the capability
 */
export function anchoringCriteria(rubrics: readonly CaseRubric[]): ReadonlyMap<string, CaseRubricCriterion> {
  const first = new Map<string, CaseRubricCriterion>();
  for (const criterion of rubrics.flatMap((rubric) => rubric.CFRubricCriteria ?? [])) {
    const item = criterion.CFItemURI?.identifier;
    const hasLevels = (criterion.CFRubricCriterionLevels ?? []).length > 0;
    if (item !== undefined && hasLevels && !first.has(item)) first.set(item, criterion);
  }
  return first;
}
