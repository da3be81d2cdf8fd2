import type { CohortProblem, Placement } from '@alidade/cohorts';
import { UseCaseError } from '@alidade/errors';
import type { NameOf } from '@alidade/cohorts';

type Cohort = CohortProblem['cohorts'][number];
type Executive = CohortProblem['executives'][number];

const MOST_NAMED = 10;

/** What decides whether a placement still holds, by what it is called when it has changed. */
const OF_COHORT: readonly (readonly [string, (cohort: Cohort) => unknown])[] = [
  ['its program', ({ program }) => program],
  ['its place or mode', ({ mode, location }) => [mode, location]],
  ['its language', ({ language }) => language],
  ['its weeks', ({ weeks }) => weeks.toSorted((a, b) => a - b)],
  ['its seats', ({ minSeats, maxSeats }) => [minSeats, maxSeats]],
  ['its leadership levels', ({ leadershipLevels }) => leadershipLevels.toSorted()],
];
const OF_EXECUTIVE: readonly (readonly [string, (executive: Executive) => unknown])[] = [
  ['leadership level', ({ leadershipLevel }) => leadershipLevel],
  ['unit', ({ unit }) => unit],
  ['manager', ({ manager }) => manager],
  ['place', ({ location }) => location],
  ['languages', ({ languages }) => languages.toSorted()],
  ['weeks away', ({ unavailableWeeks }) => unavailableWeeks.toSorted((a, b) => a - b)],
  ['programs completed or entered', ({ completedPrograms }) => completedPrograms.toSorted()],
];

/**
 * What has changed since a plan was made, of its cohorts and of the people it seats, that decides whether the plan still
 * holds; levels are not among it, since they change what a seat is worth and not whether it may be taken.
 *
 * @returns sentences that name cohorts and people by their ids; none: the plan holds as it did
 *
 * O(executives + cohorts).
 */
export function changesSince(
  then: CohortProblem,
  now: CohortProblem,
  placements: readonly Placement[],
): readonly string[] {
  const used = new Set(placements.map(({ cohort }) => cohort));
  const seated = new Set(placements.map(({ executive }) => executive));
  return [
    ...differences(
      then.cohorts.filter(({ id }) => used.has(id)),
      now.cohorts,
      OF_COHORT,
      'is no cohort of the design',
    ),
    ...differences(
      then.executives.filter(({ id }) => seated.has(id)),
      now.executives,
      OF_EXECUTIVE,
      'is no candidate any more',
    ),
  ];
}

function differences<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  parts: readonly (readonly [string, (record: T) => unknown])[],
  gone: string,
): readonly string[] {
  const known = new Map(after.map((record) => [record.id, record]));
  return before.flatMap((record) => {
    const now = known.get(record.id);
    if (now === undefined) return [`${record.id} ${gone}`];
    const changed = parts
      .filter(([, of]) => JSON.stringify(of(record)) !== JSON.stringify(of(now)))
      .map(([name]) => name);
    return changed.length > 0 ? [`${record.id} (${changed.join(', ')})`] : [];
  });
}

/** @throws UseCaseError CONFLICT naming what has changed */
export function requireUnchanged(changes: readonly string[], inWords: NameOf): void {
  if (changes.length === 0) return;
  const named = changes.slice(0, MOST_NAMED).map(inWords).join('; ');
  const more = changes.length > MOST_NAMED ? `; and ${changes.length - MOST_NAMED} more` : '';
  throw new UseCaseError('CONFLICT', `Changed since the run: ${named}${more}. Run the design again.`);
}
