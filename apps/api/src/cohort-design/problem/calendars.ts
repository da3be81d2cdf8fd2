import type { Cohort } from '@alidade/database';
import { groupedBy } from '../../platform/grouped-by.js';
import type { CandidateRow, ProblemSources, SeatRow } from './problem.queries.js';
import { weekOf, weeksBetween } from './weeks.js';

/** Weeks in which a cohort keeps its members away: those it names, else all from its first day to its last. O(weeks). */
export const weeksOf = ({
  weeks,
  startsOn,
  endsOn,
}: Pick<Cohort, 'weeks' | 'startsOn' | 'endsOn'>): readonly number[] =>
  weeks.length > 0 ? weeks.map((monday) => weekOf(monday)) : weeksBetween(startsOn, endsOn);

export interface Calendar {
  readonly unavailableWeeks: readonly number[];
  /** Also those in another cohort of which they have a seat. */
  readonly completedPrograms: readonly string[];
  /** Cohorts of the design in which they gave up a seat. */
  readonly gaveUp: readonly string[];
}

/** What stands in the way of each candidate: stated absences, seats in cohorts outside the design, programs behind them. */
export function calendarsOf({
  unavailable,
  seats,
  cohorts,
}: ProblemSources): (candidate: CandidateRow) => Calendar {
  const absences = groupedBy(unavailable, ({ personId }) => personId);
  const seatsOf = groupedBy(seats, ({ executiveId }) => executiveId);
  const inDesign = new Set(cohorts.map(({ id }) => id));
  return ({ id, personId }) => {
    const own = seatsOf.get(id) ?? [];
    const elsewhere = own.filter(
      (seat) => isActive(seat) && !seat.cohortEnded && !inDesign.has(seat.cohortId),
    );
    const weeks = [
      ...(absences.get(personId) ?? []).flatMap(({ startsOn, endsOn }) => weeksBetween(startsOn, endsOn)),
      ...elsewhere.flatMap(weeksOf),
    ];
    const completed = own.filter(({ status }) => status === 'COMPLETED');
    return {
      unavailableWeeks: [...new Set(weeks)].toSorted((a, b) => a - b),
      completedPrograms: [
        ...new Set([...completed, ...elsewhere].map(({ programId }) => programId)),
      ].toSorted(),
      gaveUp: own
        .filter(
          ({ status, takenBack, cohortId }) => status === 'WITHDRAWN' && !takenBack && inDesign.has(cohortId),
        )
        .map(({ cohortId }) => cohortId),
    };
  };
}

export const isActive = ({ status }: SeatRow): boolean => status === 'PENDING' || status === 'CONFIRMED';
