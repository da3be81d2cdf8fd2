import { NEWLY_ACQUIRED_DEPARTMENT } from '../company/company.js';
import { isExecutiveOn, postingOn } from '../company/service.js';
import { dayNumber, isoDay, offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import type { DemoCohort, DemoPerson, DemoRound } from '../demo.js';
import { Purpose, streamOf } from '../random.js';
import { ROUND_TEXTS } from './round-text.js';
import type { RoundText } from './round-text.js';

const OPEN_FOR = 28;
/** Whoever is new in the company is not rated yet: raters would have seen too little. */
const NEW_FOR = 60;

interface RoundsInput {
  readonly executives: readonly DemoPerson[];
  readonly cohorts: readonly DemoCohort[];
  readonly seed: number;
  readonly today: DayNumber;
}

/**
 * The rounds and who takes part. Left out are newcomers, those who decline or are away, and two of three in the
 * department acquired last, so that coverage differs by unit. Pulses follow the programs: who is in a cohort about
 * then, and a sample of the others to compare them with.
 */
export function roundsFor(input: RoundsInput): readonly DemoRound[] {
  const unassessed = unassessedOf(input.executives);
  return ROUND_TEXTS.map((text, index) => {
    const closes = offsetMonths(input.today, text.closesMonths);
    const opensOn = isoDay(closes - OPEN_FOR);
    const closesOn = isoDay(closes);
    const inCohorts = text.isMidpoint ? enrolledAround(input.cohorts, closes) : new Set<string>();
    const subjects = input.executives.filter((person, executive) => {
      const takesPart = streamOf(input.seed, Purpose.Subjects, executive, index).next() < text.share;
      if (!takesPart && !inCohorts.has(person.externalId)) return false;
      if (unassessed.has(person.externalId)) return false;
      if (dayNumber(opensOn) - dayNumber(person.joinedOn) < NEW_FOR) return false;
      return isExecutiveOn(person, opensOn) && isExecutiveOn(person, closesOn);
    });
    return {
      ...factsOf(text),
      opensOn,
      closesOn,
      subjectExternalIds: subjects.map(({ externalId }) => externalId),
    };
  });
}

const factsOf = ({ key, name, occasion, capabilityCodes }: RoundText) =>
  ({ key, name, occasion, purpose: 'READINESS', capabilityCodes }) as const;

function enrolledAround(cohorts: readonly DemoCohort[], closes: DayNumber): ReadonlySet<string> {
  const from = isoDay(offsetMonths(closes, -5));
  const to = isoDay(offsetMonths(closes, 2));
  const near = cohorts.filter(({ startsOn }) => startsOn >= from && startsOn <= to);
  return new Set(
    near.flatMap(({ enrollments }) => enrollments.map(({ personExternalId }) => personExternalId)),
  );
}

function unassessedOf(executives: readonly DemoPerson[]): ReadonlySet<string> {
  const members = executives.filter((person) => {
    const unit = person.postings.at(-1)?.unitPath.split(' / ').at(-1) ?? '';
    return unit.startsWith(NEWLY_ACQUIRED_DEPARTMENT);
  });
  return new Set(members.filter((_, index) => index % 3 !== 0).map(({ externalId }) => externalId));
}

/** Who reported to whom on the day a round opened; indices of people, −1 for nobody. */
export interface Reporting {
  readonly managerOf: Int32Array;
  readonly reportsOf: ReadonlyMap<number, readonly number[]>;
}

export function reportingOn(
  executives: readonly DemoPerson[],
  indexOf: ReadonlyMap<string, number>,
  day: string,
): Reporting {
  const managerOf = new Int32Array(executives.length).fill(-1);
  const reportsOf = new Map<number, number[]>();
  executives.forEach((person, index) => {
    const manager = indexOf.get(postingOn(person, day)?.managerExternalId ?? '');
    if (manager === undefined) return;
    managerOf[index] = manager;
    const reports = reportsOf.get(manager);
    if (reports) reports.push(index);
    else reportsOf.set(manager, [index]);
  });
  return { managerOf, reportsOf };
}
