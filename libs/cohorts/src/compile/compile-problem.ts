import type { CohortProblem } from '../document/problem.js';
import { indexOf } from '../document/problem-index.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { meanLevel } from '../referee/seat.js';
import { standingFigures } from '../referee/standing-figures.js';
import type { StandingFigures } from '../referee/standing-figures.js';
import { isOpenTo, openCohortsOf } from './compile-eligibility.js';
import { compilePreferences } from './compile-preferences.js';
import { compileSeats } from './compile-seats.js';
import { NO_LIMIT } from './compiled-problem.js';
import type { CompiledProblem } from './compiled-problem.js';
import { flatten } from './flatten.js';
import { partiesOf } from './parties.js';
import type { Parties } from './parties.js';

/** The problem on typed arrays; memory grows with the eligible pairs. */
export function compileProblem(problem: CohortProblem): CompiledProblem {
  const index = indexOf(problem);
  const parties = partiesOf(problem);
  const { conflicts, torn } = conflictsOf(problem, parties);
  const open = openCohortsOf(index);
  const standing = standingFigures(index, isOpenTo(open, problem));
  const [partyStart, memberOf] = flatten(parties.members);
  const [conflictStart, conflict] = flatten(conflicts);
  const seats = compileSeats(index, parties, { open, torn });
  return {
    partyCount: parties.members.length,
    cohortCount: problem.cohorts.length,
    unitCount: problem.units.length,
    executiveCount: problem.executives.length,
    partyStart,
    memberOf,
    soloOf: Int32Array.from(parties.members, ([first = -1, ...others]) => (others.length === 0 ? first : -1)),
    conflictStart,
    conflict,
    ...seats,
    ...dutiesOf(problem, parties, seats),
    ...peopleOf(problem),
    ...compilePreferences(problem),
    ...compileCohorts(problem, standing),
    ...compileLimits(index, standing),
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

/** Who must sit, and where; and whether that cannot be. */
function dutiesOf(
  problem: CohortProblem,
  { members, partyOf }: Parties,
  { openStart, openTo }: Pick<CompiledProblem, 'openStart' | 'openTo'>,
): Pick<CompiledProblem, 'mandatory' | 'lockedInto' | 'impossible'> {
  const place = new Map(problem.executives.map(({ id }, i) => [id, i]));
  const cohortPlace = new Map(problem.cohorts.map(({ id }, c) => [id, c]));
  const lockedInto = new Int32Array(members.length).fill(-1);
  let impossible = false;
  for (const { executive, cohort } of problem.rules.locked) {
    const party = partyOf[place.get(executive)!]!;
    const c = cohortPlace.get(cohort)!;
    const isOpen = openTo.subarray(openStart[party], openStart[party + 1]).includes(c);
    if (!isOpen || (lockedInto[party]! >= 0 && lockedInto[party] !== c)) impossible = true;
    lockedInto[party] = c;
  }
  const mandatory = Uint8Array.from(members, (party, p) =>
    lockedInto[p]! >= 0 || party.some((i) => problem.executives[i]!.mandatory) ? 1 : 0,
  );
  for (let p = 0; p < members.length; p++)
    if (mandatory[p] === 1 && openStart[p] === openStart[p + 1]) impossible = true;
  return { mandatory, lockedInto, impossible };
}

function peopleOf({ executives, units, locations, preferences }: CohortProblem) {
  const unitPlace = new Map(units.map((unit, u) => [unit, u]));
  const locationPlace = new Map(locations.map(({ id }, l) => [id, l]));
  return {
    unit: Int32Array.from(executives, ({ unit }) => unitPlace.get(unit)!),
    location: Int32Array.from(executives, ({ location }) => locationPlace.get(location)!),
    meanLevel: Float64Array.from(executives, (executive) => meanLevel(executive) ?? Number.NaN),
    stability: preferences.stability?.weight ?? 0,
  };
}

function compileCohorts(problem: CohortProblem, { reference }: StandingFigures) {
  const { cohorts, executives, programs, preferences } = problem;
  const weeks = new Map<number, number>();
  for (const cohort of cohorts)
    for (const week of cohort.weeks) if (!weeks.has(week)) weeks.set(week, weeks.size);
  const [weekStart, week] = flatten(cohorts.map((cohort) => cohort.weeks.map((each) => weeks.get(each)!)));
  const meetsIn = new Uint8Array(cohorts.length * weeks.size);
  cohorts.forEach((cohort, c) => {
    for (const each of cohort.weeks) meetsIn[c * weeks.size + weeks.get(each)!] = 1;
  });
  const programPlace = new Map(programs.map(({ id }, p) => [id, p]));
  const startWeight = preferences.similarStart?.weight ?? 0;
  return {
    programOf: Int32Array.from(cohorts, ({ program }) => programPlace.get(program)!),
    minSeats: Int32Array.from(cohorts, ({ minSeats }) => minSeats),
    maxSeats: Int32Array.from(cohorts, ({ maxSeats }) => Math.min(maxSeats, executives.length)),
    fixedCost: Float64Array.from(cohorts, ({ fixedCost }) => fixedCost),
    mustRun: Uint8Array.from(cohorts, ({ mustRun }) => (mustRun ? 1 : 0)),
    reference: Float64Array.from(cohorts, ({ program }) => reference.get(program) ?? 0),
    startWeight: Float64Array.from(cohorts, ({ program }) => (reference.has(program) ? startWeight : 0)),
    startTolerance: preferences.similarStart?.tolerance ?? 0,
    oneLevel: Uint8Array.from(cohorts, ({ leadershipLevels }) =>
      new Set(leadershipLevels).size === 1 ? 1 : 0,
    ),
    weekStart,
    week,
    weekCount: weeks.size,
    meetsIn,
  };
}

function compileLimits({ problem }: ProblemIndex, standing: StandingFigures) {
  const { units, rules, preferences } = problem;
  const byUnit = (figure: (unit: string) => number | undefined): Int32Array =>
    Int32Array.from(units, (unit) => figure(unit) ?? NO_LIMIT);
  return {
    budget: rules.budget === null ? NO_LIMIT * NO_LIMIT : rules.budget + 1e-9,
    maxPerUnit: rules.maxPerUnitPerCohort ?? NO_LIMIT,
    absenceLimit: byUnit((unit) => standing.absenceLimit.get(unit)),
    fairWeight:
      preferences.fairSeats !== null && standing.fairSeats.size > 0 ? preferences.fairSeats.weight : 0,
    fairLow: Int32Array.from(units, (unit) => standing.fairSeats.get(unit)?.low ?? 0),
    fairHigh: byUnit((unit) => standing.fairSeats.get(unit)?.high),
  };
}
