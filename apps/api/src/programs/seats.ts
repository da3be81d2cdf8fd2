import { Enrollment, enqueueJob, EnrollmentStatus, JobKind, updateGuarded } from '@alidade/database';
import type { Cohort } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { eligibilityOf } from './eligibility.queries.js';
import type { Candidate } from './eligibility.queries.js';
import type { SeenEnrollment } from './enrollments.queries.js';
import { tellOfSeat } from './enrollment-mail.js';

/** Plans follow who has a seat: asked for by whatever gives one or takes it away, in its transaction. */
export async function letPlansFollow(tx: EntityManager, organizationId: string): Promise<void> {
  await enqueueJob(tx, organizationId, {
    kind: JobKind.PlanTemplates,
    key: 'plan-templates',
    personId: null,
  });
}

/** Of a cohort that this transaction has locked. */
export async function seatsLeft(
  tx: EntityManager,
  { organizationId, id, maxSeats }: Cohort,
): Promise<number> {
  const [row]: { taken: number }[] = await tx.query(
    `SELECT count(*) AS taken FROM enrollment
     WHERE organization_id = $1 AND cohort_id = $2 AND status IN ('PENDING', 'CONFIRMED')`,
    [organizationId, id],
  );
  return maxSeats - (row?.taken ?? 0);
}

/** In the order given, behind everybody who asked before. */
export async function addEnrollments(
  tx: EntityManager,
  { organizationId, id }: Cohort,
  candidates: readonly Candidate[],
  status: EnrollmentStatus,
): Promise<SeenEnrollment[]> {
  const rows: Omit<SeenEnrollment, 'personId'>[] = await tx.query(
    `INSERT INTO enrollment (organization_id, cohort_id, executive_id, status, position)
     SELECT $1, $2, asked.id, $4, coalesce((SELECT max(position) FROM enrollment
       WHERE organization_id = $1 AND cohort_id = $2), 0) + asked.number
     FROM unnest($3::uuid[]) WITH ORDINALITY AS asked (id, number)
     RETURNING id, cohort_id AS "cohortId", executive_id AS "executiveId", status`,
    [organizationId, id, candidates.map(({ executiveId }) => executiveId), status],
  );
  await letPlansFollow(tx, organizationId);
  const personOf = new Map(candidates.map(({ executiveId, personId }) => [executiveId, personId]));
  return rows.map((row) => ({ ...row, personId: personOf.get(row.executiveId) ?? '' }));
}

/** @param reason  why it ended; null for one that goes on */
export async function setStatus(
  tx: EntityManager,
  enrollment: Pick<Enrollment, 'organizationId' | 'id' | 'version'>,
  status: EnrollmentStatus,
  reason: string | null,
): Promise<void> {
  const set = { status, ...(reason !== null && { reason }) };
  await updateGuarded(tx, Enrollment, enrollment, { expectedVersion: enrollment.version, set });
  await letPlansFollow(tx, enrollment.organizationId);
}

/** Gives free seats to those who wait, in the order of asking, passing over whoever is no longer eligible; they are told. */
export async function moveUp(tx: EntityManager, cohort: Cohort): Promise<void> {
  const { organizationId, id: cohortId } = cohort;
  let left = await seatsLeft(tx, cohort);
  const waiting = await tx.find(Enrollment, {
    where: { organizationId, cohortId, status: EnrollmentStatus.WAITLISTED },
    order: { position: 'ASC' },
  });
  for (const enrollment of waiting) {
    if (left === 0) return;
    // oxlint-disable-next-line no-await-in-loop
    const [candidate] = await eligibilityOf(tx, cohort, [enrollment.executiveId]);
    const reasons = candidate?.reasons.filter((reason) => !reason.includes('WAITLISTED')) ?? [];
    if (!candidate || reasons.length > 0) continue;
    // oxlint-disable-next-line no-await-in-loop
    await setStatus(tx, enrollment, EnrollmentStatus.CONFIRMED, null);
    // oxlint-disable-next-line no-await-in-loop
    await tellOfSeat(tx, cohort, { personId: candidate.personId, news: 'CONFIRMED' });
    left -= 1;
  }
}
