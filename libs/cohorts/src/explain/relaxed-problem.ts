import type { Cohort, CohortProblem, Executive, Preferences, Rules } from '../document/problem.js';
import { Exclusion } from '../referee/seat.js';
import type { RuleAtom } from './rule-atoms.js';

const NO_PREFERENCES: Preferences = {
  shares: [],
  notAlone: [],
  similarStart: null,
  fairSeats: null,
  stability: null,
};

/** A leadership level that every cohort admits, for whom the rule about levels is let go of. */
const ANY_LEVEL = '*';

/** A problem without preferences and without the rules taken out: it has a plan when the others can hold together. */
export function withoutRules(problem: CohortProblem, out: readonly RuleAtom[]): CohortProblem {
  const gone = new Set(out.map(({ kind, id }) => `${kind} ${id}`));
  const has = (kind: RuleAtom['kind'], id: string | number = ''): boolean => !gone.has(`${kind} ${id}`);
  return {
    ...problem,
    leadershipLevels: [...problem.leadershipLevels, ANY_LEVEL],
    cohorts: problem.cohorts.map((cohort) => cohortWith(cohort, problem.executives.length, has)),
    executives: problem.executives.map((executive) => executiveWith(executive, problem, has)),
    rules: rulesWith(problem.rules, has),
    preferences: NO_PREFERENCES,
  };
}

type Has = (kind: RuleAtom['kind'], id?: string | number) => boolean;

function cohortWith(cohort: Cohort, people: number, has: Has): Cohort {
  const { id, minSeats, maxSeats, mustRun } = cohort;
  const needed = has('minSeats', id) ? minSeats : 0;
  return {
    ...cohort,
    minSeats: needed,
    maxSeats: has('maxSeats', id) ? maxSeats : Math.max(people, needed),
    mustRun: mustRun && has('mustRun', id),
    leadershipLevels: [...cohort.leadershipLevels, ANY_LEVEL],
  };
}

function executiveWith(executive: Executive, { cohorts }: CohortProblem, has: Has): Executive {
  const { id } = executive;
  return {
    ...executive,
    mandatory: executive.mandatory && has('mandatory', id),
    manager: has('manager', id) ? executive.manager : null,
    leadershipLevel: has(Exclusion.LeadershipLevel, id) ? executive.leadershipLevel : ANY_LEVEL,
    languages: has(Exclusion.Language, id) ? executive.languages : cohorts.map(({ language }) => language),
    completedPrograms: has(Exclusion.CompletedProgram, id) ? executive.completedPrograms : [],
    unavailableWeeks: has(Exclusion.UnavailableWeek, id) ? executive.unavailableWeeks : [],
  };
}

function rulesWith(rules: Rules, has: Has): Rules {
  const kept =
    (kind: RuleAtom['kind']) =>
    (_: unknown, k: number): boolean =>
      has(kind, k);
  return {
    ...rules,
    apart: rules.apart.filter(kept('apart')),
    together: rules.together.filter(kept('together')),
    locked: rules.locked.filter(kept('locked')),
    forbidden: rules.forbidden.filter(kept('forbidden')),
    maxPerUnitPerCohort: has('maxPerUnitPerCohort') ? rules.maxPerUnitPerCohort : null,
    maxUnitAbsence: has('maxUnitAbsence') ? rules.maxUnitAbsence : null,
    budget: has('budget') ? rules.budget : null,
    maxVirtualHours: has('maxVirtualHours') ? rules.maxVirtualHours : null,
  };
}
