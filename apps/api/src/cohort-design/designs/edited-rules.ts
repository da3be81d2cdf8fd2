import type { DesignPreferences, DesignRules } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { FieldFault } from '@alidade/errors';
import type { CohortPreferencesInput, CohortRulesInput } from './designs.inputs.js';
import { NO_RULES } from './presets.js';

/** What was not given stays; null is as with no rule at all. */
function given<T>(value: T | null | undefined, before: T, none: T): T {
  return value === undefined ? before : (value ?? none);
}

const pairsIn = (all: CohortRulesInput['apart']): DesignRules['apart'] | null | undefined =>
  all && all.map(({ a, b }) => [a, b] as const);

const placedIn = (all: CohortRulesInput['locked']): DesignRules['locked'] | null | undefined =>
  all && all.map(({ executiveId, cohortId }) => ({ executiveId, cohortId }));

/** The rules as they are after an edit. */
export function editedRules(before: DesignRules, input: CohortRulesInput): DesignRules {
  return {
    apart: given<DesignRules['apart']>(pairsIn(input.apart), before.apart, []),
    together: given<DesignRules['together']>(pairsIn(input.together), before.together, []),
    locked: given<DesignRules['locked']>(placedIn(input.locked), before.locked, []),
    forbidden: given<DesignRules['forbidden']>(placedIn(input.forbidden), before.forbidden, []),
    mandatoryIds: given<readonly string[]>(input.mandatoryIds, before.mandatoryIds, []),
    mustRunIds: given<readonly string[]>(input.mustRunIds, before.mustRunIds, []),
    everyonePlaced: given(input.everyonePlaced, before.everyonePlaced, NO_RULES.everyonePlaced),
    maxPerUnitPerCohort: given(input.maxPerUnitPerCohort, before.maxPerUnitPerCohort, null),
    maxUnitAbsence: given(input.maxUnitAbsence, before.maxUnitAbsence, null),
    budget: given(input.budget, before.budget, null),
    travelPerSeat: given(input.travelPerSeat, before.travelPerSeat, NO_RULES.travelPerSeat),
    travelPerHour: given(input.travelPerHour, before.travelPerHour, NO_RULES.travelPerHour),
    maxVirtualHours: given(input.maxVirtualHours, before.maxVirtualHours, null),
  };
}

/** The preferences as they are after an edit. @throws UseCaseError INVALID_INPUT when bounds are out of order */
export function editedPreferences(
  before: DesignPreferences,
  input: CohortPreferencesInput,
): DesignPreferences {
  const shares =
    input.shares &&
    input.shares.map(({ attribute, value = null, min = null, max = null, weight }) => ({
      attribute,
      value,
      min,
      max,
      weight,
    }));
  const notAlone = input.notAlone && input.notAlone.map(({ attribute, weight }) => ({ attribute, weight }));
  const number = (name: NumberName): number | null => given(input[name], before[name], null);
  const after: DesignPreferences = {
    shares: given<DesignPreferences['shares']>(shares, before.shares, []),
    notAlone: given<DesignPreferences['notAlone']>(notAlone, before.notAlone, []),
    similarStartTolerance: number('similarStartTolerance'),
    similarStartWeight: number('similarStartWeight'),
    fairSeatsLow: number('fairSeatsLow'),
    fairSeatsHigh: number('fairSeatsHigh'),
    fairSeatsWeight: number('fairSeatsWeight'),
    stabilityWeight: number('stabilityWeight'),
  };
  requireInOrder(after);
  return after;
}

type NumberName = Exclude<keyof DesignPreferences, 'shares' | 'notAlone'>;

function requireInOrder({ shares, fairSeatsLow, fairSeatsHigh }: DesignPreferences): void {
  const fields: FieldFault[] = shares.flatMap(({ min, max }, i) =>
    min !== null && max !== null && min > max
      ? [
          {
            path: `preferences.shares.${i}.max`,
            message: `A share of at most ${max} cannot be at least ${min}.`,
          },
        ]
      : [],
  );
  if (fairSeatsLow !== null && fairSeatsHigh !== null && fairSeatsLow > fairSeatsHigh)
    fields.push({ path: 'preferences.fairSeatsHigh', message: 'fairSeatsHigh is not under fairSeatsLow.' });
  if (fields.length > 0)
    throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join(' '), { fields });
}
