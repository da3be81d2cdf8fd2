import { InvalidGoalError } from './invalid-goal-error.js';

/** One part of what a person adds to a readiness figure. */
export interface FigurePart {
  /** Null when the figure does not unfold by capability. */
  readonly capabilityId: string | null;
  /** Relative importance, > 0. */
  readonly weight: number;
  /** In the figure's unit; null when no level counts, so that the part has no share. */
  readonly value: number | null;
}

/** A person's figure: the mean of the values by weight, over the parts that have one. */
export type FigureParts = readonly FigurePart[];

/** One requirement of a person on a day; the parts of their readiness have this form. */
export interface RequirementAttained {
  readonly capabilityId: string;
  /** > 0. */
  readonly weight: number;
  /** a = clamp((L − 1)/(R − 1), 0, 1); null when no level counts. */
  readonly attainment: number | null;
}

/**
 * A person's part in MEAN_READINESS: 100·attainment per requirement.
 *
 * @param requirements of one person on one day, each capability once
 * @returns            values 0..100
 * @throws InvalidGoalError when an attainment is off 0..1
 *
 * O(requirements).
 */
export function readinessParts(requirements: readonly RequirementAttained[]): FigureParts {
  return requirements.map(({ capabilityId, weight, attainment }) => {
    if (attainment !== null && !(attainment >= 0 && attainment <= 1))
      throw new InvalidGoalError(`Attainment of ${capabilityId} is within 0..1, got ${attainment}`);
    return { capabilityId, weight, value: attainment === null ? null : 100 * attainment };
  });
}

/**
 * A person's part in STRATEGY_READINESS: 1 when READY_NOW, 0 when not, nothing without enough evidence.
 *
 * @param isReadyNow null when evidence is insufficient
 *
 * O(1).
 */
export function readyNowParts(isReadyNow: boolean | null): FigureParts {
  return [{ capabilityId: null, weight: 1, value: isReadyNow === null ? null : Number(isReadyNow) }];
}
