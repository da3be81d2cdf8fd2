import { executivesCounted } from './executives-counted.js';
import type { BrokenRule, RuleName } from './broken-rule.js';
import type { Executive, Placement } from '../document/problem.js';
import type { NameOf, ProblemIndex } from '../document/problem-index.js';
import { Exclusion, exclusions } from './seat.js';
import type { SeatedCohort, Seating } from './seating.js';
import { isIn } from './seating.js';
import type { StandingFigures } from './standing-figures.js';
import { exceeds } from './tolerance.js';

const EXCLUDED_BECAUSE: Readonly<Record<Exclusion, string>> = {
  [Exclusion.LeadershipLevel]: 'it is not open to their leadership level',
  [Exclusion.Language]: 'they do not speak its language',
  [Exclusion.CompletedProgram]: 'they have completed its program',
  [Exclusion.UnavailableWeek]: 'they are unavailable in one of its weeks',
  [Exclusion.VirtualHours]: 'its time zone is too far from theirs for a virtual cohort',
  [Exclusion.Forbidden]: 'this placement is forbidden',
};

/** Why an executive may not sit in a cohort, as a sentence. */
export const exclusionSentence = (
  { nameOf }: ProblemIndex,
  { executive, cohort }: Placement,
  reason: Exclusion,
): string => `${nameOf(executive)} may not sit in ${nameOf(cohort)}: ${EXCLUDED_BECAUSE[reason]}.`;

const FIRST_MONDAY_MS = Date.UTC(1970, 0, 5);
const WEEK_MS = 7 * 24 * 3600 * 1000;

/** The day on which a week of the document begins. */
const mondayOf = (week: number): string =>
  new Date(FIRST_MONDAY_MS + week * WEEK_MS).toISOString().slice(0, 10);

/** Every rule that a seating breaks, in the order of the rules; `cost` is the plan's. */
export function brokenRules(
  index: ProblemIndex,
  standing: StandingFigures,
  seating: Seating,
  cost: number,
): readonly BrokenRule[] {
  return [
    ...brokenEligibility(index, seating),
    ...brokenOneCohort(index, seating),
    ...seating.cohorts.flatMap((each) => brokenSeats(index, each)),
    ...seating.cohorts.flatMap((each) => brokenManager(index, each)),
    ...brokenPairs(index, seating),
    ...brokenDuties(index, seating),
    ...brokenUnitLimits(index, seating),
    ...brokenAbsence(index, standing, seating),
    ...brokenBudget(index, cost),
  ];
}

const broken = (
  rule: RuleName,
  sentence: string,
  executives: readonly string[],
  cohorts: readonly string[],
): BrokenRule => ({ rule, sentence, executives, cohorts });

function brokenEligibility(index: ProblemIndex, { cohorts }: Seating): readonly BrokenRule[] {
  return cohorts.flatMap(({ cohort, members }) =>
    members.flatMap((member) =>
      exclusions(index, member, cohort).map((reason) =>
        broken(
          reason,
          exclusionSentence(index, { executive: member.id, cohort: cohort.id }, reason),
          [member.id],
          [cohort.id],
        ),
      ),
    ),
  );
}

function brokenOneCohort({ nameOf }: ProblemIndex, { cohortsOf }: Seating): readonly BrokenRule[] {
  return [...cohortsOf]
    .filter(([, cohorts]) => cohorts.length > 1)
    .map(([id, cohorts]) =>
      broken(
        'oneCohort',
        `${nameOf(id)} sits more than once: ${cohorts.map(nameOf).join(', ')}.`,
        [id],
        cohorts,
      ),
    );
}

function brokenSeats({ nameOf }: ProblemIndex, { cohort, members }: SeatedCohort): readonly BrokenRule[] {
  const { id, minSeats, maxSeats, mustRun } = cohort;
  const seated = members.map((member) => member.id);
  const name = nameOf(id);
  if (seated.length === 0)
    return mustRun ? [broken('mustRun', `${name} must run, but nobody sits in it.`, [], [id])] : [];
  if (seated.length > maxSeats)
    return [
      broken(
        'seats',
        `${name} has seats for ${executivesCounted(maxSeats)}, not for ${seated.length}.`,
        seated,
        [id],
      ),
    ];
  if (seated.length < minSeats)
    return [
      broken(
        'seats',
        `${name} needs ${executivesCounted(minSeats)} to run, but has ${seated.length}.`,
        seated,
        [id],
      ),
    ];
  return [];
}

function brokenManager({ nameOf }: ProblemIndex, { cohort, members }: SeatedCohort): readonly BrokenRule[] {
  const seated = new Set(members.map(({ id }) => id));
  return members.flatMap(({ id, manager }) =>
    manager !== null && seated.has(manager)
      ? [
          broken(
            'manager',
            `${nameOf(id)} sits in ${nameOf(cohort.id)} with their own manager, ${nameOf(manager)}.`,
            [id, manager],
            [cohort.id],
          ),
        ]
      : [],
  );
}

const inWords = (cohorts: readonly string[], nameOf: NameOf): string =>
  cohorts.length > 0 ? cohorts.map(nameOf).join(', ') : 'no cohort';

function brokenPairs(
  { problem: { rules }, nameOf }: ProblemIndex,
  { cohortsOf }: Seating,
): readonly BrokenRule[] {
  const cohortsFor = (id: string): readonly string[] => cohortsOf.get(id) ?? [];
  const apart = rules.apart.flatMap(([a, b]) => {
    const common = cohortsFor(a).filter((cohort) => cohortsFor(b).includes(cohort));
    return common.length > 0
      ? [
          broken(
            'apart',
            `${nameOf(a)} and ${nameOf(b)} are to be apart, but both sit in ${inWords(common, nameOf)}.`,
            [a, b],
            common,
          ),
        ]
      : [];
  });
  const together = rules.together.flatMap(([a, b]) => {
    const [ofA, ofB] = [cohortsFor(a), cohortsFor(b)];
    if (ofA.length === ofB.length && ofA.every((cohort) => ofB.includes(cohort))) return [];
    const sentence = `${nameOf(a)} and ${nameOf(b)} are to be together, but sit in ${inWords(ofA, nameOf)} and ${inWords(ofB, nameOf)}.`;
    return [broken('together', sentence, [a, b], [...ofA, ...ofB])];
  });
  return [...apart, ...together];
}

function brokenDuties(
  { problem: { rules, executives }, nameOf }: ProblemIndex,
  seating: Seating,
): readonly BrokenRule[] {
  const locked = rules.locked
    .filter(({ executive, cohort }) => !isIn(seating, executive, cohort))
    .map(({ executive, cohort }) =>
      broken(
        'locked',
        `${nameOf(executive)} is locked into ${nameOf(cohort)}, but does not sit there.`,
        [executive],
        [cohort],
      ),
    );
  const mandatory = executives
    .filter(({ id, mandatory: must }) => must && !seating.cohortsOf.has(id))
    .map(({ id }) => broken('mandatory', `${nameOf(id)} must have a seat, but has none.`, [id], []));
  return [...locked, ...mandatory];
}

function brokenUnitLimits(
  { problem: { rules }, nameOf }: ProblemIndex,
  { cohorts }: Seating,
): readonly BrokenRule[] {
  const limit = rules.maxPerUnitPerCohort;
  if (limit === null) return [];
  return cohorts.flatMap(({ cohort, members }) =>
    [...byUnit(members)]
      .filter(([, people]) => people.length > limit)
      .map(([unit, people]) =>
        broken(
          'maxPerUnitPerCohort',
          `${nameOf(cohort.id)} has ${executivesCounted(people.length)} of ${nameOf(unit)}; at most ${limit} of a unit may sit in a cohort.`,
          people.map(({ id }) => id),
          [cohort.id],
        ),
      ),
  );
}

function byUnit(members: readonly Executive[]): ReadonlyMap<string, readonly Executive[]> {
  const units = new Map<string, Executive[]>();
  for (const member of members) {
    const unit = units.get(member.unit);
    if (unit) unit.push(member);
    else units.set(member.unit, [member]);
  }
  return units;
}

export function brokenAbsence(
  { nameOf }: ProblemIndex,
  { absenceLimit }: StandingFigures,
  { cohorts }: Seating,
): readonly BrokenRule[] {
  const away = new Map<string, { unit: string; week: number; people: Set<string>; cohorts: Set<string> }>();
  for (const { cohort, members } of cohorts)
    for (const week of cohort.weeks)
      for (const { id, unit } of members) {
        const key = JSON.stringify([unit, week]);
        const entry = away.get(key) ?? { unit, week, people: new Set(), cohorts: new Set() };
        entry.people.add(id);
        entry.cohorts.add(cohort.id);
        away.set(key, entry);
      }
  return [...away.values()].flatMap(({ unit, week, people, cohorts: where }) => {
    const limit = absenceLimit.get(unit);
    if (limit === undefined || people.size <= limit) return [];
    const sentence = `${executivesCounted(people.size)} of ${nameOf(unit)} ${people.size === 1 ? 'is' : 'are'} away in the week of ${mondayOf(week)}; at most ${limit} may be.`;
    return [broken('maxUnitAbsence', sentence, [...people], [...where])];
  });
}

function brokenBudget({ problem: { rules } }: ProblemIndex, cost: number): readonly BrokenRule[] {
  const { budget } = rules;
  if (budget === null || !exceeds(cost, budget)) return [];
  return [broken('budget', `The plan costs ${cost}, the budget is ${budget}.`, [], [])];
}
