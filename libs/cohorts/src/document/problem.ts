/** How a cohort meets. */
export const CohortMode = { OnSite: 'ON_SITE', Virtual: 'VIRTUAL' } as const;
export type CohortMode = (typeof CohortMode)[keyof typeof CohortMode];

export const PROBLEM_FORMAT = 'alidade-cohort-problem/1';

export interface Location {
  readonly id: string;
  /** Hours ahead of UTC on the cohorts' first day. */
  readonly utcOffset: number;
}

interface StrategyRequirement {
  readonly capability: string;
  readonly weight: number;
  /** Required level by leadership level; a leadership level that is missing has no requirement. */
  readonly required: ReadonlyMap<string, number>;
  /** Being more than half a level short of it keeps somebody from READY_NOW. */
  readonly critical: boolean;
}

export interface Strategy {
  readonly id: string;
  readonly weight: number;
  readonly requirements: readonly StrategyRequirement[];
}

interface Development {
  readonly capability: string;
  /** Levels that a seat adds, up to the ceiling. */
  readonly gain: number;
  /** The level above which the program adds nothing. */
  readonly ceiling: number;
}

export interface Program {
  readonly id: string;
  readonly develops: readonly Development[];
}

export interface Cohort {
  readonly id: string;
  readonly program: string;
  readonly mode: CohortMode;
  readonly location: string;
  readonly language: string;
  /** Weeks it meets in, counted from Monday 1970-01-05. */
  readonly weeks: readonly number[];
  readonly minSeats: number;
  readonly maxSeats: number;
  readonly leadershipLevels: readonly string[];
  readonly seatCost: number;
  readonly fixedCost: number;
  readonly mustRun: boolean;
}

export interface Executive {
  readonly id: string;
  readonly leadershipLevel: string;
  readonly unit: string;
  readonly function: string;
  readonly location: string;
  readonly languages: readonly string[];
  /** Level by capability; a missing one is unknown, never zero. */
  readonly levels: ReadonlyMap<string, number>;
  readonly unavailableWeeks: readonly number[];
  readonly completedPrograms: readonly string[];
  readonly mandatory: boolean;
  /** Null: none given. Somebody outside the problem binds nothing. */
  readonly manager: string | null;
  /** Gender and whatever else was given as text; a missing one is skipped by every preference. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** One executive in one cohort. */
export interface Placement {
  readonly executive: string;
  readonly cohort: string;
}

export type Pair = readonly [string, string];

/** What no plan may break. A null does not bind. */
export interface Rules {
  readonly apart: readonly Pair[];
  readonly together: readonly Pair[];
  readonly locked: readonly Placement[];
  readonly forbidden: readonly Placement[];
  readonly maxPerUnitPerCohort: number | null;
  /** 0..1 of a unit's executives in the problem; at least two may always be away. */
  readonly maxUnitAbsence: number | null;
  readonly budget: number | null;
  readonly travel: { readonly perSeat: number; readonly perHour: number };
  /** Hours between the time zones of an executive and a virtual cohort. */
  readonly maxVirtualHours: number | null;
}

export interface SharePreference {
  readonly attribute: string;
  /** Null: every value that a cohort's members have. */
  readonly value: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly weight: number;
}

export interface NotAlonePreference {
  readonly attribute: string;
  readonly weight: number;
}

export interface SimilarStartPreference {
  /** Levels by which a cohort's mean may differ freely. */
  readonly tolerance: number;
  readonly weight: number;
}

export interface FairSeatsPreference {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

export interface StabilityPreference {
  readonly previous: readonly Placement[];
  readonly weight: number;
}

/** What a plan pays points for when it lacks it. */
export interface Preferences {
  readonly shares: readonly SharePreference[];
  readonly notAlone: readonly NotAlonePreference[];
  readonly similarStart: SimilarStartPreference | null;
  readonly fairSeats: FairSeatsPreference | null;
  readonly stability: StabilityPreference | null;
}

/** `alidade-cohort-problem/1`: everything that decides who may and who should sit where. */
export interface CohortProblem {
  readonly name: string;
  readonly capabilities: readonly string[];
  /** Lowest first. */
  readonly leadershipLevels: readonly string[];
  readonly functions: readonly string[];
  readonly units: readonly string[];
  readonly locations: readonly Location[];
  readonly strategies: readonly Strategy[];
  readonly programs: readonly Program[];
  readonly cohorts: readonly Cohort[];
  readonly executives: readonly Executive[];
  readonly rules: Rules;
  readonly preferences: Preferences;
}

/** The value of an attribute that a preference names; null where the person has not given it. */
export function attributeOf(executive: Executive, attribute: string): string | null {
  switch (attribute) {
    case 'leadershipLevel':
      return executive.leadershipLevel;
    case 'unit':
      return executive.unit;
    case 'function':
      return executive.function;
    case 'location':
      return executive.location;
    default:
      return executive.attributes.get(attribute) ?? null;
  }
}
