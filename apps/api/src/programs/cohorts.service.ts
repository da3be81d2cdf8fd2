import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Cohort, CohortStatus, inOrganization, updateGuarded } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import { tellOfSeat } from './enrollment-mail.js';
import { lockCohort } from './programs.queries.js';
import { letPlansFollow, moveUp } from './seats.js';

interface Step {
  readonly to: CohortStatus;
  readonly from: readonly CohortStatus[];
  readonly reason?: string;
  /** What becomes of the enrollments; the cohort is locked. */
  readonly afterwards?: (tx: EntityManager, cohort: Cohort) => Promise<void>;
}

/** The life of a cohort: PLANNED, OPEN, RUNNING, COMPLETED, or CANCELLED before it has begun. */
@Injectable()
export class CohortsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  open(viewer: Viewer, id: string): Promise<Cohort> {
    return this.move(viewer, id, { to: CohortStatus.OPEN, from: [CohortStatus.PLANNED], afterwards: moveUp });
  }

  start(viewer: Viewer, id: string): Promise<Cohort> {
    return this.move(viewer, id, {
      to: CohortStatus.RUNNING,
      from: [CohortStatus.PLANNED, CohortStatus.OPEN],
      afterwards: (tx, cohort) =>
        endEnrollments(tx, cohort, ['PENDING', 'WAITLISTED'], {
          to: 'DECLINED',
          reason: 'The cohort has begun.',
        }),
    });
  }

  /** Without attendance records everybody who had a seat took part. */
  complete(viewer: Viewer, id: string): Promise<Cohort> {
    return this.move(viewer, id, {
      to: CohortStatus.COMPLETED,
      from: [CohortStatus.RUNNING],
      afterwards: (tx, cohort) =>
        endEnrollments(tx, cohort, ['CONFIRMED'], { to: 'COMPLETED', reason: null }),
    });
  }

  cancel(viewer: Viewer, id: string, reason: string): Promise<Cohort> {
    return this.move(viewer, id, {
      to: CohortStatus.CANCELLED,
      from: [CohortStatus.PLANNED, CohortStatus.OPEN, CohortStatus.RUNNING],
      reason,
      afterwards: async (tx, cohort) => {
        for (const personId of await seatHolders(tx, cohort))
          // oxlint-disable-next-line no-await-in-loop
          await tellOfSeat(tx, cohort, { personId, news: 'CANCELLED' });
        await endEnrollments(tx, cohort, ['PENDING', 'CONFIRMED', 'WAITLISTED'], { to: 'DECLINED', reason });
      },
    });
  }

  private move(viewer: Viewer, id: string, { to, from, reason, afterwards }: Step): Promise<Cohort> {
    requireEverywhere(viewer, Permission.ProgramDesign);
    return inOrganization(this.db, viewer, async (tx) => {
      const before = await lockCohort(tx, viewer, id);
      if (!from.includes(before.status))
        throw new UseCaseError(
          'CONFLICT',
          `${before.name} is ${before.status}; only one that is ${from.join(' or ')} becomes ${to}.`,
        );
      const set = { status: to, ...(reason !== undefined && { cancelReason: reason }) };
      const cohort = await updateGuarded(tx, Cohort, before, { expectedVersion: before.version, set });
      await afterwards?.(tx, cohort);
      await recordAudit(tx, viewer, { action: `COHORT_${to}`, subjectId: id });
      return cohort;
    });
  }
}

/** Who was told of a seat or of waiting for one, as person ids: a pending seat is known to designers only. */
async function seatHolders(tx: EntityManager, { organizationId, id }: Cohort): Promise<string[]> {
  const rows: { personId: string }[] = await tx.query(
    `SELECT executive.person_id AS "personId" FROM enrollment
     JOIN executive ON executive.organization_id = $1 AND executive.id = enrollment.executive_id
     WHERE enrollment.organization_id = $1 AND cohort_id = $2 AND status IN ('CONFIRMED', 'WAITLISTED')`,
    [organizationId, id],
  );
  return rows.map(({ personId }) => personId);
}

async function endEnrollments(
  tx: EntityManager,
  { organizationId, id }: Cohort,
  from: readonly string[],
  { to, reason }: { readonly to: string; readonly reason: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE enrollment SET status = $4, reason = $5, version = version + 1
     WHERE organization_id = $1 AND cohort_id = $2 AND status = ANY($3)`,
    [organizationId, id, [...from], to, reason],
  );
  await letPlansFollow(tx, organizationId);
}
