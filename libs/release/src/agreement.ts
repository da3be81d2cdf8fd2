import { rwg } from '@alidade/statistics';
import { HIGHEST_LEVEL } from './rating.js';

/** How far the raters of one subject and capability see it alike. */
export const AgreementBand = { Strong: 'STRONG', Moderate: 'MODERATE', Split: 'SPLIT' } as const;
export type AgreementBand = (typeof AgreementBand)[keyof typeof AgreementBand];

/** Fewer, and even a band of their spread says too much about single answers. */
const FEWEST_RESPONDENTS = 5;

const MODERATE_FROM = 0.5;
const STRONG_FROM = 0.7;
/** Comparisons with a threshold allow for the rounding of sums. */
const TOLERANCE = 1e-9;

/**
 * How far others agree about one subject and capability, as a band of r_wg = max(0, 1 − s² / ((A² − 1)/12)), A = 5:
 * SPLIT below .5, MODERATE below .7, else STRONG.
 *
 * @param levels  released ratings of others, 1..5
 * @returns       null under 5 ratings
 *
 * James, Demaree & Wolf (1984), Journal of Applied Psychology 69. O(ratings).
 */
export function agreementBand(levels: readonly number[]): AgreementBand | null {
  const agreement = rwg(levels, HIGHEST_LEVEL);
  if (agreement === null || levels.length < FEWEST_RESPONDENTS) return null;
  if (agreement >= STRONG_FROM - TOLERANCE) return AgreementBand.Strong;
  return agreement >= MODERATE_FROM - TOLERANCE ? AgreementBand.Moderate : AgreementBand.Split;
}
