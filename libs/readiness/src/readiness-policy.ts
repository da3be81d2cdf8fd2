/** What an organization may vary about readiness; a stored figure names the policy version that made it. */
export interface ReadinessPolicy {
  /** Readiness 0..100 from which somebody is READY_NOW; at least `readySoonFrom`. */
  readonly readyNowFrom: number;
  /** Readiness 0..100 from which somebody is READY_SOON. */
  readonly readySoonFrom: number;
  /** Coverage 0..1 below which there is no number. */
  readonly minimumCoverage: number;
  /** Levels, 0 or more: a critical capability further than this below what is required holds the band at DEVELOPING. */
  readonly criticalMargin: number;
  /** Calendar months after its day at which evidence stops to count; a whole number, at least 1. */
  readonly staleAfterMonths: number;
}

export const DEFAULT_POLICY: ReadinessPolicy = {
  readyNowFrom: 90,
  readySoonFrom: 75,
  minimumCoverage: 0.8,
  criticalMargin: 0.5,
  staleAfterMonths: 18,
};

/**
 * Refuses a policy that cannot be meant, e.g. READY_SOON above READY_NOW.
 * @throws RangeError  naming what is wrong
 */
export function requireReadinessPolicy(policy: ReadinessPolicy): void {
  const { readyNowFrom, readySoonFrom, minimumCoverage, criticalMargin, staleAfterMonths } = policy;
  if (!(readySoonFrom >= 0 && readySoonFrom <= readyNowFrom && readyNowFrom <= 100))
    throw new RangeError(
      `Bands must begin at 0 <= READY_SOON <= READY_NOW <= 100, got ${readySoonFrom} and ${readyNowFrom}`,
    );
  if (!(minimumCoverage >= 0 && minimumCoverage <= 1))
    throw new RangeError(`The least coverage is 0..1, got ${minimumCoverage}`);
  if (!(criticalMargin >= 0 && Number.isFinite(criticalMargin)))
    throw new RangeError(`The critical margin is 0 levels or more, got ${criticalMargin}`);
  if (!(Number.isInteger(staleAfterMonths) && staleAfterMonths >= 1))
    throw new RangeError(`Evidence turns stale after a whole number of months, got ${staleAfterMonths}`);
}
