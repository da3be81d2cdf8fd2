import { compilePreferences } from './compile-preferences.js';
import { compileSeats } from './compile-seats.js';
import type { CompiledSeats } from './compile-seats.js';
import { NO_LIMIT } from './compiled-problem.js';
import type { CompiledProblem } from './compiled-problem.js';
import { partiesOf } from './parties.js';
import type { Parties } from './parties.js';
import type { CohortProblem } from '../document/problem.js';
import { indexOf } from '../document/problem-index.js';
import { meanLevel } from '../referee/seat.js';
import { standingFigures } from '../referee/standing-figures.js';
import type { StandingFigures } from '../referee/standing-figures.js';

/** Lists side by side, and where each starts. */
function flatten(lists: readonly (readonly number[])[]): readonly [Int32Array, Int32Array] {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
  return [starts, Int32Array.from(lists.flat())];
}

/** The problem on typed arrays; memory grows with the eligible pairs. */
export function compileProblem(problem: CohortProblem): CompiledProblem {
  const index = indexOf(problem);
  const parties = partiesOf(problem);
  const { conflicts, torn } = conflictsOf(problem, parties);
  const { eligible, ...seats } = compileSeats(index, parties, torn);
  const standing = standingFigures(index, eligible);
  const [partyStart, memberOf] = flatten(parties.members);
  const [conflictStart, conflict] = flatten(conflicts);
  const unitPlace = new Map(problem.units.map((unit, u) => [unit, u]));
  const duties = dutiesOf(problem, parties, { ...seats, eligible }, torn);
  return {
    partyCount: parties.members.length,
    cohortCount: problem.cohorts.length,
    unitCount: problem.units.length,
    executiveCount: problem.executives.length,
    partyStart,
    memberOf,
    conflictStart,
    conflict,
    ...seats,
    ...duties,
    unit: Int32Array.from(problem.executives, ({ unit }) => unitPlace.get(unit)!),
    meanLevel: Float64Array.from(problem.executives, (executive) => meanLevel(executive) ?? Number.NaN),
    ...compilePreferences(problem),
    ...compileCohorts(problem, standing),
    ...compileLimits(problem, standing),
  };
}

/** Parties that may not meet, and parties that may not even meet themselves. */
function conflictsOf(
  { rules, executives }: CohortProblem,
  { members, partyOf }: Parties,
): { readonly conflicts: readonly (readonly number[])[]; readonly torn: ReadonlySet<number> } {
  const place = new Map(executives.map(({ id }, i) => [id, i]));
  const managed = executives.flatMap(({ id, manager }): (readonly [string, string])[] =>
    manager !== null && place.has(manager) ? [[id, manager]] : [],
  );
  const sets = members.map(() => new Set<number>());
  const torn = new Set<number>();
  for (const [a, b] of [...rules.apart, ...managed]) {
    const [x, y] = [partyOf[place.get(a)!]!, partyOf[place.get(b)!]!];
    if (x === y) torn.add(x);
    else {
      sets[x]!.add(y);
      sets[y]!.add(x);
    }
  }
  return { conflicts: sets.map((set) => [...set].toSorted((a, b) => a - b)), torn };
}

/** Who must sit, and where; and why that cannot be. */
function dutiesOf(
  problem: CohortProblem,
  { members, partyOf }: Parties,
  { seatStart, seatCohort }: CompiledSeats,
  torn: ReadonlySet<number>,
): Pick<CompiledProblem, 'mandatory' | 'lockedSeat' | 'impossible'> {
  const place = new Map(problem.executives.map(({ id }, i) => [id, i]));
  const cohortPlace = new Map(problem.cohorts.map(({ id }, c) => [id, c]));
  const impossible: string[] = [];
  const lockedSeat = new Int32Array(members.length).fill(-1);
  for (const { executive, cohort } of problem.rules.locked) {
    const party = partyOf[place.get(executive)!]!;
    const seat = seatCohort.indexOf(cohortPlace.get(cohort)!, seatStart[party]);
    if (seat < 0 || seat >= seatStart[party + 1]!)
      impossible.push(`${executive} is locked into ${cohort}, for which they are not eligible.`);
    else if (lockedSeat[party]! >= 0 && lockedSeat[party] !== seat)
      impossible.push(
        `${executive} is locked into ${cohort}, but they, or who is to be with them, also elsewhere.`,
      );
    else lockedSeat[party] = seat;
  }
  const mandatory = Uint8Array.from(members, (party, p) =>
    lockedSeat[p]! >= 0 || party.some((i) => problem.executives[i]!.mandatory) ? 1 : 0,
  );
  members.forEach((party, p) => {
    const names = party.map((i) => problem.executives[i]!.id).join(' and ');
    if (mandatory[p] === 1 && torn.has(p))
      impossible.push(`${names} must have seats, together, and some of them apart.`);
    else if (mandatory[p] === 1 && seatStart[p] === seatStart[p + 1])
      impossible.push(`${names} must have a seat, but no cohort is open to them.`);
  });
  return { mandatory, lockedSeat, impossible };
}

function compileCohorts({ cohorts, executives }: CohortProblem, { reference }: StandingFigures) {
  const weeks = new Map<number, number>();
  for (const cohort of cohorts)
    for (const week of cohort.weeks) if (!weeks.has(week)) weeks.set(week, weeks.size);
  const [weekStart, week] = flatten(cohorts.map((cohort) => cohort.weeks.map((each) => weeks.get(each)!)));
  return {
    minSeats: Int32Array.from(cohorts, ({ minSeats }) => minSeats),
    maxSeats: Int32Array.from(cohorts, ({ maxSeats }) => Math.min(maxSeats, executives.length)),
    fixedCost: Float64Array.from(cohorts, ({ fixedCost }) => fixedCost),
    mustRun: Uint8Array.from(cohorts, ({ mustRun }) => (mustRun ? 1 : 0)),
    reference: Float64Array.from(cohorts, ({ program }) => reference.get(program) ?? Number.NaN),
    oneLevel: Uint8Array.from(cohorts, ({ leadershipLevels }) =>
      new Set(leadershipLevels).size === 1 ? 1 : 0,
    ),
    weekStart,
    week,
    weekCount: weeks.size,
  };
}

function compileLimits({ units, rules, preferences }: CohortProblem, standing: StandingFigures) {
  const byUnit = (figure: (unit: string) => number | undefined): Int32Array =>
    Int32Array.from(units, (unit) => figure(unit) ?? NO_LIMIT);
  return {
    budget: rules.budget === null ? NO_LIMIT * NO_LIMIT : rules.budget + 1e-9,
    maxPerUnit: rules.maxPerUnitPerCohort ?? NO_LIMIT,
    absenceLimit: byUnit((unit) => standing.absenceLimit.get(unit)),
    similarStart: preferences.similarStart ?? { tolerance: 0, weight: 0 },
    fairWeight:
      preferences.fairSeats !== null && standing.fairSeats.size > 0 ? preferences.fairSeats.weight : 0,
    fairLow: Int32Array.from(units, (unit) => standing.fairSeats.get(unit)?.low ?? 0),
    fairHigh: byUnit((unit) => standing.fairSeats.get(unit)?.high),
  };
}
