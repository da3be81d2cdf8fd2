import { attrition } from '@alidade/gains';
import type { OccasionScores } from '@alidade/gains';

export const SUPPRESSED_NOTE =
  'Figures are for those who may see by name every participant and everybody they are compared with.';

export function regressionNote(expected: number | null): readonly string[] {
  if (expected === null) return [];
  const change = `${expected < 0 ? '-' : '+'}${Math.abs(expected).toFixed(2)}`;
  return [
    `If the participants were chosen by their scores, a change of ${change} levels was to be expected without any program.`,
  ];
}

/** Whether those measured on both occasions are like all who were measured on one. */
export function attritionNote(completed: readonly OccasionScores[]): readonly string[] {
  const found = attrition(completed);
  const { measuredPre, measuredPost, measuredTwice } = found;
  if (measuredTwice === measuredPre && measuredTwice === measuredPost) return [];
  return [
    `Of ${completed.length} who completed, ${measuredPre} were measured before (mean ${level(found.meanPreOfAll)}), ` +
      `${measuredPost} after (mean ${level(found.meanPostOfAll)}) and ${measuredTwice} on both occasions ` +
      `(means ${level(found.meanPreOfTwice)} and ${level(found.meanPostOfTwice)}).`,
  ];
}

const level = (mean: number | null): string => (mean === null ? 'none' : mean.toFixed(2));
