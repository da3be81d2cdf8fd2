import { describe, expect, it } from '@jest/globals';
import type { Demo, DemoTrueEffect } from './demo.js';
import { generateDemo } from './generate-demo.js';
import { estimateScores } from './goals/estimated-levels.js';

const demos = [1, 2, 3].map((seed) => generateDemo({ executives: 240, seed, today: '2026-11-24' }));
const demo = demos[0]!;

/** Change from the first to the last round by somebody's index among the executives; NaN: not known. */
type ChangeOf = (executive: number) => number;

interface Difference {
  readonly difference: number;
  readonly standardError: number;
}

const overall = ({ truth }: Demo): readonly DemoTrueEffect[] =>
  truth.effects.filter(({ cohortKey }) => cohortKey === null);

const completedIn = (cohorts: Demo['cohorts']): ReadonlySet<string> =>
  new Set(
    cohorts.flatMap(({ enrollments }) =>
      enrollments
        .filter(({ status }) => status === 'COMPLETED')
        .map(({ personExternalId }) => personExternalId),
    ),
  );

/** Mean change of those who completed the program less mean change of those in no completed cohort. */
function naiveEffect({ cohorts, truth }: Demo, programKey: string, changeOf: ChangeOf): Difference {
  const inProgram = completedIn(cohorts.filter((cohort) => cohort.programKey === programKey));
  const inAny = completedIn(cohorts);
  const ids = truth.levels.executiveExternalIds;
  const changes = ids
    .map((id, executive) => ({ id, change: changeOf(executive) }))
    .filter(({ change }) => !Number.isNaN(change));
  const [treated, others] = [
    changes.filter(({ id }) => inProgram.has(id)),
    changes.filter(({ id }) => !inAny.has(id)),
  ].map((group) => momentsOf(group.map(({ change }) => change)));
  return {
    difference: treated!.mean - others!.mean,
    standardError: Math.sqrt(treated!.variance / treated!.n + others!.variance / others!.n),
  };
}

function momentsOf(values: readonly number[]): { n: number; mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { n: values.length, mean, variance };
}

/** Of the program that does nothing, or of the others. */
const gainsOf = (isNil: boolean): readonly number[] =>
  demos
    .flatMap(overall)
    .filter(({ programKey }) => (programKey === 'inspiring-leaders') === isNil)
    .map(({ meanTrueGain }) => meanTrueGain);

describe('the true levels', () => {
  it('are known for every executive, capability and round, within the scale', () => {
    const { executiveExternalIds, capabilityCodes, rounds } = demo.truth.levels;
    expect(executiveExternalIds).toEqual(
      demo.people.slice(0, executiveExternalIds.length).map(({ externalId }) => externalId),
    );
    expect(rounds.map(({ roundKey }) => roundKey)).toEqual(demo.rounds.map(({ key }) => key));
    for (const { levels } of rounds) {
      expect(levels).toHaveLength(executiveExternalIds.length * capabilityCodes.length);
      expect(levels.every((level) => level >= 1 && level <= 5)).toBe(true);
    }
  });
  it('drift little without a program', () => {
    const [first, last] = [demo.truth.levels.rounds[0]!.levels, demo.truth.levels.rounds.at(-1)!.levels];
    const enrolled = new Set(
      demo.cohorts.flatMap(({ enrollments }) => enrollments.map(({ personExternalId }) => personExternalId)),
    );
    const { executiveExternalIds, capabilityCodes } = demo.truth.levels;
    const drift = [...first]
      .map((level, cell) => ({
        id: executiveExternalIds[Math.floor(cell / capabilityCodes.length)]!,
        change: last[cell]! - level,
      }))
      .filter(({ id }) => !enrolled.has(id))
      .map(({ change }) => change);
    const { mean, variance } = momentsOf(drift);
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(0.1);
    expect(Math.sqrt(variance)).toBeLessThan(0.2);
  });
});

describe('the true effects', () => {
  it('are given for every program and capability, and for every completed cohort', () => {
    const developed = demo.programs.flatMap(({ key, develops }) =>
      develops.map(({ capabilityCode }) => `${key} ${capabilityCode}`),
    );
    expect(
      overall(demo)
        .map(({ programKey, capabilityCode }) => `${programKey} ${capabilityCode}`)
        .toSorted(),
    ).toEqual(developed.toSorted());
    for (const { key, status, enrollments, programKey } of demo.cohorts) {
      const effects = demo.truth.effects.filter(({ cohortKey }) => cohortKey === key);
      const completed = enrollments.filter((enrollment) => enrollment.status === 'COMPLETED').length;
      expect(effects).toHaveLength(
        status === 'COMPLETED'
          ? demo.programs.find((program) => program.key === programKey)!.develops.length
          : 0,
      );
      for (const { participants } of effects) expect(participants).toBe(completed);
    }
  });
  it('are large for three programs and nearly nil for one that promises as much', () => {
    expect(Math.max(...gainsOf(true))).toBeLessThan(0.05);
    expect(Math.min(...gainsOf(false))).toBeGreaterThan(0.25);
  });
  it('are recovered by the naive difference of mean true levels', () => {
    for (const one of demos) {
      const { capabilityCodes, rounds } = one.truth.levels;
      for (const { programKey, capabilityCode, meanTrueGain } of overall(one)) {
        const column = capabilityCodes.indexOf(capabilityCode);
        const levelIn = (round: number, executive: number): number =>
          rounds.at(round)!.levels[executive * capabilityCodes.length + column]!;
        const found = naiveEffect(
          one,
          programKey,
          (executive) => levelIn(-1, executive) - levelIn(0, executive),
        );
        expect(Math.abs(found.difference - meanTrueGain)).toBeLessThan(0.1);
      }
    }
  });
  it('show in the released scores, within what their noise allows', () => {
    let outside = 0;
    let count = 0;
    for (const one of demos) {
      const executives = one.people.slice(0, one.truth.levels.executiveExternalIds.length);
      const scores = estimateScores({
        executives,
        rounds: one.rounds,
        truth: one.truth,
        seed: one.options.seed,
      });
      for (const { programKey, capabilityCode, meanTrueGain } of overall(one)) {
        const column = one.truth.levels.capabilityCodes.indexOf(capabilityCode);
        const scoreIn = (round: number, executive: number): number =>
          scores.rounds.at(round)!.several[executive * scores.capabilityCodes.length + column]!;
        const found = naiveEffect(
          one,
          programKey,
          (executive) => scoreIn(-1, executive) - scoreIn(0, executive),
        );
        count += 1;
        if (Math.abs(found.difference - meanTrueGain) > 1.96 * found.standardError) outside += 1;
        expect(Math.abs(found.difference - meanTrueGain)).toBeLessThan(3.5 * found.standardError);
      }
    }
    // Of 33 intervals of 95 % with an unbiased estimate, more than 5 miss about one time in a hundred.
    expect(count).toBe(33);
    expect(outside).toBeLessThanOrEqual(5);
  });
});
