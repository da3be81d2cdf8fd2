import { mean } from '@alidade/statistics';

/** One person's scores; null where they were not measured. */
export interface OccasionScores {
  readonly pre: number | null;
  readonly post: number | null;
}

export interface Attrition {
  /** People measured at the first occasion, at the second, at both. */
  readonly measuredPre: number;
  readonly measuredPost: number;
  readonly measuredTwice: number;
  /** Means in levels of all measured, and of those measured twice; null of nobody. */
  readonly meanPreOfAll: number | null;
  readonly meanPreOfTwice: number | null;
  readonly meanPostOfAll: number | null;
  readonly meanPostOfTwice: number | null;
}

/**
 * Whether those measured twice are like those measured once: complete cases against all.
 *
 * @param people everybody measured at least once, in any order, scores in levels
 * @returns      numbers and means side by side; null is the mean of nobody
 * @throws InvalidSampleError when a score is not a finite number
 *
 * O(people).
 */
export function attrition(people: readonly OccasionScores[]): Attrition {
  const scores = (rows: readonly OccasionScores[], occasion: keyof OccasionScores): readonly number[] =>
    rows.map((row) => row[occasion]).filter((score) => score !== null);
  const twice = people.filter(({ pre, post }) => pre !== null && post !== null);
  const [pre, post] = [scores(people, 'pre'), scores(people, 'post')];
  return {
    measuredPre: pre.length,
    measuredPost: post.length,
    measuredTwice: twice.length,
    meanPreOfAll: mean(pre),
    meanPreOfTwice: mean(scores(twice, 'pre')),
    meanPostOfAll: mean(post),
    meanPostOfTwice: mean(scores(twice, 'post')),
  };
}
