import type { BrokenRule, RuleName } from './broken-rule.js';
import type { CohortProblem, Executive } from './problem.js';
import type { ProblemIndex } from './problem-index.js';
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
const exclusionSentence = (executive: string, cohort: string, reason: Exclusion): string =>
  `${executive} may not sit in ${cohort}: ${EXCLUDED_BECAUSE[reason]}.`;

/** Every rule that a seating breaks, in the order of the rules; `cost` is the plan's. */
export function brokenRules(
  index: ProblemIndex,
  standing: StandingFigures,
  seating: Seating,
  cost: number,
): readonly BrokenRule[] {
  return [
    ...brokenEligibility(index, seating),
    ...brokenOneCohort(seating),
    ...seating.cohorts.flatMap(brokenSeats),
    ...seating.cohorts.flatMap(brokenManager),
    ...brokenPairs(index.problem, seating),
    ...brokenDuties(index.problem, seating),
    ...brokenUnitLimits(index.problem, seating),
    ...brokenAbsence(standing, seating),
    ...brokenBudget(index.problem, cost),
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
        broken(reason, exclusionSentence(member.id, cohort.id, reason), [member.id], [cohort.id]),
      ),
    ),
  );
}

function brokenOneCohort({ cohortsOf }: Seating): readonly BrokenRule[] {
  return [...cohortsOf]
    .filter(([, cohorts]) => cohorts.length > 1)
    .map(([id, cohorts]) =>
      broken('oneCohort', `${id} sits more than once: ${cohorts.join(', ')}.`, [id], cohorts),
    );
}

function brokenSeats({ cohort, members }: SeatedCohort): readonly BrokenRule[] {
  const { id, minSeats, maxSeats, mustRun } = cohort;
  const seated = members.map((member) => member.id);
  if (seated.length === 0)
    return mustRun ? [broken('mustRun', `${id} must run, but nobody sits in it.`, [], [id])] : [];
  if (seated.length > maxSeats)
    return [broken('seats', `${id} has ${maxSeats} seats, but ${seated.length} executives.`, seated, [id])];
  if (seated.length < minSeats)
    return [
      broken('seats', `${id} needs ${minSeats} executives to run, but has ${seated.length}.`, seated, [id]),
    ];
  return [];
}

function brokenManager({ cohort, members }: SeatedCohort): readonly BrokenRule[] {
  const seated = new Set(members.map(({ id }) => id));
  return members.flatMap(({ id, manager }) =>
    manager !== null && seated.has(manager)
      ? [
          broken(
            'manager',
            `${id} sits in ${cohort.id} with their own manager, ${manager}.`,
            [id, manager],
            [cohort.id],
          ),
        ]
      : [],
  );
}

const inWords = (cohorts: readonly string[]): string =>
  cohorts.length > 0 ? cohorts.join(', ') : 'no cohort';

function brokenPairs({ rules }: CohortProblem, { cohortsOf }: Seating): readonly BrokenRule[] {
  const cohortsFor = (id: string): readonly string[] => cohortsOf.get(id) ?? [];
  const apart = rules.apart.flatMap(([a, b]) => {
    const common = cohortsFor(a).filter((cohort) => cohortsFor(b).includes(cohort));
    return common.length > 0
      ? [
          broken(
            'apart',
            `${a} and ${b} are to be apart, but both sit in ${common.join(', ')}.`,
            [a, b],
            common,
          ),
        ]
      : [];
  });
  const together = rules.together.flatMap(([a, b]) => {
    const [ofA, ofB] = [cohortsFor(a), cohortsFor(b)];
    if (ofA.length === ofB.length && ofA.every((cohort) => ofB.includes(cohort))) return [];
    const sentence = `${a} and ${b} are to be together, but sit in ${inWords(ofA)} and ${inWords(ofB)}.`;
    return [broken('together', sentence, [a, b], [...ofA, ...ofB])];
  });
  return [...apart, ...together];
}

function brokenDuties({ rules, executives }: CohortProblem, seating: Seating): readonly BrokenRule[] {
  const locked = rules.locked
    .filter(({ executive, cohort }) => !isIn(seating, executive, cohort))
    .map(({ executive, cohort }) =>
      broken(
        'locked',
        `${executive} is locked into ${cohort}, but does not sit there.`,
        [executive],
        [cohort],
      ),
    );
  const mandatory = executives
    .filter(({ id, mandatory: must }) => must && !seating.cohortsOf.has(id))
    .map(({ id }) => broken('mandatory', `${id} must have a seat, but has none.`, [id], []));
  return [...locked, ...mandatory];
}

function brokenUnitLimits({ rules }: CohortProblem, { cohorts }: Seating): readonly BrokenRule[] {
  const limit = rules.maxPerUnitPerCohort;
  if (limit === null) return [];
  return cohorts.flatMap(({ cohort, members }) =>
    [...byUnit(members)]
      .filter(([, people]) => people.length > limit)
      .map(([unit, people]) =>
        broken(
          'maxPerUnitPerCohort',
          `${cohort.id} has ${people.length} executives of ${unit}; at most ${limit} of a unit may sit in a cohort.`,
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

function brokenAbsence({ absenceLimit }: StandingFigures, { cohorts }: Seating): readonly BrokenRule[] {
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
    const sentence = `${people.size} executives of ${unit} are away in week ${week}; at most ${limit} may be.`;
    return [broken('maxUnitAbsence', sentence, [...people], [...where])];
  });
}

function brokenBudget({ rules: { budget } }: CohortProblem, cost: number): readonly BrokenRule[] {
  if (budget === null || !exceeds(cost, budget)) return [];
  return [broken('budget', `The plan costs ${cost}, the budget is ${budget}.`, [], [])];
}
