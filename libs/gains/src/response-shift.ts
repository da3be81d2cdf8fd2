import { mean } from '@alidade/statistics';

/**
 * By how much people who look back rate their former level lower than they rated it then: mean of PRE − THEN. It is
 * reported beside a gain and never its only baseline.
 *
 * @param people score before and, asked afterwards, the score for the same time, in levels
 * @returns      in levels, positive when they had thought more of themselves; null of nobody
 * @throws InvalidSampleError when a score is not a finite number
 *
 * Howard (1980), Evaluation Review 4. O(people).
 *
 * @example responseShift([{ pre: 4, retrospective: 3 }, { pre: 3, retrospective: 3 }]) // => 0.5
 */
export function responseShift(
  people: readonly { readonly pre: number; readonly retrospective: number }[],
): number | null {
  return mean(people.map(({ pre, retrospective }) => pre - retrospective));
}
