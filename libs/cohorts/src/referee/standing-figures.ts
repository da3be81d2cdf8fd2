import type { ProblemIndex } from '../document/problem-index.js';
import { isEligible, meanLevel, needOf } from './seat.js';
import { wholeAbove, wholeBelow } from './tolerance.js';

/** Figures of a problem that no plan changes. */
export interface StandingFigures {
  /** Reference of similar start by program; absent for programs with one cohort or without anybody to refer to. */
  readonly reference: ReadonlyMap<string, number>;
  /** Seats that a unit should have at least and at most; absent where no need is known. */
  readonly fairSeats: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  /** Executives of a unit that may be away in one week. */
  readonly absenceLimit: ReadonlyMap<string, number>;
}

/** @param eligible whether somebody may sit in a cohort; `isEligible` unless the caller knows it already */
export function standingFigures(
  index: ProblemIndex,
  eligible: (executive: number, cohort: number) => boolean = eligibility(index),
): StandingFigures {
  return {
    reference: references(index, eligible),
    fairSeats: fairSeats(index, eligible),
    absenceLimit: absenceLimits(index),
  };
}

function eligibility(index: ProblemIndex): (executive: number, cohort: number) => boolean {
  const { executives, cohorts } = index.problem;
  return (i, c) => {
    const executive = executives[i];
    const cohort = cohorts[c];
    return executive !== undefined && cohort !== undefined && isEligible(index, executive, cohort);
  };
}

function references(
  { problem }: ProblemIndex,
  eligible: (executive: number, cohort: number) => boolean,
): ReadonlyMap<string, number> {
  const reference = new Map<string, number>();
  for (const { id } of problem.programs) {
    const cohorts = problem.cohorts.flatMap(({ program }, c) => (program === id ? [c] : []));
    if (cohorts.length < 2) continue;
    const means = problem.executives.flatMap((executive, i) => {
      const mean = meanLevel(executive);
      return mean !== null && cohorts.some((c) => eligible(i, c)) ? [mean] : [];
    });
    if (means.length > 0) reference.set(id, means.reduce((sum, mean) => sum + mean, 0) / means.length);
  }
  return reference;
}

function fairSeats(
  index: ProblemIndex,
  eligible: (executive: number, cohort: number) => boolean,
): StandingFigures['fairSeats'] {
  const { problem } = index;
  const { fairSeats: preference } = problem.preferences;
  if (preference === null) return new Map();
  const need = new Map<string, number>(problem.units.map((unit) => [unit, 0]));
  let people = 0;
  problem.executives.forEach((executive, i) => {
    if (!problem.cohorts.some((_, c) => eligible(i, c))) return;
    people++;
    need.set(executive.unit, (need.get(executive.unit) ?? 0) + needOf(index, executive));
  });
  const seats = Math.min(
    people,
    problem.cohorts.reduce((sum, { maxSeats }) => sum + maxSeats, 0),
  );
  let total = 0;
  for (const points of need.values()) total += points;
  if (total <= 0) return new Map();
  return new Map(
    [...need].map(([unit, points]) => {
      const share = (points * seats) / total;
      return [unit, { low: wholeBelow(preference.low * share), high: wholeAbove(preference.high * share) }];
    }),
  );
}

const ALWAYS_ALLOWED_AWAY = 2;

function absenceLimits({ problem }: ProblemIndex): ReadonlyMap<string, number> {
  const share = problem.rules.maxUnitAbsence;
  if (share === null) return new Map();
  const sizes = new Map<string, number>();
  for (const { unit } of problem.executives) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  return new Map(
    [...sizes].map(([unit, size]) => [unit, Math.max(ALWAYS_ALLOWED_AWAY, wholeAbove(share * size))]),
  );
}
