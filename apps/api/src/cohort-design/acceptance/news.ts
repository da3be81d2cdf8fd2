import type { Cohort } from '@alidade/database';
import { seatMail } from '../../programs/enrollment-mail.js';
import type { SeatNews } from '../../programs/enrollment-mail.js';
import type { DesignedSeat } from './designed-seats.queries.js';

/** What one person is told when a design is published. */
export interface SeatNewsItem {
  readonly executiveId: string;
  readonly personId: string;
  readonly news: Extract<SeatNews, 'CONFIRMED' | 'MOVED' | 'TAKEN_BACK'>;
  /** The cohort it is about: the new one, or the one in which the seat is lost. */
  readonly cohortId: string;
  /** Of MOVED: where the seat was. */
  readonly fromCohortId: string | null;
  readonly subject: string;
  readonly body: string;
}

export interface Publication {
  readonly items: readonly SeatNewsItem[];
  /** Seats to confirm, and to take back. */
  readonly confirm: readonly DesignedSeat[];
  readonly takeBack: readonly DesignedSeat[];
}

/**
 * What publishing changes and whom it tells what: a new seat, another one than before, or none any more. Whoever keeps
 * their seat hears nothing.
 *
 * @param seats    active enrollments of the design
 * @param planned  executive -> cohort, as the accepted run has it
 * @param cohorts  of the design, by id
 *
 * O(seats).
 */
export function publicationOf(
  seats: readonly DesignedSeat[],
  planned: ReadonlyMap<string, string>,
  cohorts: ReadonlyMap<string, Cohort>,
): Publication {
  const confirm = seats.filter(({ status }) => status === 'PENDING');
  const takeBack = seats.filter(
    ({ status, executiveId, cohortId }) => status === 'CONFIRMED' && planned.get(executiveId) !== cohortId,
  );
  const lost = new Map(takeBack.map((seat) => [seat.executiveId, seat]));
  const won = new Set(confirm.map(({ executiveId }) => executiveId));
  const mail = (seat: DesignedSeat, news: SeatNewsItem['news'], from: string | null): SeatNewsItem => {
    const cohort = cohorts.get(seat.cohortId);
    if (!cohort) throw new Error(`Cohort ${seat.cohortId} is not of the design`);
    const { executiveId, personId, cohortId } = seat;
    const fromName = from === null ? null : (cohorts.get(from)?.name ?? null);
    return { executiveId, personId, news, cohortId, fromCohortId: from, ...seatMail(cohort, news, fromName) };
  };
  const items = [
    ...confirm.map((seat) => {
      const from = lost.get(seat.executiveId)?.cohortId ?? null;
      return mail(seat, from === null ? 'CONFIRMED' : 'MOVED', from);
    }),
    ...takeBack
      .filter(({ executiveId }) => !won.has(executiveId))
      .map((seat) => mail(seat, 'TAKEN_BACK', null)),
  ];
  return { items, confirm, takeBack };
}
