/** How the subject's own rating stands to the others' score. */
export const SelfView = {
  ClearlyHigher: 'CLEARLY_HIGHER',
  SomewhatHigher: 'SOMEWHAT_HIGHER',
  InLine: 'IN_LINE',
  SomewhatLower: 'SOMEWHAT_LOWER',
  ClearlyLower: 'CLEARLY_LOWER',
} as const;
export type SelfView = (typeof SelfView)[keyof typeof SelfView];

/** Self and others are in agreement within half a level, as half a standard deviation in the literature. */
const IN_LINE_BELOW = 0.5;
const CLEAR_FROM = 1;
const TOLERANCE = 1e-9;

/**
 * How far the subject's own rating is from the others' score, as a band of d = self − others: within half a level they are
 * in line; from a whole level on the difference is clear.
 *
 * @param self    1..5; null: none
 * @param others  X, 1..5; null: none was released
 * @returns       null when one of the two is missing
 *
 * After the categories of self–other agreement: Fleenor, Smither, Atwater, Braddy & Sturm (2010), The Leadership
 * Quarterly 21. O(1).
 *
 * @example selfView(4, 2.8) // => 'CLEARLY_HIGHER'
 */
export function selfView(self: number | null, others: number | null): SelfView | null {
  if (self === null || others === null) return null;
  const difference = self - others;
  const size = Math.abs(difference) + TOLERANCE;
  if (size < IN_LINE_BELOW) return SelfView.InLine;
  if (difference > 0) return size >= CLEAR_FROM ? SelfView.ClearlyHigher : SelfView.SomewhatHigher;
  return size >= CLEAR_FROM ? SelfView.ClearlyLower : SelfView.SomewhatLower;
}
