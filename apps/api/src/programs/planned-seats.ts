import type { Cohort } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { letPlansFollow } from './seats.js';

/** Seats of a plan, PENDING until it is published: nobody is told of them, and whoever planned them may take them back. */
export interface PlannedSeat {
  readonly id: string;
  readonly executiveId: string;
  /** Had asked for the seat and waited for it. */
  readonly wasWaiting: boolean;
}

/** Keeps a seat for each of these executives in a cohort that this transaction has locked; whoever waits for one gets it. */
export async function reserveSeats(
  tx: EntityManager,
  { organizationId, id }: Cohort,
  executiveIds: readonly string[],
): Promise<readonly PlannedSeat[]> {
  const [waiting]: [{ id: string; executiveId: string }[], number] = await tx.query(
    `UPDATE enrollment SET status = 'PENDING', version = version + 1
     WHERE organization_id = $1 AND cohort_id = $2 AND executive_id = ANY($3) AND status = 'WAITLISTED'
     RETURNING id, executive_id AS "executiveId"`,
    [organizationId, id, [...executiveIds]],
  );
  const waited = new Set(waiting.map(({ executiveId }) => executiveId));
  const added: { id: string; executiveId: string }[] = await tx.query(
    `INSERT INTO enrollment (organization_id, cohort_id, executive_id, status, position)
     SELECT $1, $2, wanted.id, 'PENDING', coalesce((SELECT max(position) FROM enrollment
       WHERE organization_id = $1 AND cohort_id = $2), 0) + wanted.number
     FROM unnest($3::uuid[]) WITH ORDINALITY AS wanted (id, number)
     RETURNING id, executive_id AS "executiveId"`,
    [organizationId, id, executiveIds.filter((executiveId) => !waited.has(executiveId))],
  );
  return [
    ...waiting.map((seat) => ({ ...seat, wasWaiting: true })),
    ...added.map((seat) => ({ ...seat, wasWaiting: false })),
  ];
}

/** Gives pending seats up without a trace: nobody was told of them. Whoever had waited before waits again. */
export async function giveUpReserved(
  tx: EntityManager,
  organizationId: string,
  seats: readonly Pick<PlannedSeat, 'id' | 'wasWaiting'>[],
): Promise<void> {
  const idsOf = (wasWaiting: boolean): string[] =>
    seats.filter((seat) => seat.wasWaiting === wasWaiting).map(({ id }) => id);
  await tx.query(
    `UPDATE enrollment SET status = 'WAITLISTED', version = version + 1
     WHERE organization_id = $1 AND id = ANY($2) AND status = 'PENDING'`,
    [organizationId, idsOf(true)],
  );
  await tx.query(
    `DELETE FROM enrollment WHERE organization_id = $1 AND id = ANY($2) AND status = 'PENDING'`,
    [organizationId, idsOf(false)],
  );
}

/** PENDING to CONFIRMED. */
export async function confirmReserved(
  tx: EntityManager,
  organizationId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE enrollment SET status = 'CONFIRMED', version = version + 1
     WHERE organization_id = $1 AND id = ANY($2) AND status = 'PENDING'`,
    [organizationId, [...ids]],
  );
  await letPlansFollow(tx, organizationId);
}

/** CONFIRMED to WITHDRAWN, with one reason for all of them. */
export async function takeBackSeats(
  tx: EntityManager,
  organizationId: string,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  await tx.query(
    `UPDATE enrollment SET status = 'WITHDRAWN', reason = $3, version = version + 1
     WHERE organization_id = $1 AND id = ANY($2) AND status = 'CONFIRMED'`,
    [organizationId, [...ids], reason],
  );
  await letPlansFollow(tx, organizationId);
}
