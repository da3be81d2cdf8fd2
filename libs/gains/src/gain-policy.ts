import { InvalidGainError } from './invalid-gain-error.js';

/** What an organization may vary about gains; a stored report names the policy version that made it. */
export interface GainPolicy {
  /** |RC| above which a change is reliable, > 0. */
  readonly reliableChange: number;
  /** PRE: the error of a difference from the first occasion (Jacobson & Truax). BOTH: from both (Maassen 2004). */
  readonly errorFrom: 'PRE' | 'BOTH';
  /** Participants below whom no effect size is given; a whole number, at least 2. */
  readonly leastParticipants: number;
  /** People below whom others are no comparison group; a whole number, at least 2. */
  readonly leastComparison: number;
  /** |d| above which the data are doubted, > 0. */
  readonly implausibleEffect: number;
}

export const DEFAULT_GAIN_POLICY: GainPolicy = {
  reliableChange: 1.96,
  errorFrom: 'PRE',
  leastParticipants: 10,
  leastComparison: 10,
  implausibleEffect: 2,
};

/**
 * Refuses a policy that cannot be meant.
 * @throws InvalidGainError naming what is wrong
 */
export function requireGainPolicy(policy: GainPolicy): void {
  for (const threshold of [policy.reliableChange, policy.implausibleEffect]) {
    if (!(threshold > 0 && Number.isFinite(threshold)))
      throw new InvalidGainError(`A threshold of change must be positive, got ${threshold}`);
  }
  for (const least of [policy.leastParticipants, policy.leastComparison]) {
    if (!(Number.isInteger(least) && least >= 2))
      throw new InvalidGainError(`A least number of people is a whole number of at least 2, got ${least}`);
  }
}
