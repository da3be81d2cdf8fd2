import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { CohortStatus, EnrollmentStatus, Executive, inOrganization } from '@alidade/database';
import type { Cohort, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo } from '../directory/executives.queries.js';
import { eligibilityOf } from './eligibility.queries.js';
import type { Candidate } from './eligibility.queries.js';
import { enrollmentsSeenBy, requireEnrollment } from './enrollments.queries.js';
import type { SeenEnrollment } from './enrollments.queries.js';
import { tellOfSeat } from './enrollment-mail.js';
import { lockCohort } from './programs.queries.js';
import { addEnrollments, moveUp, seatsLeft, setStatus } from './seats.js';

@Injectable()
export class EnrollmentsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The viewer's own, whatever became of them. */
  async own(viewer: Viewer, reads: ReadSession): Promise<readonly SeenEnrollment[]> {
    const { organizationId, personId } = viewer;
    return reads.read(async (tx) => {
      const executive = await tx.findOneBy(Executive, { organizationId, personId });
      return executive ? enrollmentsSeenBy(tx, viewer, { executiveIds: [executive.id] }) : [];
    });
  }

  /**
   * Seats by hand, all or nothing; those enrolled are told.
   * @throws UseCaseError NOT_FOUND for executives out of reach; INVALID_INPUT naming each who is not eligible and why;
   *         CONFLICT when the cohort has begun or has too few seats left
   */
  enroll(viewer: Viewer, cohortId: string, executiveIds: readonly string[]): Promise<SeenEnrollment[]> {
    return inOrganization(this.db, viewer, async (tx) => {
      const cohort = await lockCohort(tx, viewer, cohortId);
      requireStatus(cohort, [CohortStatus.PLANNED, CohortStatus.OPEN]);
      await requireReach(tx, viewer, executiveIds);
      const candidates = await eligibilityOf(tx, cohort, executiveIds);
      requireEligible(candidates, executiveIds);
      const left = await seatsLeft(tx, cohort);
      if (executiveIds.length > left)
        throw new UseCaseError(
          'CONFLICT',
          `${cohort.name} has ${left} seats left, not ${executiveIds.length}.`,
        );
      const enrolled = await addEnrollments(tx, cohort, candidates, EnrollmentStatus.CONFIRMED);
      for (const { personId } of enrolled)
        // oxlint-disable-next-line no-await-in-loop
        await tellOfSeat(tx, cohort, { personId, news: 'CONFIRMED' });
      return enrolled;
    });
  }

  /** Asked for by the person: a seat while there is one and nobody waits, else the end of the waiting list. */
  requestSeat(viewer: Viewer, cohortId: string): Promise<SeenEnrollment> {
    const { organizationId, personId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const cohort = await lockCohort(tx, viewer, cohortId);
      const executive = await tx.findOneBy(Executive, { organizationId, personId });
      if (!executive) throw new UseCaseError('FORBIDDEN', 'Seats are for executives.');
      requireStatus(cohort, [CohortStatus.OPEN]);
      const [candidate] = await eligibilityOf(tx, cohort, [executive.id]);
      if (!candidate) throw new Error('An executive without a person');
      if (candidate.reasons.length > 0)
        throw new UseCaseError(
          'INVALID_INPUT',
          `You can have no seat: who asks ${candidate.reasons.join(', ')}.`,
        );
      const status =
        (await seatsLeft(tx, cohort)) > 0 ? EnrollmentStatus.CONFIRMED : EnrollmentStatus.WAITLISTED;
      const [enrollment] = await addEnrollments(tx, cohort, [candidate], status);
      if (!enrollment) throw new Error('INSERT … RETURNING gave no row');
      await tellOfSeat(tx, cohort, { personId, news: status });
      return enrollment;
    });
  }

  /** By the person or a designer; the seat goes to the first who waits. */
  withdraw(viewer: Viewer, id: string, reason: string): Promise<SeenEnrollment> {
    return inOrganization(this.db, viewer, async (tx) => {
      const { cohortId } = await requireEnrollment(tx, viewer, id);
      const cohort = await lockCohort(tx, viewer, cohortId);
      const enrollment = await requireEnrollment(tx, viewer, id);
      requireStatus(cohort, [CohortStatus.PLANNED, CohortStatus.OPEN, CohortStatus.RUNNING]);
      const leaving: readonly EnrollmentStatus[] = ['PENDING', 'CONFIRMED', 'WAITLISTED'];
      if (!leaving.includes(enrollment.status))
        throw new UseCaseError(
          'CONFLICT',
          `This enrollment is ${enrollment.status}; only ${leaving.join(', ')} can end.`,
        );
      await setStatus(tx, enrollment, EnrollmentStatus.WITHDRAWN, reason);
      if (cohort.status === CohortStatus.OPEN) await moveUp(tx, cohort);
      const { executiveId, personId } = enrollment;
      return { id, cohortId, executiveId, personId, status: EnrollmentStatus.WITHDRAWN };
    });
  }
}

function requireStatus({ name, status }: Cohort, allowed: readonly CohortStatus[]): void {
  if (!allowed.includes(status))
    throw new UseCaseError(
      'CONFLICT',
      `${name} is ${status}; this needs one that is ${allowed.join(' or ')}.`,
    );
}

/** @throws UseCaseError NOT_FOUND for those whom the viewer does not design programs for */
async function requireReach(tx: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const ties = { permission: Permission.ProgramDesign, self: false, reports: false };
  const rows = await executivesTiedTo(tx, viewer, ties)
    .select('executive.id', 'id')
    .andWhere('executive.id::text = ANY(:ids)', { ids: [...ids] })
    .getRawMany<{ id: string }>();
  const known = new Set(rows.map(({ id }) => id));
  const faults = ids.flatMap((id, i) => (known.has(id) ? [] : [`executiveIds.${i}: no executive ${id}`]));
  if (faults.length > 0) throw new UseCaseError('NOT_FOUND', faults.join('; '));
}

function requireEligible(candidates: readonly Candidate[], executiveIds: readonly string[]): void {
  const reasons = new Map(candidates.map((candidate) => [candidate.executiveId, candidate.reasons]));
  const fields = executiveIds.flatMap((id, i) => {
    const why = reasons.get(id) ?? [];
    return why.length > 0
      ? [{ path: `executiveIds.${i}`, message: `executiveIds.${i} ${why.join(', ')}` }]
      : [];
  });
  if (fields.length === 0) return;
  throw new UseCaseError('INVALID_INPUT', `${fields.map(({ message }) => message).join('; ')}.`, { fields });
}
