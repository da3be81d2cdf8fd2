import type { CohortProblem, Executive } from '../document/problem.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { executivesCounted } from '../referee/executives-counted.js';
import { Exclusion } from '../referee/seat.js';
import type { ConflictingRule } from './conflicting-rule.js';

/** One rule that can be taken out of a problem. */
export interface RuleAtom {
  readonly kind: ConflictingRule['rule'];
  readonly stated: ConflictingRule;
  /** What it is about: an executive, a cohort, or the place in the problem's list. */
  readonly id: string;
}

/** Everything in a problem that a designer could let go of so that a plan becomes possible. */
export function ruleAtomsOf(index: ProblemIndex): readonly RuleAtom[] {
  return [...limitAtoms(index), ...cohortAtoms(index), ...pairAtoms(index), ...personAtoms(index)];
}

const atom = (
  kind: RuleAtom['kind'],
  id: string,
  sentence: string,
  concerned: { readonly executives?: readonly string[]; readonly cohorts?: readonly string[] },
): RuleAtom => ({
  kind,
  id,
  stated: {
    rule: kind,
    sentence,
    executives: concerned.executives ?? [],
    cohorts: concerned.cohorts ?? [],
  },
});

function limitAtoms({ problem: { rules } }: ProblemIndex): readonly RuleAtom[] {
  const { maxPerUnitPerCohort, maxUnitAbsence, budget, maxVirtualHours } = rules;
  const atoms: RuleAtom[] = [];
  if (maxPerUnitPerCohort !== null)
    atoms.push(
      atom(
        'maxPerUnitPerCohort',
        '',
        `At most ${executivesCounted(maxPerUnitPerCohort)} of a unit may sit in a cohort.`,
        {},
      ),
    );
  if (maxUnitAbsence !== null) {
    const percent = Math.round(100 * maxUnitAbsence);
    atoms.push(
      atom('maxUnitAbsence', '', `At most ${percent} % of a unit, two at least, may be away in a week.`, {}),
    );
  }
  if (budget !== null) atoms.push(atom('budget', '', `The plan may cost at most ${budget}.`, {}));
  if (maxVirtualHours !== null)
    atoms.push(
      atom(
        'maxVirtualHours',
        '',
        `A virtual cohort may be at most ${maxVirtualHours} hours from home by the clock.`,
        {},
      ),
    );
  return atoms;
}

function cohortAtoms({ problem, nameOf }: ProblemIndex): readonly RuleAtom[] {
  return problem.cohorts.flatMap(({ id, minSeats, maxSeats, mustRun }) => {
    const concerned = { cohorts: [id] };
    return [
      ...(mustRun ? [atom('mustRun', id, `${nameOf(id)} must run.`, concerned)] : []),
      ...(minSeats > 1
        ? [
            atom(
              'minSeats',
              id,
              `${nameOf(id)} needs at least ${executivesCounted(minSeats)} to run.`,
              concerned,
            ),
          ]
        : []),
      atom('maxSeats', id, `${nameOf(id)} has ${maxSeats} seats.`, concerned),
    ];
  });
}

function pairAtoms({ problem, nameOf }: ProblemIndex): readonly RuleAtom[] {
  const { apart, together, locked, forbidden } = problem.rules;
  return [
    ...apart.map(([a, b], k) =>
      atom('apart', String(k), `${nameOf(a)} and ${nameOf(b)} are to be apart.`, { executives: [a, b] }),
    ),
    ...together.map(([a, b], k) =>
      atom('together', String(k), `${nameOf(a)} and ${nameOf(b)} are to be together.`, {
        executives: [a, b],
      }),
    ),
    ...locked.map(({ executive, cohort }, k) =>
      atom('locked', String(k), `${nameOf(executive)} is locked into ${nameOf(cohort)}.`, {
        executives: [executive],
        cohorts: [cohort],
      }),
    ),
    ...forbidden.map(({ executive, cohort }, k) =>
      atom('forbidden', String(k), `${nameOf(executive)} may not be placed in ${nameOf(cohort)}.`, {
        executives: [executive],
        cohorts: [cohort],
      }),
    ),
  ];
}

function personAtoms(index: ProblemIndex): readonly RuleAtom[] {
  const { problem, nameOf } = index;
  const forced = mustSit(problem);
  return problem.executives.flatMap((executive) => {
    const { id, manager } = executive;
    const managed =
      manager !== null && index.executives.has(manager)
        ? [
            atom('manager', id, `${nameOf(id)} may not sit with their own manager, ${nameOf(manager)}.`, {
              executives: [id, manager],
            }),
          ]
        : [];
    const mandatory = executive.mandatory
      ? [atom('mandatory', id, `${nameOf(id)} must have a seat.`, { executives: [id] })]
      : [];
    return [...managed, ...mandatory, ...(forced.has(id) ? exclusionAtoms(index, executive) : [])];
  });
}

function exclusionAtoms({ nameOf }: ProblemIndex, executive: Executive): readonly RuleAtom[] {
  const { id, languages, completedPrograms, unavailableWeeks } = executive;
  const concerned = { executives: [id] };
  const name = nameOf(id);
  return [
    atom(
      Exclusion.LeadershipLevel,
      id,
      `${name} may sit only where their leadership level is admitted.`,
      concerned,
    ),
    atom(Exclusion.Language, id, `${name} speaks ${languages.join(', ') || 'no language'}.`, concerned),
    ...(completedPrograms.length > 0
      ? [atom(Exclusion.CompletedProgram, id, `${name} does not repeat a completed program.`, concerned)]
      : []),
    ...(unavailableWeeks.length > 0
      ? [atom(Exclusion.UnavailableWeek, id, `${name} is unavailable in some weeks.`, concerned)]
      : []),
  ];
}

/** Who is mandatory, locked, or to be together with somebody who is. */
function mustSit({ executives, rules }: CohortProblem): ReadonlySet<string> {
  const forced = new Set([
    ...executives.filter(({ mandatory }) => mandatory).map(({ id }) => id),
    ...rules.locked.map(({ executive }) => executive),
  ]);
  for (let before = -1; before !== forced.size;) {
    before = forced.size;
    for (const [a, b] of rules.together) if (forced.has(a) || forced.has(b)) forced.add(a).add(b);
  }
  return forced;
}
