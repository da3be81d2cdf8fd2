import { LEADERSHIP_LEVELS } from '../company/company.js';
import { dayNumber } from '../days.js';
import type { DemoCohort, DemoPerson, DemoRound, DemoTrueLevels } from '../demo.js';
import { CAPABILITY_CODES, CAPABILITY_GROUPS } from '../framework/framework.js';
import { Purpose, streamOf } from '../random.js';
import type { TrueGain } from './true-gains.js';

/** Where an executive of a leadership level stands on average, lowest level first. */
const MEAN_BY_RANK = [2.8, 3.05, 3.35, 3.65];

/** Standard deviations between executives: in general, within a group of capabilities, in a single one. */
const SPREAD = { general: 0.32, group: 0.18, single: 0.34 };

/** What happens to everybody without a program, in levels a year: a little for the better, unevenly. */
const DRIFT = { mean: 0.06, spread: 0.1 };

/** What this company is better (+) and worse (−) at than at others, in levels. */
const STRENGTH: Readonly<Record<string, number>> = {
  STRATEGY: 0.05,
  PORTFOLIO: -0.1,
  PURPOSE: 0.05,
  'MARKET-SENSE': 0.05,
  CHANGE: -0.1,
  EXPERIMENT: -0.1,
  DECIDE: 0.1,
  COLLABORATE: 0.05,
  OPERATIONS: 0.25,
  FINANCE: 0.2,
  RISK: 0.25,
  PROJECTS: 0.25,
  CUSTOMER: 0.1,
  COMMERCIAL: -0.1,
  SOLUTIONS: -0.3,
  PARTNERS: 0,
  COACHING: 0.1,
  TALENT: 0,
  INCLUSION: 0.05,
  EMPOWER: 0.15,
  DIGITAL: -0.35,
  DATA: -0.05,
  SUSTAIN: 0,
  SAFETY: 0.35,
};
const LOWEST = 1.2;
const HIGHEST = 4.85;
const YEAR = 365;

const GROUP_OF_CAPABILITY = CAPABILITY_GROUPS.flatMap((group, index) => group.capabilities.map(() => index));
const OFFSETS = CAPABILITY_CODES.map((code) => STRENGTH[code] ?? 0);

/** A table of levels: executive i, capability j at [i × capabilities + j]. */
export type LevelTable = Float64Array;

/** Where everybody stands on the first round's closing day, or stood or would have stood. */
export function initialLevels(executives: readonly DemoPerson[], seed: number): LevelTable {
  const levels = new Float64Array(executives.length * CAPABILITY_CODES.length);
  executives.forEach((person, index) => {
    const random = streamOf(seed, Purpose.Levels, index);
    const rank = LEADERSHIP_LEVELS.findIndex((name) => name === person.postings[0]?.leadershipLevel);
    const mean = (MEAN_BY_RANK[rank] ?? 0) + SPREAD.general * random.normal();
    const groups = CAPABILITY_GROUPS.map(() => SPREAD.group * random.normal());
    OFFSETS.forEach((offset, capability) => {
      const group = groups[GROUP_OF_CAPABILITY[capability] ?? 0] ?? 0;
      levels[index * OFFSETS.length + capability] = clamp(
        mean + offset + group + SPREAD.single * random.normal(),
      );
    });
  });
  return levels;
}

export interface LevelsInput {
  readonly executives: readonly DemoPerson[];
  readonly initial: LevelTable;
  readonly gains: readonly TrueGain[];
  readonly cohorts: readonly DemoCohort[];
  readonly rounds: readonly DemoRound[];
  readonly seed: number;
}

/** The true levels on each round's closing day: the initial ones, drift since then, and what completed cohorts added. */
export function levelsByRound({
  executives,
  initial,
  gains,
  cohorts,
  rounds,
  seed,
}: LevelsInput): DemoTrueLevels {
  const start = dayNumber(rounds[0]?.closesOn ?? '1970-01-01');
  const drift = driftOf(executives.length, seed);
  const endsOn = new Map(cohorts.map((cohort) => [cohort.key, cohort.endsOn]));
  return {
    executiveExternalIds: executives.map(({ externalId }) => externalId),
    capabilityCodes: CAPABILITY_CODES,
    rounds: rounds.map(({ key, closesOn }) => {
      const years = (dayNumber(closesOn) - start) / YEAR;
      const levels = initial.map((level, cell) => clamp(level + years * (drift[cell] ?? 0)));
      for (const { cohortKey, cell, gain } of gains)
        if ((endsOn.get(cohortKey) ?? closesOn) <= closesOn) levels[cell] = clamp((levels[cell] ?? 0) + gain);
      return { roundKey: key, levels };
    }),
  };
}

function driftOf(executives: number, seed: number): Float64Array {
  const drift = new Float64Array(executives * CAPABILITY_CODES.length);
  for (let executive = 0; executive < executives; executive++) {
    const random = streamOf(seed, Purpose.Drift, executive);
    for (let capability = 0; capability < CAPABILITY_CODES.length; capability++)
      drift[executive * CAPABILITY_CODES.length + capability] = DRIFT.mean + DRIFT.spread * random.normal();
  }
  return drift;
}

const clamp = (level: number): number => Math.min(HIGHEST, Math.max(LOWEST, level));
