import type { RuleName } from '../referee/broken-rule.js';

/** A rule of the problem that cannot hold together with others, in words and with whom it concerns. */
export interface ConflictingRule {
  readonly rule: RuleName | 'minSeats' | 'maxSeats';
  readonly sentence: string;
  readonly executives: readonly string[];
  readonly cohorts: readonly string[];
}

/** What is known about the rules of a problem. */
export const ContradictionStatus = {
  /** The rules named cannot hold together; that is proven. */
  Contradiction: 'CONTRADICTION',
  /** A plan exists that breaks none. */
  Possible: 'POSSIBLE',
  /** Neither was shown within the limits; never to be read as "cannot be". */
  NotFound: 'NOT_FOUND',
} as const;
export type ContradictionStatus = (typeof ContradictionStatus)[keyof typeof ContradictionStatus];

export interface Contradictions {
  readonly status: ContradictionStatus;
  /** Rules that cannot hold together; empty unless the status is CONTRADICTION. */
  readonly rules: readonly ConflictingRule[];
  /** Whether removing any one of `rules` makes the rest possible by proof; false: perhaps fewer of them contradict already. */
  readonly minimal: boolean;
  /** Further sets that the fast checks found, each contradictory for itself. */
  readonly others: readonly (readonly ConflictingRule[])[];
}
