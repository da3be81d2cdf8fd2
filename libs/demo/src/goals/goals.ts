import { BUSINESS_UNITS, NEWLY_ACQUIRED_DEPARTMENT } from '../company/company.js';
import { unitPath } from '../company/units.js';
import { isoDay, offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import type { DemoGoal, DemoUnit, IsoDay } from '../demo.js';
import { figuresOn } from './estimated-readiness.js';
import type { EstimateInput, FigureOf } from './estimated-readiness.js';
import { DEFAULT_RISE, GOAL_TEXTS, TARGET_STEPS } from './goal-text.js';
import type { GoalText } from './goal-text.js';

interface GoalsInput {
  readonly estimates: EstimateInput;
  readonly units: readonly DemoUnit[];
  /** The day the first round closed. */
  readonly baselineOn: IsoDay;
  readonly today: DayNumber;
}

/** The alignment goals, with targets that put each at its intended status today. O(executives × capabilities). */
export function goalsFor({ estimates, units, baselineOn, today }: GoalsInput): readonly DemoGoal[] {
  const days = {
    baselineOn,
    today,
    before: figuresOn(estimates, baselineOn),
    now: figuresOn(estimates, isoDay(today)),
  };
  return GOAL_TEXTS.map((text) => goalFor(text, populationOf(text.population, units), days));
}

interface Days {
  readonly baselineOn: IsoDay;
  readonly today: DayNumber;
  readonly before: FigureOf;
  readonly now: FigureOf;
}

function goalFor(
  text: GoalText,
  population: DemoGoal['population'],
  { baselineOn, today, before, now }: Days,
): DemoGoal {
  const { key, title, metric, statementKey, capabilityCode, status, progress } = text;
  const measured = { metric, statementKey, capabilityCode, population };
  const noData = status === 'NO_DATA';
  const estimate = noData
    ? { baseline: null, current: null }
    : { baseline: before(measured), current: now(measured) };
  return {
    key,
    title,
    metric,
    statementKey,
    capabilityCode,
    // Where nothing was measured, somebody wrote down where they thought they stood.
    baseline: noData ? 0.1 : null,
    baselineOn,
    target: noData ? 0.5 : targetFor({ metric, ...estimate, progress }),
    dueOn: isoDay(offsetMonths(today, text.dueMonths)),
    population,
    intendedStatus: status,
    aimedProgress: noData ? null : progress,
    estimate,
  };
}

/**
 * The target that makes a goal stand at a given progress today; for tuning a demo goal to figures found by other means.
 *
 * target = baseline + (current − baseline) / progress, in steps of 0.001 of a share, 0.1 of a point, 0.01 of a level;
 * where nothing improved there is no such target, and it is the baseline and a usual rise (0.2, 8 points, 0.4 levels).
 *
 * @param metric   decides the step and the usual rise
 * @param baseline the figure on the baseline day; null, when unknown, reads as the lowest there is
 * @param current  today's figure; null, when unknown, reads as no improvement
 * @param progress > 0, share of the way
 * @returns        a target on the metric's scale, more than the baseline
 * @throws RangeError when progress is not above 0
 *
 * O(1).
 */
export function targetFor(goal: {
  readonly metric: DemoGoal['metric'];
  readonly baseline: number | null;
  readonly current: number | null;
  readonly progress: number;
}): number {
  if (!(goal.progress > 0)) throw new RangeError(`Progress must be above 0, got ${goal.progress}`);
  const steps = TARGET_STEPS[goal.metric];
  const lowest = goal.metric === 'CAPABILITY_LEVEL' ? 1 : 0;
  const baseline = goal.baseline ?? lowest;
  const improvement = (goal.current ?? baseline) - baseline;
  const rise = improvement * steps > 1 ? improvement / goal.progress : DEFAULT_RISE[goal.metric];
  return Math.round((baseline + rise) * steps) / steps;
}

function populationOf(
  population: GoalText['population'],
  units: readonly DemoUnit[],
): DemoGoal['population'] {
  if (population === 'organization') return { unitPath: null, leadershipLevel: null };
  if (population === 'newly-acquired') return { unitPath: newlyAcquired(units), leadershipLevel: null };
  return { unitPath: null, leadershipLevel: population.leadershipLevel };
}

/** The department, or its first site in an organization that is too large for one unit. */
function newlyAcquired(units: readonly DemoUnit[]): string {
  const home = BUSINESS_UNITS.find(({ departments }) =>
    departments.some(({ name }) => name === NEWLY_ACQUIRED_DEPARTMENT),
  );
  const start = unitPath(home?.name ?? '', NEWLY_ACQUIRED_DEPARTMENT);
  const unit = units.find(({ path }) => path === start || path.startsWith(`${start}, `));
  if (!unit) throw new RangeError(`There is no unit ${start}`);
  return unit.path;
}
