import type { DemoGoal, DemoGoalStatus } from '../demo.js';

export interface GoalText {
  readonly key: string;
  readonly title: string;
  readonly metric: DemoGoal['metric'];
  readonly statementKey: string | null;
  readonly capabilityCode: string | null;
  /** Months from today at which the goal is due. */
  readonly dueMonths: number;
  /** Whom it is about; `newly-acquired` is the department nearly without evidence. */
  readonly population: 'organization' | 'newly-acquired' | { readonly leadershipLevel: string };
  readonly status: DemoGoalStatus;
  /**
   * Share of the way to the target that shall be found today. All goals begin at the baseline fourteen months ago, so
   * by today 14 / (14 + dueMonths) is expected; on track is up to 0.10 below that, at risk up to 0.25. Each sits in
   * the middle of its range, so that rounding the target does not change the status. Small populations and shares,
   * which may happen not to improve, are only given to goals that are then off track or missed anyway.
   */
  readonly progress: number;
}

export const GOAL_TEXTS: readonly GoalText[] = [
  {
    key: 'service-mean',
    title: 'Leaders are prepared for the service business',
    metric: 'MEAN_READINESS',
    statementKey: 'service-half',
    capabilityCode: null,
    dueMonths: 10,
    population: 'organization',
    status: 'ON_TRACK',
    progress: 0.62,
  },
  {
    key: 'service-solutions',
    title: 'We know how to build service business',
    metric: 'CAPABILITY_LEVEL',
    statementKey: 'service-half',
    capabilityCode: 'SOLUTIONS',
    dueMonths: 2,
    population: 'organization',
    status: 'ACHIEVED',
    progress: 1.2,
  },
  {
    key: 'connected-mean',
    title: 'Readiness for connected machines rises',
    metric: 'MEAN_READINESS',
    statementKey: 'connected-machines',
    capabilityCode: null,
    dueMonths: 4,
    population: 'organization',
    status: 'AT_RISK',
    progress: 0.6,
  },
  {
    key: 'footprint-ready',
    title: 'More leaders are ready to halve the footprint',
    metric: 'STRATEGY_READINESS',
    statementKey: 'half-footprint',
    capabilityCode: null,
    dueMonths: -1,
    population: 'organization',
    status: 'MISSED',
    progress: 0.6,
  },
  {
    key: 'change-level',
    title: 'Transformation is led well before the new organization starts',
    metric: 'CAPABILITY_LEVEL',
    statementKey: 'half-footprint',
    capabilityCode: 'CHANGE',
    dueMonths: 6,
    population: 'organization',
    status: 'ON_TRACK',
    progress: 0.74,
  },
  {
    key: 'vision-directors',
    title: 'Directors carry the vision',
    metric: 'MEAN_READINESS',
    statementKey: 'vision',
    capabilityCode: null,
    dueMonths: 2,
    population: { leadershipLevel: 'Director' },
    status: 'OFF_TRACK',
    progress: 0.4,
  },
  {
    key: 'plant-software',
    title: 'Plant Software is ready for connected machines',
    metric: 'STRATEGY_READINESS',
    statementKey: 'connected-machines',
    capabilityCode: null,
    dueMonths: 7,
    population: 'newly-acquired',
    status: 'NO_DATA',
    progress: 0,
  },
];

/** What goals are given where the figures show no improvement to measure against: a rise of so much by the due day. */
export const DEFAULT_RISE: Readonly<Record<DemoGoal['metric'], number>> = {
  STRATEGY_READINESS: 0.2,
  MEAN_READINESS: 8,
  CAPABILITY_LEVEL: 0.4,
};

/** How fine a target is set: a thousandth of a share, a tenth of a point, a hundredth of a level. */
export const TARGET_STEPS: Readonly<Record<DemoGoal['metric'], number>> = {
  STRATEGY_READINESS: 1000,
  MEAN_READINESS: 10,
  CAPABILITY_LEVEL: 100,
};
