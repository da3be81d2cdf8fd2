import {
  DEFAULT_POLICY,
  executiveReadiness,
  requirementsFor,
  strategyReadiness,
  tallyOf,
} from '@alidade/readiness';
import type { StrategyReadiness } from '@alidade/readiness';
import { describe, expect, it } from '@jest/globals';
import { postingOn } from './company/service.js';
import { dayNumber } from './days.js';
import type { Demo, DemoGoal, DemoGoalStatus, DemoStatement } from './demo.js';
import { estimateScores, levelsOn } from './goals/estimated-levels.js';
import { generateDemo, targetFor } from './index.js';

const TODAY = '2026-11-24';
const demos = [1, 2, 3, 4, 5].map((seed) => generateDemo({ executives: 240, seed, today: TODAY }));
const demo = demos[0]!;

const executivesOf = ({ people, truth }: Demo) => people.slice(0, truth.levels.executiveExternalIds.length);
const scoresOf = new Map(
  demos.map((one) => {
    const { rounds, truth, options } = one;
    return [one, estimateScores({ executives: executivesOf(one), rounds, truth, seed: options.seed })];
  }),
);

function readinessOn(
  one: Demo,
  statement: DemoStatement,
  { day, unitPath = null }: { day: string; unitPath?: string | null },
): StrategyReadiness {
  const scores = scoresOf.get(one)!;
  const version = statement.versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)!;
  const requirements = version.requirements.map((requirement) => ({
    ...requirement,
    capabilityId: requirement.capabilityCode,
    leadershipLevelId: requirement.leadershipLevel,
  }));
  const readiness = executivesOf(one).flatMap((person, executive) => {
    const posting = postingOn(person, day);
    if (!posting?.leadershipLevel || (unitPath !== null && posting.unitPath !== unitPath)) return [];
    return [
      executiveReadiness(
        requirementsFor(requirements, posting.leadershipLevel),
        levelsOn(scores, executive, day),
        DEFAULT_POLICY,
      ),
    ];
  });
  return strategyReadiness(tallyOf(readiness), statement.weight);
}

/** The rule of an alignment goal's status, apart from NO_DATA. */
function statusOf({ baselineOn, dueOn, target, estimate }: DemoGoal): DemoGoalStatus {
  const progress = (estimate.current! - estimate.baseline!) / (target - estimate.baseline!);
  const [now, begun, due] = [TODAY, baselineOn, dueOn].map(dayNumber) as [number, number, number];
  const expected = Math.min(1, (now - begun) / (due - begun));
  if (progress >= 1) return 'ACHIEVED';
  if (now > due) return 'MISSED';
  if (progress >= expected - 0.1) return 'ON_TRACK';
  return progress >= expected - 0.25 ? 'AT_RISK' : 'OFF_TRACK';
}

describe('readiness in the demo', () => {
  const baselineOn = demo.rounds[0]!.closesOn;
  const strategies = demo.statements.filter(({ kind }) => kind === 'STRATEGY');

  it('spreads at the baseline from a fifth or less to more than half of the leaders ready now', () => {
    const shares = strategies.map((strategy) => readinessOn(demo, strategy, { day: baselineOn }).readyShare!);
    expect(Math.min(...shares)).toBeGreaterThan(0.1);
    expect(Math.min(...shares)).toBeLessThan(0.25);
    expect(Math.max(...shares)).toBeGreaterThan(0.5);
    expect(Math.max(...shares)).toBeLessThan(0.65);
  });
  it('has critical gaps in every strategy, and some without enough evidence', () => {
    for (const strategy of strategies) {
      const { gaps, insufficientEvidence, meanCoverage } = readinessOn(demo, strategy, { day: baselineOn });
      expect(gaps.some(({ critical, belowRequired }) => critical && belowRequired > 20)).toBe(true);
      expect(insufficientEvidence).toBeGreaterThan(3);
      expect(meanCoverage).toBeGreaterThan(0.85);
    }
  });
  it('is not known for four of five in the department acquired last', () => {
    const goal = demo.goals.find(({ intendedStatus }) => intendedStatus === 'NO_DATA')!;
    for (const one of demos) {
      const statement = one.statements.find(({ key }) => key === goal.statementKey)!;
      const { executives, insufficientEvidence } = readinessOn(one, statement, {
        day: TODAY,
        unitPath: goal.population.unitPath,
      });
      expect(executives).toBeGreaterThanOrEqual(5);
      expect(insufficientEvidence / executives).toBeGreaterThan(0.2);
    }
  });
});

describe('the goals', () => {
  it('have every status', () => {
    const statuses = new Set(demo.goals.map(({ intendedStatus }) => intendedStatus));
    expect([...statuses].toSorted()).toEqual([
      'ACHIEVED',
      'AT_RISK',
      'MISSED',
      'NO_DATA',
      'OFF_TRACK',
      'ON_TRACK',
    ]);
  });
  it('stand today where they are meant to stand', () => {
    for (const { goals } of demos) {
      const judged = goals.filter(({ intendedStatus }) => intendedStatus !== 'NO_DATA');
      expect(judged.map((goal) => [goal.key, statusOf(goal)])).toEqual(
        judged.map(({ key, intendedStatus }) => [key, intendedStatus]),
      );
    }
  });
  it('are about known statements, capabilities and populations, and are due after their baseline', () => {
    for (const {
      statementKey,
      capabilityCode,
      metric,
      population,
      baselineOn,
      dueOn,
      target,
      baseline,
    } of demo.goals) {
      expect(demo.statements.some(({ key }) => key === statementKey)).toBe(true);
      expect(metric === 'CAPABILITY_LEVEL').toBe(capabilityCode !== null);
      expect(
        capabilityCode === null || demo.framework.items.some(({ code }) => code === capabilityCode),
      ).toBe(true);
      expect(
        population.unitPath === null || demo.units.some(({ path }) => path === population.unitPath),
      ).toBe(true);
      expect(
        population.leadershipLevel === null || demo.leadershipLevels.includes(population.leadershipLevel),
      ).toBe(true);
      expect(dueOn > baselineOn).toBe(true);
      expect(target).not.toBe(baseline);
    }
  });
});

describe('targetFor', () => {
  it('is so far beyond the baseline that today’s improvement is the share asked for', () => {
    expect(targetFor({ metric: 'STRATEGY_READINESS', baseline: 0.3, current: 0.36, progress: 0.6 })).toBe(
      0.4,
    );
    expect(targetFor({ metric: 'MEAN_READINESS', baseline: 80, current: 83, progress: 1.2 })).toBe(82.5);
  });
  it('is a usual rise where nothing improved', () => {
    expect(targetFor({ metric: 'CAPABILITY_LEVEL', baseline: 3, current: 2.9, progress: 0.5 })).toBe(3.4);
  });
  it('refuses a progress that is not above 0', () => {
    expect(() => targetFor({ metric: 'MEAN_READINESS', baseline: 80, current: 83, progress: 0 })).toThrow(
      RangeError,
    );
  });
});
