import { postMail } from '@alidade/database';
import type { Cohort } from '@alidade/database';
import type { EntityManager } from 'typeorm';

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
  CANCELLED: {
    subject: (name: string) => `${name} does not take place`,
    body: ({ name, cancelReason }: Cohort) => `${name} does not take place: ${cancelReason ?? ''}`,
  },
} as const;

/** Posts what has happened to somebody's seat, in the transaction in which it happens. */
export async function tellOfSeat(
  tx: EntityManager,
  cohort: Cohort,
  { personId, news }: { readonly personId: string; readonly news: keyof typeof NEWS },
): Promise<void> {
  const { subject, body } = NEWS[news];
  await postMail(tx, cohort.organizationId, { personId, subject: subject(cohort.name), body: body(cohort) });
}
