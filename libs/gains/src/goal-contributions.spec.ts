import { describe, expect, it } from '@jest/globals';
import {
  Absence,
  ContributionSource,
  InvalidGoalError,
  goalContributions,
  readinessParts,
  readyNowParts,
} from './index.js';
import type { FigureParts, GoalContributions, PersonBetween } from './index.js';

const total = (result: GoalContributions): number =>
  result.contributions.reduce((sum, { amount }) => sum + amount, 0);
const bySource = (result: GoalContributions): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { source, amount } of result.contributions) sums[source] = (sums[source] ?? 0) + amount;
  return sums;
};

const parts = (...attained: readonly (readonly [string, number, number | null])[]): FigureParts =>
  readinessParts(
    attained.map(([capabilityId, weight, attainment]) => ({ capabilityId, weight, attainment })),
  );
const somebody = (
  before: PersonBetween['before'],
  after: PersonBetween['after'],
  more: Partial<PersonBetween> = {},
): PersonBetween => ({ before, after, between: null, completedCohortIds: [], ...more });
const at = (attainment: number): FigureParts => parts(['strategy', 1, attainment]);

describe('goalContributions', () => {
  it('gives a stayer’s level change to the cohort they completed, per capability', () => {
    // 100·(.5·2/3 + 0·1/3) = 33.3 before; strategy .5 → .8, finance 0 → .3: + 20 and + 10
    const before = parts(['strategy', 2, 0.5], ['finance', 1, 0]);
    const after = parts(['strategy', 2, 0.8], ['finance', 1, 0.3]);
    const result = goalContributions([somebody(before, after, { completedCohortIds: ['c1'] })], null)!;
    expect(result.before).toBeCloseTo(100 / 3, 9);
    expect(result.after).toBeCloseTo(190 / 3, 9);
    expect(result.contributions).toEqual([
      { source: 'COHORT', cohortId: 'c1', capabilityId: 'finance', amount: expect.closeTo(10, 9) },
      { source: 'COHORT', cohortId: 'c1', capabilityId: 'strategy', amount: expect.closeTo(20, 9) },
    ]);
  });
  it('shares the level change among the cohorts completed, and gives it to others where there was none', () => {
    const [low, high] = [parts(['strategy', 1, 0.4]), parts(['strategy', 1, 0.7])];
    const people = [
      somebody(low, high, { completedCohortIds: ['c1', 'c2', 'c3'] }),
      somebody(low, high),
      somebody(high, low, { completedCohortIds: ['c2'] }),
    ];
    const amounts = goalContributions(people, null)!.contributions.map(({ source, cohortId, amount }) => [
      source,
      cohortId,
      Math.round(amount * 1e9) / 1e9,
    ]);
    // 30 points over three people: 10 each; c2 has a third of the first and loses all of the third
    expect(amounts).toEqual([
      ['COHORT', 'c1', 3.333333333],
      ['COHORT', 'c2', -6.666666667],
      ['COHORT', 'c3', 3.333333333],
      ['OTHERS', null, 10],
    ]);
  });
  it('splits a stayer’s change in the fixed order: requirements, evidence, levels', () => {
    // strategy .5; then finance is required too, at .25 → 37.5; its evidence turns stale → 50; strategy rises → 80
    const person = somebody(parts(['strategy', 1, 0.5]), parts(['strategy', 1, 0.8], ['finance', 1, null]), {
      between: {
        withNewRequirements: parts(['strategy', 1, 0.5], ['finance', 1, 0.25]),
        withNewEvidence: parts(['strategy', 1, 0.5], ['finance', 1, null]),
      },
    });
    const result = goalContributions([person], null)!;
    expect(bySource(result)).toEqual({
      REQUIREMENTS: expect.closeTo(-12.5, 9),
      EVIDENCE: expect.closeTo(12.5, 9),
      OTHERS: expect.closeTo(30, 9),
    });
    // A requirement that came counts by how far it is off what was there, so strategy itself moved nothing by it.
    expect(result.contributions.filter(({ source }) => source === ContributionSource.Requirements)).toEqual([
      { source: 'REQUIREMENTS', cohortId: null, capabilityId: 'finance', amount: expect.closeTo(-12.5, 9) },
    ]);
  });
  it('tells joiners and leavers apart by cause', () => {
    const people = [
      somebody(at(0.5), at(0.5)),
      somebody(at(0.5), at(0.5)),
      somebody(Absence.NotInOrganization, at(0.9)),
      somebody(Absence.InOtherPopulation, at(0.7)),
      somebody(Absence.NothingRequired, at(0.1)),
      somebody(at(0.3), Absence.NotInOrganization),
      somebody(at(0.7), Absence.NotEnoughEvidence),
      somebody(Absence.NotInOrganization, Absence.NotEnoughEvidence),
    ];
    // M0 = (50 + 50 + 30 + 70)/4 = 50, five people later: 40/5, 20/5, −40/5, 20/5, −20/5
    const result = goalContributions(people, null)!;
    expect([result.before, result.after]).toEqual([50, expect.closeTo(54, 9)]);
    expect(bySource(result)).toEqual({
      JOINED: expect.closeTo(8, 9),
      MOVED: expect.closeTo(4, 9),
      REQUIREMENTS: expect.closeTo(-8, 9),
      LEFT: expect.closeTo(4, 9),
      EVIDENCE: expect.closeTo(-4, 9),
    });
  });
  it('explains the ready share by who became ready', () => {
    const people = [
      somebody(readyNowParts(false), readyNowParts(true), { completedCohortIds: ['c1'] }),
      somebody(readyNowParts(true), readyNowParts(false), {
        between: { withNewRequirements: readyNowParts(false), withNewEvidence: readyNowParts(null) },
      }),
      somebody(readyNowParts(false), readyNowParts(false)),
      somebody(Absence.NotInOrganization, readyNowParts(true)),
    ];
    const result = goalContributions(people, null)!;
    expect([result.before, result.after]).toEqual([expect.closeTo(1 / 3, 12), 0.5]);
    expect(result.contributions).toEqual([
      { source: 'COHORT', cohortId: 'c1', capabilityId: null, amount: 0.25 },
      { source: 'REQUIREMENTS', cohortId: null, capabilityId: null, amount: -0.25 },
      { source: 'JOINED', cohortId: null, capabilityId: null, amount: expect.closeTo(1 / 6, 12) },
    ]);
  });
  it('makes the difference of a typed baseline a part of its own', () => {
    const people = [somebody(parts(['strategy', 1, 0.5]), parts(['strategy', 1, 0.8]))];
    const result = goalContributions(people, 45)!;
    expect(bySource(result)).toEqual({ OTHERS: expect.closeTo(30, 9), TYPED_BASELINE: expect.closeTo(5, 9) });
    expect(total(result)).toBeCloseTo(80 - 45, 9);
  });
  it('lets the next state take the change of one without any value', () => {
    // All requirements are new ones that nobody was assessed in: the first known figure is with the new evidence.
    const person = somebody(parts(['strategy', 1, 0.5]), parts(['finance', 1, 0.8]), {
      between: {
        withNewRequirements: parts(['finance', 1, null]),
        withNewEvidence: parts(['finance', 1, 0.8]),
      },
    });
    expect(bySource(goalContributions([person], null)!)).toEqual({ EVIDENCE: expect.closeTo(30, 9) });
  });
  it('is unknown when nobody counts on one of the days', () => {
    const half = parts(['strategy', 1, 0.5]);
    expect(goalContributions([], null)).toBeNull();
    expect(goalContributions([somebody(Absence.NotInOrganization, half)], null)).toBeNull();
    expect(goalContributions([somebody(half, Absence.NotEnoughEvidence)], 40)).toBeNull();
  });
  it('refuses a faulty part, somebody who counts without a value, and a cohort twice', () => {
    const half = parts(['strategy', 1, 0.5]);
    const faults: readonly PersonBetween[] = [
      somebody(parts(['strategy', 0, 0.5]), half),
      somebody(half, [{ capabilityId: 'strategy', weight: 1, value: NaN }]),
      somebody(half, parts(['strategy', 1, null])),
      somebody(half, []),
      somebody(half, half, { completedCohortIds: ['c1', 'c1'] }),
    ];
    for (const person of faults) expect(() => goalContributions([person], null)).toThrow(InvalidGoalError);
    expect(() => goalContributions([somebody(half, half)], NaN)).toThrow(InvalidGoalError);
    expect(() => parts(['strategy', 1, 1.2])).toThrow(InvalidGoalError);
  });
});
