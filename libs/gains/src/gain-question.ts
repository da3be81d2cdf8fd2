import type { IndividualGain } from './individual-gain.js';

/** Two measurements of one person over the same rater groups, in levels. */
export interface PairedScores {
  readonly pre: number;
  readonly post: number;
}

export interface GainQuestion {
  /** The participants who completed and have a gain, in any order. */
  readonly participants: readonly Pick<IndividualGain, 'pre' | 'post' | 'change' | 'reachedRequired'>[];
  /** Everybody measured at both occasions and in no cohort meanwhile; null: no comparison is asked for. */
  readonly comparison: readonly PairedScores[] | null;
  /** Whether the participants were chosen by the score that is compared. */
  readonly selection: SelectionOnScore | null;
  /** 0..2^32 − 1, such as `seedFromText` of the report's name; the same seed gives the same figures. */
  readonly seed: number;
}

/** The participants were chosen by the measured score. */
export interface SelectionOnScore {
  /** Mean score of those they were chosen from at the first occasion, in levels, and the score's reliability 0..1; null when unknown. */
  readonly population: { readonly mean: number; readonly reliability: number } | null;
}
