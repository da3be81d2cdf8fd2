/** A calendar day, e.g. `2026-11-24`. Periods `from … to` begin on `from` and are over on `to`. */
export type IsoDay = string;

export interface DemoOptions {
  /** How many hold an executive's posting today, 40 … 100,000; leavers and staff come on top. */
  readonly executives: number;
  /** Any whole number; another seed, another company. */
  readonly seed: number;
  readonly today: IsoDay;
}

/** The whole made-up organization, but for its ratings, which `demoRatings` makes one by one. */
export interface Demo {
  readonly options: DemoOptions;
  readonly organization: DemoOrganization;
  /** Lowest first. */
  readonly leadershipLevels: readonly string[];
  /** Parents before children. */
  readonly units: readonly DemoUnit[];
  /** Executives of today from the top of the tree down, then those who left, then people who are no executives. */
  readonly people: readonly DemoPerson[];
  readonly accounts: readonly DemoAccount[];
  readonly framework: DemoFramework;
  readonly statements: readonly DemoStatement[];
  readonly programs: readonly DemoProgram[];
  /** In the order of their first day. */
  readonly cohorts: readonly DemoCohort[];
  /** Oldest first. */
  readonly rounds: readonly DemoRound[];
  readonly goals: readonly DemoGoal[];
  /** In the order of the framework, of each capability first what is done on the job. */
  readonly developmentActions: readonly DemoDevelopmentAction[];
  /** One of an executive at most. */
  readonly plans: readonly DemoPlan[];
  /** What nobody in the organization can know: for tests of what the product makes of the ratings. */
  readonly truth: DemoTruth;
}

export interface DemoOrganization {
  readonly name: string;
  readonly slug: string;
  /** IANA zone. */
  readonly timeZone: string;
}

export interface DemoUnit {
  /** As in the people file: names from the top, separated by ` / `. */
  readonly path: string;
  readonly name: string;
  readonly parentPath: string | null;
}

export interface DemoPerson {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly function: string;
  readonly location: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** Null: not given. */
  readonly gender: 'F' | 'M' | 'X' | null;
  readonly joinedOn: IsoDay;
  /** The day from which the person is no longer there; the last posting ends on it. */
  readonly leftOn: IsoDay | null;
  readonly unavailable: readonly DemoPeriod[];
  /** Oldest first, at least one, the first from `joinedOn`; each holds until the next begins or the person leaves. */
  readonly postings: readonly DemoPosting[];
}

export interface DemoPeriod {
  readonly from: IsoDay;
  /** The last day, inclusive as in the people file. */
  readonly to: IsoDay;
}

export interface DemoPosting {
  readonly from: IsoDay;
  readonly unitPath: string;
  /** Null: the person is no executive. */
  readonly leadershipLevel: string | null;
  readonly managerExternalId: string | null;
}

export interface DemoAccount {
  readonly key: 'designer' | 'viewer' | 'manager' | 'participant' | 'facilitator';
  /** One sentence for the person who tries it out. */
  readonly description: string;
  readonly personExternalId: string;
  /** Granted roles; what follows from the directory (being a manager) is not granted. */
  readonly roles: readonly DemoRole[];
  readonly permissions: readonly ('READINESS_VIEW_NAMED' | 'IMPORT_RATINGS')[];
}
export type DemoRole = 'ADMINISTRATOR' | 'DESIGNER' | 'EXECUTIVE_VIEWER' | 'PARTICIPANT' | 'FACILITATOR';

export interface DemoFramework {
  readonly title: string;
  readonly version: string;
  /** Lowest first. */
  readonly levelNames: readonly string[];
  /** Groups first; a group has no parent and no anchors, a capability has a group and one anchor per level. */
  readonly items: readonly DemoFrameworkItem[];
}

export interface DemoFrameworkItem {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly parentCode: string | null;
  /** Lowest level first; empty for a group. */
  readonly anchors: readonly string[];
}

export interface DemoStatement {
  readonly key: string;
  readonly kind: 'STRATEGY' | 'VALUE' | 'VISION';
  /** Unique. */
  readonly title: string;
  readonly narrative: string;
  /** > 0 */
  readonly weight: number;
  readonly ownerExternalId: string;
  /** Approved versions, oldest first, at least one; each holds from its day until the next. */
  readonly versions: readonly DemoStatementVersion[];
}

export interface DemoStatementVersion {
  readonly effectiveFrom: IsoDay;
  readonly requirements: readonly DemoRequirement[];
}

export interface DemoRequirement {
  readonly capabilityCode: string;
  /** Null: all levels. */
  readonly leadershipLevel: string | null;
  /** 1..5 */
  readonly requiredLevel: number;
  /** > 0 */
  readonly weight: number;
  readonly critical: boolean;
}

export interface DemoProgram {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  readonly develops: readonly {
    readonly capabilityCode: string;
    /** In levels. */
    readonly expectedGain: number;
    readonly ceiling: number;
  }[];
}

export interface DemoCohort {
  readonly key: string;
  readonly programKey: string;
  readonly name: string;
  readonly status: 'PLANNED' | 'OPEN' | 'RUNNING' | 'COMPLETED';
  readonly mode: 'ON_SITE' | 'VIRTUAL';
  readonly location: string | null;
  readonly language: string;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  /** Mondays. */
  readonly weeks: readonly IsoDay[];
  /** Empty: all. */
  readonly leadershipLevels: readonly string[];
  readonly minSeats: number;
  readonly maxSeats: number;
  readonly seatCost: number;
  readonly fixedCost: number;
  readonly enrollments: readonly DemoEnrollment[];
}

export interface DemoEnrollment {
  readonly personExternalId: string;
  /** CONFIRMED in a completed cohort: had a seat and did not take part to the end. */
  readonly status: 'PENDING' | 'CONFIRMED' | 'WAITLISTED' | 'DECLINED' | 'WITHDRAWN' | 'COMPLETED';
  readonly enrolledOn: IsoDay;
}

export interface DemoRound {
  readonly key: string;
  readonly name: string;
  readonly occasion: 'BASELINE' | 'MIDPOINT' | 'FOLLOW_UP';
  readonly purpose: 'READINESS';
  readonly opensOn: IsoDay;
  readonly closesOn: IsoDay;
  /** In the order of the framework. */
  readonly capabilityCodes: readonly string[];
  /** In the order of `people`. */
  readonly subjectExternalIds: readonly string[];
}

export type DemoRaterGroup = 'SELF' | 'MANAGER' | 'PEER' | 'DIRECT_REPORT' | 'OTHER';

/** One line of a ratings file. */
export interface DemoRating {
  readonly subjectExternalId: string;
  /** Tells the raters of one subject apart. */
  readonly rater: string;
  readonly raterGroup: DemoRaterGroup;
  readonly capabilityCode: string;
  readonly level: 1 | 2 | 3 | 4 | 5 | 'NOT_OBSERVED';
  readonly comment: string | null;
}

export type DemoGoalStatus = 'ACHIEVED' | 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK' | 'MISSED' | 'NO_DATA';

export interface DemoGoal {
  readonly key: string;
  readonly title: string;
  readonly metric: 'STRATEGY_READINESS' | 'MEAN_READINESS' | 'CAPABILITY_LEVEL';
  readonly statementKey: string | null;
  readonly capabilityCode: string | null;
  /** Null: the figure on `baselineOn`. */
  readonly baseline: number | null;
  readonly baselineOn: IsoDay;
  readonly target: number;
  readonly dueOn: IsoDay;
  /** At most one of the two; neither: the whole organization. */
  readonly population: { readonly unitPath: string | null; readonly leadershipLevel: string | null };
  /** What the goal should be found to be today. */
  readonly intendedStatus: DemoGoalStatus;
  /** For tuning: progress that was aimed at today, and this library's own figures; null where there is no data. */
  readonly aimedProgress: number | null;
  readonly estimate: { readonly baseline: number | null; readonly current: number | null };
}

export interface DemoPlan {
  readonly personExternalId: string;
  readonly status: 'DRAFT' | 'WAITING_FOR_REVIEW' | 'ACTIVE' | 'COMPLETED';
  readonly startedOn: IsoDay;
  readonly statusSince: IsoDay;
  /** How many of its actions are done, the first ones. */
  readonly actionsDone: number;
  /** What the first goal looks like when it is reached. */
  readonly success: string;
  /** Recorded for each action that is done. */
  readonly evidence: string;
  /** Null: it was never returned. */
  readonly returnedWith: string | null;
}

export interface DemoDevelopmentAction {
  readonly capabilityCode: string;
  readonly kind: 'EXPERIENCE' | 'EXPOSURE' | 'EDUCATION';
  readonly title: string;
}

export interface DemoTruth {
  readonly levels: DemoTrueLevels;
  /** What the programs truly did to those who completed them, by program and by cohort. */
  readonly effects: readonly DemoTrueEffect[];
}

export interface DemoTrueLevels {
  readonly executiveExternalIds: readonly string[];
  readonly capabilityCodes: readonly string[];
  /** Per round the levels on its closing day: executive i, capability j at [i × capabilities + j], within 1..5. */
  readonly rounds: readonly { readonly roundKey: string; readonly levels: Float64Array }[];
}

export interface DemoTrueEffect {
  readonly programKey: string;
  /** Null: all completed cohorts of the program. */
  readonly cohortKey: string | null;
  readonly capabilityCode: string;
  /** People who completed. */
  readonly participants: number;
  /** In levels, by the program alone, without what would have happened anyway. */
  readonly meanTrueGain: number;
}
