import type { ProblemIndex } from '../document/problem-index.js';
import { seatCost, seatPoints } from '../referee/seat.js';
import type { CompiledProblem } from './compiled-problem.js';
import type { OpenCohorts } from './compile-eligibility.js';
import type { Parties } from './parties.js';

type Seats = Pick<
  CompiledProblem,
  | 'openStart'
  | 'openTo'
  | 'eligible'
  | 'eligibleWords'
  | 'programCount'
  | 'programValue'
  | 'previous'
  | 'locationCount'
  | 'costFrom'
>;

/**
 * Cohorts open to all members of a party, and what seats are worth and cost.
 *
 * @param torn parties with members who may not share a cohort: no cohort is open to them
 */
export function compileSeats(
  index: ProblemIndex,
  { members }: Parties,
  { open, torn }: { readonly open: OpenCohorts; readonly torn: ReadonlySet<number> },
): Seats {
  const lists = members.map((party, p) => (torn.has(p) ? new Uint16Array(0) : commonOf(party, open)));
  const openStart = new Int32Array(members.length + 1);
  lists.forEach((list, p) => (openStart[p + 1] = openStart[p]! + list.length));
  const openTo = new Uint16Array(openStart[members.length]!);
  lists.forEach((list, p) => openTo.set(list, openStart[p]));
  return {
    openStart,
    openTo,
    ...bitsOf(lists, index.problem.cohorts.length),
    ...valuesOf(index, members, open),
    ...costsOf(index),
    previous: previousOf(index),
  };
}

/** What all members have. */
function commonOf(party: readonly number[], open: OpenCohorts): Uint16Array {
  const [first = -1, ...others] = party;
  return others.reduce(
    (left, i) => left.filter((c) => open[i]!.includes(c)),
    open[first] ?? new Uint16Array(0),
  );
}

function bitsOf(lists: readonly Uint16Array[], cohorts: number): Pick<Seats, 'eligible' | 'eligibleWords'> {
  const eligibleWords = (cohorts + 31) >> 5;
  const eligible = new Int32Array(lists.length * eligibleWords);
  lists.forEach((list, p) => {
    for (const c of list) eligible[p * eligibleWords + (c >> 5)]! |= 1 << (c & 31);
  });
  return { eligible, eligibleWords };
}

function valuesOf(
  index: ProblemIndex,
  members: Parties['members'],
  open: OpenCohorts,
): Pick<Seats, 'programCount' | 'programValue'> {
  const { programs, executives, cohorts } = index.problem;
  const programPlace = new Map(programs.map(({ id }, p) => [id, p]));
  const programOf = cohorts.map(({ program }) => programPlace.get(program)!);
  const programCount = programs.length;
  const programValue = new Float64Array(members.length * programCount);
  const wanted = new Uint8Array(programCount);
  members.forEach((party, p) => {
    wanted.fill(0);
    for (const i of party) for (const c of open[i]!) wanted[programOf[c]!] = 1;
    for (let q = 0; q < programCount; q++)
      if (wanted[q] === 1)
        for (const i of party)
          programValue[p * programCount + q]! += seatPoints(index, executives[i]!, programs[q]!.id);
  });
  return { programCount, programValue };
}

/** Of a seat in each cohort for somebody of each location. */
function costsOf(index: ProblemIndex): Pick<Seats, 'locationCount' | 'costFrom'> {
  const { locations, cohorts } = index.problem;
  const costFrom = new Float64Array(cohorts.length * locations.length);
  cohorts.forEach((cohort, c) =>
    locations.forEach(({ id }, l) => {
      costFrom[c * locations.length + l] = seatCost(index, { location: id }, cohort);
    }),
  );
  return { locationCount: locations.length, costFrom };
}

function previousOf({ problem }: ProblemIndex): Int32Array {
  const place = new Map(problem.cohorts.map(({ id }, c) => [id, c]));
  const previous = new Map(
    problem.preferences.stability?.previous.map(({ executive, cohort }) => [executive, place.get(cohort)!]),
  );
  return Int32Array.from(problem.executives, ({ id }) => previous.get(id) ?? -1);
}
