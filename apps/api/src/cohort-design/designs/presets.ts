import type { DesignPreferences, DesignRules } from '@alidade/database';

/** What a design starts from, by what it is to be good at. */
export const CohortPreset = {
  /** As many strategy-weighted levels of gap closed as can be. */
  MOST_BENEFIT: 'MOST_BENEFIT',
  /** Groups of people who differ, start alike, with fair shares of the seats. */
  BEST_MIXED: 'BEST_MIXED',
  /** A seat for every candidate. */
  EVERYONE_PLACED: 'EVERYONE_PLACED',
} as const;
export type CohortPreset = (typeof CohortPreset)[keyof typeof CohortPreset];

/** No rule binds but those of the directory and the cohorts; travel costs nothing. */
export const NO_RULES: DesignRules = {
  apart: [],
  together: [],
  locked: [],
  forbidden: [],
  mandatoryIds: [],
  mustRunIds: [],
  everyonePlaced: false,
  maxPerUnitPerCohort: null,
  maxUnitAbsence: null,
  budget: null,
  travelPerSeat: 0,
  travelPerHour: 0,
  maxVirtualHours: null,
};

/** Once something is published, a person is moved only for a point or more. */
const STABLE: DesignPreferences = {
  shares: [],
  notAlone: [],
  similarStartTolerance: null,
  similarStartWeight: null,
  fairSeatsLow: null,
  fairSeatsHigh: null,
  fairSeatsWeight: null,
  stabilityWeight: 1,
};

/** Weights in points: a level of gap closed in a requirement of weight 1 of a strategy of weight 1 is one. */
const MIXED: DesignPreferences = {
  ...STABLE,
  shares: [
    { attribute: 'FUNCTION', value: null, min: null, max: 0.5, weight: 0.5 },
    { attribute: 'UNIT', value: null, min: null, max: 0.4, weight: 0.5 },
  ],
  notAlone: [
    { attribute: 'GENDER', weight: 0.5 },
    { attribute: 'LOCATION', weight: 0.1 },
  ],
  similarStartTolerance: 0.3,
  similarStartWeight: 0.5,
  fairSeatsLow: 0.8,
  fairSeatsHigh: 1.25,
  fairSeatsWeight: 0.5,
};

export const PRESETS: Readonly<
  Record<CohortPreset, { readonly everyonePlaced: boolean; readonly preferences: DesignPreferences }>
> = {
  MOST_BENEFIT: { everyonePlaced: false, preferences: STABLE },
  BEST_MIXED: { everyonePlaced: false, preferences: MIXED },
  EVERYONE_PLACED: { everyonePlaced: true, preferences: STABLE },
};
