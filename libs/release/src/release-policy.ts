import type { ReleasedGroupName } from './rater-group.js';

/** Fewer would let one of a group take their own answer away and read the other's. */
const FEWEST_RESPONDENTS = 3;

/** What an organization may vary about a release; a stored release names the policy version that made it. */
export interface ReleasePolicy {
  /** Respondents from which a protected group, or the pool, is released; a whole number, at least 3. */
  readonly minimumRespondents: number;
  /** v_g of the others' score, > 0; a group that is not named weighs 1. */
  readonly groupWeights: Readonly<Partial<Record<ReleasedGroupName, number>>>;
}

export const DEFAULT_RELEASE_POLICY: ReleasePolicy = {
  minimumRespondents: FEWEST_RESPONDENTS,
  groupWeights: {},
};

/** @throws RangeError  when fewer than 3 respondents would do, or a weight is not a positive number */
export function requireReleasePolicy({ minimumRespondents, groupWeights }: ReleasePolicy): void {
  if (!Number.isInteger(minimumRespondents) || minimumRespondents < FEWEST_RESPONDENTS)
    throw new RangeError(
      `A group needs at least ${FEWEST_RESPONDENTS} respondents, the policy says ${minimumRespondents}`,
    );
  for (const [group, weight] of Object.entries(groupWeights)) {
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new RangeError(`Weight of ${group} must be positive, got ${weight}`);
  }
}
