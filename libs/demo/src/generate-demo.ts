import { accountsFor } from './accounts.js';
import { roundsFor } from './assessment/rounds.js';
import { careersFor } from './company/careers.js';
import { COMPANY, LEADERSHIP_LEVELS } from './company/company.js';
import { peopleFor } from './company/people.js';
import { seatsFor } from './company/seats.js';
import { unitsOf } from './company/units.js';
import { dayNumber } from './days.js';
import type { Demo, DemoFramework, DemoOptions, DemoProgram } from './demo.js';
import { statementsFor } from './direction/statements.js';
import { CAPABILITY_GROUPS, LEVEL_NAMES } from './framework/framework.js';
import { estimateScores } from './goals/estimated-levels.js';
import { goalsFor } from './goals/goals.js';
import { developmentActions } from './library/library.js';
import { plansFor } from './plans/plans.js';
import { cohortsFor } from './programs/cohorts.js';
import { PROGRAM_TEXTS } from './programs/program-text.js';
import { trueEffectsOf, trueGainsOf } from './truth/true-gains.js';
import { initialLevels, levelsByRound } from './truth/true-levels.js';

const FEWEST = 40;
const MOST = 100_000;

/**
 * A whole made-up organization: people and their history, framework, direction, rounds, programs, cohorts and goals,
 * all that happened until today. Its ratings come from `demoRatings`.
 *
 * @param options executives: whole number 40 … 100,000; seed: whole number; today: a day such as 2026-11-24, which
 *                all others are counted from
 * @returns       plain data, the same for the same options on any machine
 * @throws RangeError when an option is out of its range
 *
 * O(executives × capabilities × raters): all ratings are made once, unkept, to choose the targets of the goals.
 *
 * @example
 * const demo = generateDemo({ executives: 240, seed: 1, today: '2026-11-24' });
 * for (const round of demo.rounds) for (const rating of demoRatings(demo, round.key)) load(rating);
 */
export function generateDemo(options: DemoOptions): Demo {
  const today = checkedDay(options);
  const { seed } = options;
  const { people, executiveCount, seats } = peopleFor(
    careersFor(seatsFor(options.executives, seed), seed, today),
    seed,
    today,
  );
  const executives = people.slice(0, executiveCount);
  const indexOf = new Map(executives.map(({ externalId }, index) => [externalId, index]));
  const units = unitsOf(seats.map(({ unitPath }) => unitPath));
  const statements = statementsFor(seats, today);

  const initial = initialLevels(executives, seed);
  const cohorts = cohortsFor({ executives, initial, size: options.executives, seed, today });
  const rounds = roundsFor({ executives, cohorts, seed, today });
  const gains = trueGainsOf({ cohorts, initial, indexOf, seed });
  const levels = levelsByRound({ executives, initial, gains, cohorts, rounds, seed });

  const scores = estimateScores({ executives, rounds, truth: { levels }, seed });
  const baselineOn = rounds[0]?.closesOn ?? options.today;
  const goals = goalsFor({
    estimates: { executives, scores, statements },
    units,
    baselineOn,
    today,
  });
  const accounts = accountsFor(executives, cohorts, options.today);
  return {
    options,
    organization: { name: COMPANY.name, slug: COMPANY.slug, timeZone: COMPANY.timeZone },
    leadershipLevels: LEADERSHIP_LEVELS,
    units,
    people,
    accounts,
    framework: frameworkOf(),
    statements,
    programs: PROGRAM_TEXTS.map(withoutTruth),
    cohorts,
    rounds,
    goals,
    developmentActions: developmentActions(),
    plans: plansFor(
      executives,
      accounts.map(({ personExternalId }) => personExternalId),
      options.today,
    ),
    truth: { levels, effects: trueEffectsOf(gains) },
  };
}

function checkedDay({ executives, seed, today }: DemoOptions): number {
  if (!Number.isInteger(executives) || executives < FEWEST || executives > MOST)
    throw new RangeError(`A demo has ${FEWEST} to ${MOST} executives, got ${executives}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is a whole number, got ${seed}`);
  return dayNumber(today);
}

const withoutTruth = ({ key, title, purpose, develops }: (typeof PROGRAM_TEXTS)[number]): DemoProgram => ({
  key,
  title,
  purpose,
  develops: develops.map(({ capabilityCode, expectedGain, ceiling }) => ({
    capabilityCode,
    expectedGain,
    ceiling,
  })),
});

function frameworkOf(): DemoFramework {
  const groups = CAPABILITY_GROUPS.map(({ code, name, definition }) => ({
    code,
    name,
    definition,
    parentCode: null,
    anchors: [],
  }));
  const capabilities = CAPABILITY_GROUPS.flatMap((group) =>
    group.capabilities.map((capability) => ({ ...capability, parentCode: group.code })),
  );
  return {
    title: 'Tarnholm Leadership Capabilities',
    version: '1.0',
    levelNames: LEVEL_NAMES,
    items: [...groups, ...capabilities],
  };
}
