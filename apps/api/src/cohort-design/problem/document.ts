/** `alidade-cohort-problem/1` as it is written; ids of the document are the ids of the rows, leadership levels are named. */
export interface ProblemDocument {
  readonly format: string;
  readonly name: string;
  readonly capabilities: readonly string[];
  readonly leadershipLevels: readonly string[];
  readonly functions: readonly string[];
  readonly units: readonly string[];
  readonly locations: readonly { readonly id: string; readonly utcOffset: number }[];
  readonly strategies: readonly DocumentStrategy[];
  readonly programs: readonly DocumentProgram[];
  readonly cohorts: readonly DocumentCohort[];
  readonly executives: readonly DocumentExecutive[];
  readonly rules: DocumentRules;
  readonly preferences: DocumentPreferences;
}

export interface DocumentStrategy {
  readonly id: string;
  readonly weight: number;
  readonly requirements: readonly {
    readonly capability: string;
    readonly weight: number;
    readonly required: Readonly<Record<string, number>>;
  }[];
}

interface DocumentProgram {
  readonly id: string;
  readonly develops: readonly {
    readonly capability: string;
    readonly gain: number;
    readonly ceiling: number;
  }[];
}

export interface DocumentCohort {
  readonly id: string;
  readonly program: string;
  readonly mode: string;
  readonly location: string;
  readonly language: string;
  readonly weeks: readonly number[];
  readonly minSeats: number;
  readonly maxSeats: number;
  readonly leadershipLevels: readonly string[];
  readonly seatCost: number;
  readonly fixedCost: number;
  readonly mustRun: boolean;
}

export interface DocumentExecutive {
  readonly id: string;
  readonly leadershipLevel: string;
  readonly unit: string;
  readonly function: string;
  readonly location: string;
  /** Only when a preference speaks of it, and of those who have stated it. */
  readonly gender?: string;
  readonly statedFunction?: string;
  readonly statedLocation?: string;
  readonly languages: readonly string[];
  readonly levels: Readonly<Record<string, number>>;
  readonly unavailableWeeks: readonly number[];
  readonly completedPrograms: readonly string[];
  readonly mandatory: boolean;
  readonly manager?: string;
}

export interface DocumentPlacement {
  readonly executive: string;
  readonly cohort: string;
}

interface DocumentRules {
  readonly apart: readonly (readonly [string, string])[];
  readonly together: readonly (readonly [string, string])[];
  readonly locked: readonly DocumentPlacement[];
  readonly forbidden: readonly DocumentPlacement[];
  readonly maxPerUnitPerCohort: number | null;
  readonly maxUnitAbsence: number | null;
  readonly budget: number | null;
  readonly travel: { readonly perSeat: number; readonly perHour: number };
  readonly maxVirtualHours: number | null;
}

interface DocumentPreferences {
  readonly shares: readonly {
    readonly attribute: string;
    readonly value: string | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly weight: number;
  }[];
  readonly notAlone: readonly { readonly attribute: string; readonly weight: number }[];
  readonly similarStart: { readonly tolerance: number; readonly weight: number } | null;
  readonly fairSeats: { readonly low: number; readonly high: number; readonly weight: number } | null;
  readonly stability: { readonly previous: readonly DocumentPlacement[]; readonly weight: number } | null;
}
