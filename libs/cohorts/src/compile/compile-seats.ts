import type { Parties } from './parties.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { exclusions, seatCost, seatPoints } from '../referee/seat.js';

export interface CompiledSeats {
  readonly seatStart: Int32Array;
  readonly seatCohort: Int32Array;
  readonly seatValue: Float64Array;
  readonly seatCost: Float64Array;
  readonly unplacedValue: Float64Array;
  /** Whether an executive alone is eligible for a cohort, for figures that do not know parties. */
  readonly eligible: (executive: number, cohort: number) => boolean;
}

/**
 * Every pair of a party and a cohort for which all its members are eligible.
 *
 * @param torn parties with members who may not share a cohort: no cohort is open to them
 */
export function compileSeats(
  index: ProblemIndex,
  { members }: Parties,
  torn: ReadonlySet<number>,
): CompiledSeats {
  const { executives, cohorts, preferences } = index.problem;
  const eligibleOf = executives.map((executive) =>
    cohorts.flatMap((cohort, c) => (exclusions(index, executive, cohort).length === 0 ? [c] : [])),
  );
  const stability = preferences.stability?.weight ?? 0;
  const previous = new Map(
    preferences.stability?.previous.map(({ executive, cohort }) => [executive, cohort]),
  );
  const starts = [0];
  const seats: number[] = [];
  const values: number[] = [];
  const costs: number[] = [];
  const unplaced = new Float64Array(members.length);
  members.forEach((party, p) => {
    const common = torn.has(p) ? [] : commonOf(party.map((i) => eligibleOf[i]!));
    const people = party.map((i) => executives[i]!);
    unplaced[p] = -stability * people.filter(({ id }) => previous.has(id)).length;
    const points = new Map<string, number>();
    for (const c of common) {
      const cohort = cohorts[c]!;
      if (!points.has(cohort.program))
        points.set(
          cohort.program,
          people.reduce((sum, person) => sum + seatPoints(index, person, cohort.program), 0),
        );
      const kept = people.filter(({ id }) => previous.get(id) === cohort.id).length;
      seats.push(c);
      values.push(points.get(cohort.program)! + unplaced[p] + stability * kept);
      costs.push(people.reduce((sum, person) => sum + seatCost(index, person, cohort), 0));
    }
    starts.push(seats.length);
  });
  const eligibleSets = eligibleOf.map((list) => new Set(list));
  return {
    seatStart: Int32Array.from(starts),
    seatCohort: Int32Array.from(seats),
    seatValue: Float64Array.from(values),
    seatCost: Float64Array.from(costs),
    unplacedValue: unplaced,
    eligible: (i, c) => eligibleSets[i]!.has(c),
  };
}

/** What all lists have. */
const commonOf = ([first = [], ...others]: readonly (readonly number[])[]): readonly number[] =>
  others.reduce((left, list) => left.filter((c) => list.includes(c)), first);
