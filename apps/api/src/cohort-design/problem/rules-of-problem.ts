import type { BalancedAttribute, DesignPreferences, DesignRules, ExecutiveInCohort } from '@alidade/database';
import type { DocumentExecutive, DocumentPlacement, ProblemDocument } from './document.js';

/** Who and what a rule may speak of. */
interface Known {
  readonly executives: ReadonlySet<string>;
  readonly cohorts: ReadonlySet<string>;
}

const placement = ({ executiveId, cohortId }: ExecutiveInCohort): DocumentPlacement => ({
  executive: executiveId,
  cohort: cohortId,
});

const sizeOf = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((sum, { length }) => sum + length, 0);

/**
 * The rules as the problem has them, without those that speak of somebody who is not in it.
 * @param gaveUp  placements that people have withdrawn from: they are not put there again
 * @returns       with the number of rules left out
 */
export function documentRules(
  rules: DesignRules,
  gaveUp: readonly DocumentPlacement[],
  { executives, cohorts }: Known,
): { readonly rules: ProblemDocument['rules']; readonly leftOut: number } {
  const pairs = (all: DesignRules['apart']) => all.filter((pair) => pair.every((id) => executives.has(id)));
  const placed = (all: readonly ExecutiveInCohort[]) =>
    all
      .filter(({ executiveId, cohortId }) => executives.has(executiveId) && cohorts.has(cohortId))
      .map(placement);
  const [apart, together] = [pairs(rules.apart), pairs(rules.together)];
  const [locked, forbidden] = [placed(rules.locked), placed(rules.forbidden)];
  const named = [rules.apart, rules.together, rules.locked, rules.forbidden];
  const kept = [apart, together, locked, forbidden];
  const missing = rules.mandatoryIds.filter((id) => !executives.has(id)).length;
  return {
    leftOut: sizeOf(named) - sizeOf(kept) + missing,
    rules: {
      apart,
      together,
      locked,
      forbidden: [...forbidden, ...gaveUp],
      maxPerUnitPerCohort: rules.maxPerUnitPerCohort,
      maxUnitAbsence: rules.maxUnitAbsence,
      budget: rules.budget,
      travel: { perSeat: rules.travelPerSeat, perHour: rules.travelPerHour },
      maxVirtualHours: rules.maxVirtualHours,
    },
  };
}

/** An attribute that somebody has not stated is an attribute of its own, since a problem's function and place are of all. */
const ATTRIBUTES: Readonly<Record<BalancedAttribute, string>> = {
  GENDER: 'gender',
  FUNCTION: 'statedFunction',
  LOCATION: 'statedLocation',
  LEADERSHIP_LEVEL: 'leadershipLevel',
  UNIT: 'unit',
};

const OF_EVERYBODY = new Set(['leadershipLevel', 'unit', 'gender']);

interface PreferenceSources {
  readonly executives: readonly DocumentExecutive[];
  /** Leadership level id -> name: a share may name it either way. */
  readonly levelNames: ReadonlyMap<string, string>;
  /** What was published, of those who are in the problem. */
  readonly published: readonly DocumentPlacement[];
}

/** The preferences as the problem has them, without those about what nobody has stated. */
export function documentPreferences(
  preferences: DesignPreferences,
  { executives, levelNames, published }: PreferenceSources,
): ProblemDocument['preferences'] {
  const isStated = (attribute: BalancedAttribute): boolean =>
    OF_EVERYBODY.has(ATTRIBUTES[attribute]) || executives.some((each) => ATTRIBUTES[attribute] in each);
  const {
    similarStartTolerance,
    similarStartWeight,
    fairSeatsLow,
    fairSeatsHigh,
    fairSeatsWeight,
    stabilityWeight,
  } = preferences;
  return {
    shares: preferences.shares
      .filter(({ attribute }) => isStated(attribute))
      .map(({ attribute, value, min, max, weight }) => ({
        attribute: ATTRIBUTES[attribute],
        value: value === null ? null : (levelNames.get(value) ?? value),
        min,
        max,
        weight,
      })),
    notAlone: preferences.notAlone
      .filter(({ attribute }) => isStated(attribute))
      .map(({ attribute, weight }) => ({ attribute: ATTRIBUTES[attribute], weight })),
    similarStart:
      similarStartWeight === null
        ? null
        : { tolerance: similarStartTolerance ?? 0, weight: similarStartWeight },
    fairSeats:
      fairSeatsWeight === null
        ? null
        : { low: fairSeatsLow ?? 0, high: fairSeatsHigh ?? Number.MAX_SAFE_INTEGER, weight: fairSeatsWeight },
    stability:
      stabilityWeight === null || published.length === 0
        ? null
        : { previous: published, weight: stabilityWeight },
  };
}
