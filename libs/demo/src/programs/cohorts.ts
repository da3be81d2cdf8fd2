import { LEADERSHIP_LEVELS } from '../company/company.js';
import { isExecutiveOn, postingOn } from '../company/service.js';
import { dayNumber, isoDay, mondayFrom, offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import type { DemoCohort, DemoEnrollment, DemoPerson } from '../demo.js';
import { CAPABILITY_CODES } from '../framework/framework.js';
import { Purpose, streamOf } from '../random.js';
import type { RandomStream } from '../random.js';
import type { LevelTable } from '../truth/true-levels.js';
import { COHORT_TEXTS } from './cohort-text.js';
import type { CohortText } from './cohort-text.js';
import { PROGRAM_TEXTS } from './program-text.js';

/** Large organizations run each cohort of the calendar several times over. */
const MOST_GROUPS = 40;
const EXECUTIVES_PER_GROUP = 240;

export interface CohortsInput {
  readonly executives: readonly DemoPerson[];
  readonly initial: LevelTable;
  /** Executives of today. */
  readonly size: number;
  readonly seed: number;
  readonly today: DayNumber;
}

/**
 * The cohorts in the order of their first day, each filled with people who may take part: right level and language,
 * in service, not away in a week of the cohort, not in a cohort at the same time, at most one completed and none
 * twice in the same program, never together with their own manager. Those with lower true levels in what the program
 * develops come somewhat sooner; measured scores play no part, so nothing regresses to the mean by selection.
 */
export function cohortsFor(input: CohortsInput): readonly DemoCohort[] {
  const groups = Math.min(MOST_GROUPS, Math.max(1, Math.floor(input.size / EXECUTIVES_PER_GROUP)));
  const planned = COHORT_TEXTS.flatMap((text) =>
    Array.from({ length: groups }, (_, group) => ({ group, cohort: emptyCohort(text, { ...input, group }) })),
  ).toSorted((one, other) => dayNumber(one.cohort.startsOn) - dayNumber(other.cohort.startsOn));
  const candidates = candidatesByGroup(input.executives, groups);
  const booked = new Map<string, DemoCohort[]>();
  return planned.map(({ group, cohort }, index) => {
    const random = streamOf(input.seed, Purpose.Enrollment, index);
    const { initial } = input;
    const chosen = chooseMembers(cohort, { candidates: candidates[group] ?? [], initial, random, booked });
    const filled = { ...cohort, enrollments: enrollmentsOf(cohort, chosen, random) };
    for (const { personExternalId, status } of filled.enrollments)
      if (status !== 'DECLINED')
        booked.set(personExternalId, [...(booked.get(personExternalId) ?? []), filled]);
    return filled;
  });
}

interface Candidate {
  readonly person: DemoPerson;
  /** Index of the executive. */
  readonly index: number;
}

/** Groups of one cohort draw from people of their own. */
function candidatesByGroup(
  executives: readonly DemoPerson[],
  groups: number,
): readonly (readonly Candidate[])[] {
  const byGroup = Array.from({ length: groups }, (): Candidate[] => []);
  executives.forEach((person, index) => byGroup[index % groups]?.push({ person, index }));
  return byGroup;
}

function emptyCohort(text: CohortText, { size, today, group }: CohortsInput & { group: number }): DemoCohort {
  const first = mondayFrom(offsetMonths(today, text.startMonths));
  const weeks = text.weekOffsets.map((offset) => first + 7 * offset);
  const maxSeats = Math.min(24, Math.max(6, Math.floor(size / 10)));
  return {
    key: group === 0 ? text.key : `${text.key}-${group + 1}`,
    programKey: text.program,
    name: group === 0 ? text.name : `${text.name}, group ${group + 1}`,
    status: text.status,
    mode: text.mode,
    location: text.location,
    language: text.language,
    startsOn: isoDay(first),
    endsOn: isoDay((weeks.at(-1) ?? first) + 4),
    weeks: weeks.map(isoDay),
    leadershipLevels: text.levels.map((rank) => LEADERSHIP_LEVELS[rank] ?? LEADERSHIP_LEVELS[0]),
    minSeats: Math.floor(maxSeats / 2),
    maxSeats,
    seatCost: text.seatCost,
    fixedCost: text.fixedCost,
    enrollments: [],
  };
}

interface Choice {
  readonly candidates: readonly Candidate[];
  readonly initial: LevelTable;
  readonly random: RandomStream;
  readonly booked: ReadonlyMap<string, readonly DemoCohort[]>;
}

/** How many ask for a place: past and running cohorts are nearly full, an open one has a waiting list, a planned one begins. */
const DEMAND = { COMPLETED: 0.97, RUNNING: 0.95, OPEN: 1.2, PLANNED: 0.4 };

function chooseMembers(cohort: DemoCohort, choice: Choice): readonly DemoPerson[] {
  const wanted = Math.round(cohort.maxSeats * DEMAND[cohort.status]);
  const columns = (PROGRAM_TEXTS.find(({ key }) => key === cohort.programKey)?.develops ?? []).map(
    ({ capabilityCode }) => CAPABILITY_CODES.indexOf(capabilityCode),
  );
  const weeks = cohort.weeks.map((monday) => ({ monday, friday: isoDay(dayNumber(monday) + 4) }));
  const queue = choice.candidates
    .filter(({ person }) => mayTakePart(person, cohort, choice.booked.get(person.externalId) ?? []))
    .filter(({ person }) => !weeks.some((week) => isAway(person, week)))
    .map(({ person, index }) => ({
      person,
      place: meanLevel(choice.initial, index, columns) + 1.2 * choice.random.normal(),
    }))
    .toSorted((one, other) => one.place - other.place);
  const chosen = new Map<string, DemoPerson>();
  const managers = new Set<string | null>();
  for (const { person } of queue) {
    if (chosen.size >= wanted) break;
    const manager = postingOn(person, cohort.startsOn)?.managerExternalId ?? null;
    if (managers.has(person.externalId) || (manager !== null && chosen.has(manager))) continue;
    chosen.set(person.externalId, person);
    managers.add(manager);
  }
  return [...chosen.values()];
}

function meanLevel(levels: LevelTable, executive: number, columns: readonly number[]): number {
  const sum = columns.reduce(
    (total, column) => total + (levels[executive * CAPABILITY_CODES.length + column] ?? 0),
    0,
  );
  return sum / columns.length;
}

function mayTakePart(person: DemoPerson, cohort: DemoCohort, others: readonly DemoCohort[]): boolean {
  const level = postingOn(person, cohort.startsOn)?.leadershipLevel ?? null;
  if (level === null || !isExecutiveOn(person, cohort.endsOn)) return false;
  if (cohort.leadershipLevels.length > 0 && !cohort.leadershipLevels.includes(level)) return false;
  if (!person.languages.includes(cohort.language)) return false;
  return !others.some((other) => excludes(other, cohort));
}

/** Same program, the same time, or a second completed cohort, which would mix the effects of two programs. */
const excludes = (other: DemoCohort, cohort: DemoCohort): boolean =>
  other.programKey === cohort.programKey ||
  (other.status === 'COMPLETED' && cohort.status === 'COMPLETED') ||
  (other.startsOn <= cohort.endsOn && cohort.startsOn <= other.endsOn);

const isAway = (
  { unavailable }: DemoPerson,
  { monday, friday }: { monday: string; friday: string },
): boolean => unavailable.some(({ from, to }) => from <= friday && monday <= to);

function enrollmentsOf(
  cohort: DemoCohort,
  members: readonly DemoPerson[],
  random: RandomStream,
): readonly DemoEnrollment[] {
  const start = dayNumber(cohort.startsOn);
  return members.map(({ externalId }, place) => ({
    personExternalId: externalId,
    status: statusOf(cohort, place, members.length),
    enrolledOn: isoDay(start - (cohort.status === 'PLANNED' ? 140 : 75) + random.integer(14)),
  }));
}

/** Not everybody who was enrolled stays: the last of a past cohort withdrew, the one before broke off. */
function statusOf(cohort: DemoCohort, place: number, members: number): DemoEnrollment['status'] {
  const isLast = place === members - 1;
  switch (cohort.status) {
    case 'COMPLETED':
      if (isLast) return 'WITHDRAWN';
      return place === members - 2 && members > 10 ? 'CONFIRMED' : 'COMPLETED';
    case 'RUNNING':
      return isLast ? 'WITHDRAWN' : 'CONFIRMED';
    case 'OPEN':
      return statusInOpenCohort(cohort.maxSeats, place);
    case 'PLANNED':
      return 'PENDING';
    default:
      return cohort.status satisfies never;
  }
}

/** One of the first declined; who comes after the last seat waits. */
function statusInOpenCohort(maxSeats: number, place: number): DemoEnrollment['status'] {
  if (place > maxSeats) return 'WAITLISTED';
  return place === 3 ? 'DECLINED' : 'CONFIRMED';
}
