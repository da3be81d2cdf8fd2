import { attributeOf } from '../document/problem.js';
import type { Executive, SharePreference } from '../document/problem.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { isIn } from './seating.js';
import type { SeatedCohort, Seating } from './seating.js';
import { meanLevel } from './seat.js';
import type { StandingFigures } from './standing-figures.js';
import { wholeAbove, wholeBelow } from './tolerance.js';

/** Points that a plan loses, by preference; each >= 0. */
export interface Penalties {
  readonly shares: number;
  readonly notAlone: number;
  readonly similarStart: number;
  readonly fairSeats: number;
  readonly stability: number;
}

export function penaltiesOf(index: ProblemIndex, standing: StandingFigures, seating: Seating): Penalties {
  const running = seating.cohorts.filter(({ members }) => members.length > 0);
  const total = (points: (each: SeatedCohort) => number): number =>
    running.reduce((sum, each) => sum + points(each), 0);
  return {
    shares: total((each) => sharesPenalty(index, each)),
    notAlone: total((each) => notAlonePenalty(index, each)),
    similarStart: total((each) => similarStartPenalty(index, standing, each)),
    fairSeats: fairSeatsPenalty(index, standing, running),
    stability: stabilityPenalty(index, seating),
  };
}

/** Members by value of the attribute; who has not given it is skipped. */
function countByValue(members: readonly Executive[], attribute: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) {
    const value = attributeOf(member, attribute);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function sharesPenalty({ problem }: ProblemIndex, { cohort, members }: SeatedCohort): number {
  const oneLevel = new Set(cohort.leadershipLevels).size === 1;
  return problem.preferences.shares
    .filter(({ attribute }) => !(attribute === 'leadershipLevel' && oneLevel))
    .reduce((sum, preference) => sum + sharePenalty(preference, members), 0);
}

function sharePenalty(preference: SharePreference, members: readonly Executive[]): number {
  const { attribute, value, min, max, weight } = preference;
  const counts = countByValue(members, attribute);
  const values = value === null ? [...counts.keys()] : [value];
  return values.reduce((sum, each) => {
    const count = counts.get(each) ?? 0;
    const missing = min === null ? 0 : Math.max(0, wholeBelow(min * members.length) - count);
    const tooMany = max === null ? 0 : Math.max(0, count - wholeAbove(max * members.length));
    return sum + weight * (missing + tooMany);
  }, 0);
}

function notAlonePenalty({ problem }: ProblemIndex, { members }: SeatedCohort): number {
  return problem.preferences.notAlone.reduce((sum, { attribute, weight }) => {
    const alone = [...countByValue(members, attribute).values()].filter((count) => count === 1);
    return sum + weight * alone.length;
  }, 0);
}

function similarStartPenalty(
  { problem }: ProblemIndex,
  { reference }: StandingFigures,
  { cohort, members }: SeatedCohort,
): number {
  const preference = problem.preferences.similarStart;
  const expected = reference.get(cohort.program);
  if (preference === null || expected === undefined) return 0;
  const difference = members.reduce((sum, member) => {
    const mean = meanLevel(member);
    return mean === null ? sum : sum + mean - expected;
  }, 0);
  return preference.weight * Math.max(0, Math.abs(difference) - preference.tolerance * members.length);
}

export function fairSeatsPenalty(
  { problem }: ProblemIndex,
  { fairSeats }: StandingFigures,
  running: readonly SeatedCohort[],
): number {
  const preference = problem.preferences.fairSeats;
  if (preference === null) return 0;
  const seated = new Map<string, number>();
  for (const { members } of running)
    for (const { unit } of members) seated.set(unit, (seated.get(unit) ?? 0) + 1);
  let penalty = 0;
  for (const [unit, { low, high }] of fairSeats) {
    const seats = seated.get(unit) ?? 0;
    penalty += preference.weight * (Math.max(0, low - seats) + Math.max(0, seats - high));
  }
  return penalty;
}

function stabilityPenalty({ problem }: ProblemIndex, seating: Seating): number {
  const { stability } = problem.preferences;
  if (stability === null) return 0;
  const lost = stability.previous.filter(({ executive, cohort }) => !isIn(seating, executive, cohort));
  return stability.weight * lost.length;
}
