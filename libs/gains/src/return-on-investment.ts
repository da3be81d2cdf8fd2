import { InvalidGainError } from './invalid-gain-error.js';

/** What a program brought and cost, every assumption an input. */
export interface Investment {
  /** Benefits in money, >= 0. */
  readonly benefits: number;
  /** Share of the benefits that is due to the program, 0..1. */
  readonly isolation: number;
  /** How sure that estimate is, 0..1. */
  readonly confidence: number;
  /** In the same money, > 0, the participants' time included. */
  readonly costs: number;
}

/**
 * What a program returned beyond what it cost.
 *
 * ROI = 100·(benefits·isolation·confidence − costs) / costs
 *
 * @param investment benefits and costs in one currency over one period
 * @returns          percent; 0 when the costs came back, −100 when nothing did
 * @throws InvalidGainError when an input is out of its range
 *
 * Phillips & Phillips (2016), Handbook of Training Evaluation and Measurement Methods. O(1).
 *
 * @example returnOnInvestment({ benefits: 400, isolation: 0.5, confidence: 0.8, costs: 100 }) // => 60
 */
export function returnOnInvestment({ benefits, isolation, confidence, costs }: Investment): number {
  if (!(benefits >= 0 && Number.isFinite(benefits)))
    throw new InvalidGainError(`Benefits must be 0 or more, got ${benefits}`);
  if (!(costs > 0 && Number.isFinite(costs)))
    throw new InvalidGainError(`Costs must be positive, got ${costs}`);
  for (const share of [isolation, confidence]) {
    if (!(share >= 0 && share <= 1)) throw new InvalidGainError(`A share must be within 0..1, got ${share}`);
  }
  return (100 * (benefits * isolation * confidence - costs)) / costs;
}
