import type { Cohort } from '@alidade/database';
import { isActive } from './calendars.js';
import type { ProblemSources } from './problem.queries.js';

export interface SeatsLeft {
  /** Candidates who hold a seat in a cohort of the design that this design did not give them: they keep it. */
  readonly seatedElsewise: ReadonlySet<string>;
  /** What the design may still fill, and what it still has to. */
  readonly of: (cohort: Cohort) => {
    readonly minSeats: number;
    readonly maxSeats: number;
    readonly taken: number;
  };
}

/** Seats of the cohorts less those that others than this design have given. */
export function seatsLeftIn({ seats, cohorts }: Pick<ProblemSources, 'seats' | 'cohorts'>): SeatsLeft {
  const inDesign = new Set(cohorts.map(({ id }) => id));
  const others = seats.filter((seat) => isActive(seat) && !seat.own && inDesign.has(seat.cohortId));
  const taken = new Map<string, number>();
  for (const { cohortId } of others) taken.set(cohortId, (taken.get(cohortId) ?? 0) + 1);
  return {
    seatedElsewise: new Set(others.map(({ executiveId }) => executiveId)),
    of: ({ id, minSeats, maxSeats }) => {
      const count = taken.get(id) ?? 0;
      const left = Math.max(0, maxSeats - count);
      return { minSeats: Math.min(left, Math.max(0, minSeats - count)), maxSeats: left, taken: count };
    },
  };
}
