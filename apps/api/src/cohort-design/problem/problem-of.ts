import { PROBLEM_FORMAT } from '@alidade/cohorts';
import type { Cohort, ReadinessBasis } from '@alidade/database';
import { calendarsOf, weeksOf } from './calendars.js';
import type { DocumentCohort, DocumentExecutive, DocumentPlacement, ProblemDocument } from './document.js';
import { locationsOf } from './locations.js';
import type { Locations } from './locations.js';
import type { CandidateRow, ProblemSources } from './problem.queries.js';
import { documentPreferences, documentRules } from './rules-of-problem.js';
import { seatsLeftIn } from './seats-left.js';
import type { SeatsLeft } from './seats-left.js';
import { strategiesOf } from './strategies.js';

export interface FrozenProblem {
  readonly document: ProblemDocument;
  readonly basis: ReadinessBasis;
  /** What of the design it leaves out, in sentences without names. */
  readonly remarks: readonly string[];
}

/**
 * The problem of a design on a day, as it is frozen into a run.
 *
 * A candidate who holds a seat in one of the cohorts that the design did not give them is left out and their seat is
 * taken off; a seat in another cohort makes its weeks unavailable and its program one they need not enter again; a seat
 * that somebody gave up is forbidden to them. Languages compare by their primary tag; of somebody who names none, none
 * is held against them.
 *
 * O(what is on record).
 */
export function problemOf(sources: ProblemSources): FrozenProblem {
  const { design, cohorts, levels } = sources;
  const seats = seatsLeftIn(sources);
  const present = sources.candidates.filter(({ id }) => !seats.seatedElsewise.has(id));
  const locations = locationsOf(present, cohorts, sources.timeZone);
  const calendarOf = calendarsOf(sources);
  const { strategies, critical } = strategiesOf(sources);
  const executives = present.map((candidate) => executiveOf(sources, candidate, { locations, calendarOf }));
  const known = {
    executives: new Set(present.map(({ id }) => id)),
    cohorts: new Set(cohorts.map(({ id }) => id)),
  };
  const gaveUp = present.flatMap((candidate) =>
    calendarOf(candidate).gaveUp.map((cohort) => ({ executive: candidate.id, cohort })),
  );
  const { rules, leftOut } = documentRules(design.rules, gaveUp, known);
  const levelNames = new Map(levels.map(({ id, name }) => [id, name]));
  const preferences = documentPreferences(design.preferences, {
    executives,
    levelNames,
    published: publishedIn(sources, known.executives),
  });
  const document: ProblemDocument = {
    format: PROBLEM_FORMAT,
    name: design.name,
    capabilities: capabilitiesOf(sources),
    leadershipLevels: levels.map(({ name }) => name),
    functions: distinct(executives.map((each) => each.function)),
    units: distinct(executives.map(({ unit }) => unit)),
    locations: locations.all,
    strategies,
    programs: programsOf(sources),
    cohorts: cohorts.map((cohort) => cohortOf(sources, cohort, { locations, seats })),
    executives,
    rules,
    preferences,
  };
  const remarks = remarksOn({ leftOut, seated: sources.candidates.length - present.length });
  return { document, basis: { policy: sources.policy, critical }, remarks };
}

interface Around {
  readonly locations: Locations;
  readonly calendarOf: ReturnType<typeof calendarsOf>;
}

const primaryTag = (language: string): string => language.split('-')[0]?.toLowerCase() ?? language;
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();
const NOT_STATED = 'not stated';

function executiveOf(
  { design, day, levels, levelsOn, cohorts }: ProblemSources,
  candidate: CandidateRow,
  { locations, calendarOf }: Around,
): DocumentExecutive {
  const { id, gender, function: stated, location, managerId } = candidate;
  const level = levels.find((each) => each.id === candidate.leadershipLevelId);
  const { unavailableWeeks, completedPrograms } = calendarOf(candidate);
  const spoken =
    candidate.languages.length > 0 ? candidate.languages : cohorts.map(({ language }) => language);
  const counted = [...levelsOn(id, day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    id,
    leadershipLevel: level?.name ?? '',
    unit: candidate.unitId,
    function: stated ?? NOT_STATED,
    location: locations.ofCandidate(candidate),
    ...(gender !== null && { gender }),
    ...(stated !== null && { statedFunction: stated }),
    ...(location !== null && { statedLocation: location }),
    languages: distinct(spoken.map(primaryTag)),
    levels: Object.fromEntries(counted.map(([capabilityId, { level: counts }]) => [capabilityId, counts])),
    unavailableWeeks,
    completedPrograms,
    mandatory: design.rules.everyonePlaced || design.rules.mandatoryIds.includes(id),
    ...(managerId !== null && { manager: managerId }),
  };
}

function cohortOf(
  { design, levels, cohortLevels }: ProblemSources,
  cohort: Cohort,
  { locations, seats }: { readonly locations: Locations; readonly seats: SeatsLeft },
): DocumentCohort {
  const wanted = cohortLevels.get(cohort.id);
  const { minSeats, maxSeats, taken } = seats.of(cohort);
  return {
    id: cohort.id,
    program: cohort.programId,
    mode: cohort.mode,
    location: locations.ofCohort(cohort),
    language: primaryTag(cohort.language),
    weeks: weeksOf(cohort),
    minSeats,
    maxSeats,
    leadershipLevels: levels.filter(({ id }) => wanted?.includes(id) ?? true).map(({ name }) => name),
    seatCost: cohort.seatCost,
    // Whoever has a seat already has made it run.
    fixedCost: taken > 0 ? 0 : cohort.fixedCost,
    mustRun: design.rules.mustRunIds.includes(cohort.id) && (taken === 0 || minSeats > 0),
  };
}

function programsOf({ cohorts, developments }: ProblemSources): ProblemDocument['programs'] {
  return distinct(cohorts.map(({ programId }) => programId)).map((id) => ({
    id,
    develops: (developments.get(id) ?? []).map(({ capabilityId, expectedGain, ceiling }) => ({
      capability: capabilityId,
      gain: expectedGain,
      ceiling,
    })),
  }));
}

function capabilitiesOf({
  statements,
  developments,
  candidates,
  levelsOn,
  day,
}: ProblemSources): readonly string[] {
  return distinct([
    ...statements.flatMap(({ requirements }) => requirements.map(({ capabilityId }) => capabilityId)),
    ...[...developments.values()].flatMap((all) => all.map(({ capabilityId }) => capabilityId)),
    ...candidates.flatMap(({ id }) => [...levelsOn(id, day).keys()]),
  ]);
}

/** The confirmed seats that this design gave. */
function publishedIn(
  { seats }: Pick<ProblemSources, 'seats'>,
  executives: ReadonlySet<string>,
): readonly DocumentPlacement[] {
  const kept = seats.filter(
    ({ own, status, executiveId }) => own && status === 'CONFIRMED' && executives.has(executiveId),
  );
  return [
    ...new Map(
      kept.map(({ executiveId, cohortId }) => [executiveId, { executive: executiveId, cohort: cohortId }]),
    ).values(),
  ];
}

function remarksOn({
  leftOut,
  seated,
}: {
  readonly leftOut: number;
  readonly seated: number;
}): readonly string[] {
  const remarks: string[] = [];
  if (seated > 0)
    remarks.push(
      `Candidates left out because they have a seat in one of the cohorts that this design did not give them: ${seated}.`,
    );
  if (leftOut > 0)
    remarks.push(`Rules left out because they name somebody who is no candidate any more: ${leftOut}.`);
  return remarks;
}
