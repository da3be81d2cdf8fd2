import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization, RoundSubject } from '@alidade/database';
import type { AssessmentRound, ReadSession, ReleasedScore } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import { requireExecutive } from '../../directory/executives.queries.js';
import { requirePerson } from '../../directory/people.queries.js';
import { recordAudit } from '../../platform/audit.js';
import { requireRound } from '../rounds/rounds.queries.js';
import { looksAt, ownReports, REPORT_READ, reportOf } from './released-scores.queries.js';
import type { ReportLook } from './released-scores.queries.js';

interface OfSubject {
  readonly roundId: string;
  readonly executiveId: string;
}

/** What a released round shows of one subject, and who has looked at it. */
@Injectable()
export class ReportsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** A look at somebody else's report is in the audit trail before the report is out. */
  async releasedScores(viewer: Viewer, reads: ReadSession, of: OfSubject): Promise<ReleasedScore[]> {
    const { scores, isOwn } = await reads.read((tx) => reportOf(tx, viewer, of));
    if (isOwn || scores.length === 0) return scores;
    // No request holds two connections.
    await reads.renew();
    const { organizationId } = viewer;
    const detail = { roundId: of.roundId };
    await inOrganization(this.db, { organizationId }, (tx) =>
      recordAudit(tx, viewer, { action: REPORT_READ, subjectId: of.executiveId, detail }),
    );
    return scores;
  }

  mine(viewer: Viewer, reads: ReadSession): Promise<readonly OfSubject[]> {
    return reads.read((tx) => ownReports(tx, viewer));
  }

  /** @throws UseCaseError NOT_FOUND unless it is the viewer's own report, or they may read the audit trail there */
  looks(viewer: Viewer, reads: ReadSession, of: OfSubject): Promise<ReportLook[]> {
    return reads.read(async (tx) => {
      await requireRound(tx, viewer, of.roundId);
      const own = { permission: Permission.AuditView, self: true, reports: false };
      await requireExecutive(tx, viewer, of.executiveId, own);
      return looksAt(tx, viewer, of);
    });
  }

  /**
   * Who helps a subject with the report, and may read it; null: nobody any more.
   * @throws UseCaseError INVALID_INPUT when the subject is to coach themself
   */
  giveCoach(
    viewer: Viewer,
    { roundId, executiveId }: OfSubject,
    coachId: string | null,
  ): Promise<AssessmentRound> {
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const round = await requireRound(tx, viewer, roundId);
      const ties = { permission: Permission.AssessmentDesign, self: false, reports: false };
      const executive = await requireExecutive(tx, viewer, executiveId, ties);
      if (coachId !== null) await requirePerson(tx, viewer, coachId);
      if (coachId === executive.personId)
        throw new UseCaseError('INVALID_INPUT', 'A coach is somebody else than the subject.');
      const { affected } = await tx.update(
        RoundSubject,
        { organizationId, roundId, executiveId },
        { coachId },
      );
      if (!affected)
        throw new UseCaseError('NOT_FOUND', `Executive ${executiveId} is not assessed in this round`);
      const detail = { roundId, coachId };
      await recordAudit(tx, viewer, { action: 'COACH_GIVEN', subjectId: executiveId, detail });
      return round;
    });
  }
}
