import type { CohortDesign } from '@alidade/database';
import type { EntityManager } from 'typeorm';

/** An active enrollment that a design has made. */
export interface DesignedSeat {
  readonly id: string;
  readonly executiveId: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly status: 'PENDING' | 'CONFIRMED';
  readonly wasWaiting: boolean;
}

type Of = Pick<CohortDesign, 'organizationId' | 'id'>;

export function seatsOfDesign(tx: EntityManager, { organizationId, id }: Of): Promise<DesignedSeat[]> {
  return tx.query(
    `SELECT seat.id, seat.executive_id AS "executiveId", executive.person_id AS "personId",
       seat.cohort_id AS "cohortId", seat.status, designed.was_waiting AS "wasWaiting"
     FROM designed_enrollment AS designed
     JOIN enrollment AS seat ON seat.organization_id = $1 AND seat.id = designed.enrollment_id
     JOIN executive ON executive.organization_id = $1 AND executive.id = seat.executive_id
     WHERE designed.organization_id = $1 AND designed.design_id = $2 AND seat.status IN ('PENDING', 'CONFIRMED')
     ORDER BY seat.executive_id, seat.id`,
    [organizationId, id],
  );
}

/** Nobody else enrolls in these cohorts until the transaction ends. */
export async function lockCohorts(tx: EntityManager, { organizationId, id }: Of): Promise<void> {
  await tx.query(
    `SELECT FROM cohort WHERE organization_id = $1 AND id IN (
       SELECT cohort_id FROM cohort_design_cohort WHERE organization_id = $1 AND design_id = $2)
     ORDER BY id FOR UPDATE`,
    [organizationId, id],
  );
}

export interface NotedSeat {
  readonly id: string;
  readonly wasWaiting: boolean;
}

/** Notes whose seats these are; one that is known already belongs to the new run. */
export async function noteSeats(
  tx: EntityManager,
  { organizationId, id }: Of,
  runId: string,
  seats: readonly NotedSeat[],
): Promise<void> {
  await tx.query(
    `INSERT INTO designed_enrollment (organization_id, enrollment_id, design_id, run_id, was_waiting)
     SELECT $1, seat.id, $2, $3, seat.waited FROM unnest($4::uuid[], $5::boolean[]) AS seat (id, waited)
     ON CONFLICT (organization_id, enrollment_id)
       DO UPDATE SET design_id = excluded.design_id, run_id = excluded.run_id, was_waiting = excluded.was_waiting`,
    [organizationId, id, runId, seats.map((seat) => seat.id), seats.map(({ wasWaiting }) => wasWaiting)],
  );
}

export async function forgetSeats(
  tx: EntityManager,
  { organizationId }: Of,
  ids: readonly string[],
): Promise<void> {
  await tx.query(`DELETE FROM designed_enrollment WHERE organization_id = $1 AND enrollment_id = ANY($2)`, [
    organizationId,
    [...ids],
  ]);
}

export async function noteTakenBack(
  tx: EntityManager,
  { organizationId }: Of,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE designed_enrollment SET taken_back = true WHERE organization_id = $1 AND enrollment_id = ANY($2)`,
    [organizationId, [...ids]],
  );
}
