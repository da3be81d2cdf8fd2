import { postMail } from '@alidade/database';
import type { Cohort } from '@alidade/database';
import type { EntityManager } from 'typeorm';

type Body = (cohort: Cohort, from: string | null) => string;

const NEWS = {
  CONFIRMED: {
    subject: (name: string) => `Your seat in ${name}`,
    body: ({ name, startsOn, endsOn }: Cohort) =>
      `You have a seat in ${name}, from ${startsOn} to ${endsOn}.`,
  },
  WAITLISTED: {
    subject: (name: string) => `You are waiting for a seat in ${name}`,
    body: ({ name }: Cohort) =>
      `All seats in ${name} are taken. You are on the waiting list and will be told when one is yours.`,
  },
  MOVED: {
    subject: (name: string) => `Your seat is now in ${name}`,
    body: ({ name, startsOn, endsOn }: Cohort, from: string | null) =>
      `You have a seat in ${name}, from ${startsOn} to ${endsOn}, instead of the one in ${from ?? 'another cohort'}.`,
  },
  TAKEN_BACK: {
    subject: (name: string) => `Your seat in ${name}`,
    body: ({ name }: Cohort) => `The plan has changed: you no longer have a seat in ${name}.`,
  },
  CANCELLED: {
    subject: (name: string) => `${name} does not take place`,
    body: ({ name, cancelReason }: Cohort) => `${name} does not take place: ${cancelReason ?? ''}`,
  },
} satisfies Record<string, { readonly subject: (name: string) => string; readonly body: Body }>;

export type SeatNews = keyof typeof NEWS;

/**
 * What somebody reads of their seat.
 * @param from  of MOVED: the name of the cohort in which they had one before
 */
export function seatMail(
  cohort: Cohort,
  news: SeatNews,
  from: string | null = null,
): { readonly subject: string; readonly body: string } {
  const { subject, body } = NEWS[news];
  return { subject: subject(cohort.name), body: body(cohort, from) };
}

interface SeatTold {
  readonly personId: string;
  readonly news: SeatNews;
  /** As `seatMail` takes it. */
  readonly from?: string | null;
}

/** Posts what has happened to somebody's seat, in the transaction in which it happens. */
export async function tellOfSeat(
  tx: EntityManager,
  cohort: Cohort,
  { personId, news, from }: SeatTold,
): Promise<void> {
  await postMail(tx, cohort.organizationId, { personId, ...seatMail(cohort, news, from) });
}
