import type { MoveConsequence, PlacementReasons } from '@alidade/cohorts';

const points = (figure: number): string => (Math.round(figure * 100) / 100).toString();

/**
 * Why somebody has no seat, best seat first, in sentences that name cohorts and people by their ids: what a seat would
 * bring and every rule that stands against it, or that it would take more points than it gives.
 *
 * O(alternatives).
 */
export function unplacedSentences({ unplaced, alternatives }: PlacementReasons): readonly string[] {
  if (unplaced.length > 0) return unplaced.map(({ sentence }) => sentence);
  return alternatives.map(sentenceOf);
}

function sentenceOf({ cohort, objectiveChange, brokenRules }: MoveConsequence): string {
  if (brokenRules.length > 0)
    return `A seat in ${cohort} would be worth ${points(objectiveChange)} points; against it stands: ${brokenRules
      .map(({ sentence }) => sentence)
      .join(' ')}`;
  return `A seat in ${cohort} would take ${points(-objectiveChange)} points more than it gives.`;
}
