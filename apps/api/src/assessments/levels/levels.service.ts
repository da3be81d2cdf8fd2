import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Capability, inOrganization, LevelEvidence } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { LevelSource } from '@alidade/readiness';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { requireExecutive } from '../../directory/executives.queries.js';
import type { Ties } from '../../directory/executives.queries.js';
import { recordAudit } from '../../platform/audit.js';
import { noteReadinessCause } from '../../platform/readiness-causes.js';
import type { CapabilityLevelType } from './levels.types.js';

/** A panel is called by designers; a manager rates those who report to them, or a designer enters it for the manager. */
const TIES: Readonly<Record<'PANEL' | 'MANAGER', Ties>> = {
  PANEL: { permission: Permission.AssessmentDesign, self: false, reports: false },
  MANAGER: { permission: Permission.AssessmentDesign, self: false, reports: true },
};

export interface RecordedLevel {
  readonly executiveId: string;
  readonly capabilityId: string;
  readonly level: number;
  readonly source: LevelSource;
  readonly rationale: string;
  readonly evidenceOn?: string | null;
}

@Injectable()
export class LevelsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Adds evidence from outside a round; whether it becomes the current level is for the rules of precedence.
   * @throws UseCaseError NOT_FOUND when the executive or the capability is not there for this viewer; INVALID_INPUT
   *         for a day to come, or for one's own level
   */
  record(viewer: Viewer, input: RecordedLevel): Promise<CapabilityLevelType> {
    const { organizationId, personId, today } = viewer;
    const { executiveId, capabilityId, level, rationale } = input;
    const source = input.source === LevelSource.Panel ? LevelSource.Panel : LevelSource.Manager;
    const evidenceOn = input.evidenceOn ?? today;
    if (evidenceOn > today) throw inTheFuture();
    return inOrganization(this.db, viewer, async (tx) => {
      const executive = await requireExecutive(tx, viewer, executiveId, TIES[source]);
      if (executive.personId === personId)
        throw new UseCaseError('INVALID_INPUT', 'Nobody records a level of their own.');
      if (!isUUID(capabilityId) || !(await tx.existsBy(Capability, { organizationId, id: capabilityId })))
        throw new UseCaseError('NOT_FOUND', `No capability ${capabilityId}`);
      const { id } = await tx.save(LevelEvidence, {
        organizationId,
        executiveId,
        capabilityId,
        level,
        source,
        rationale,
        evidenceOn,
        recordedById: personId,
      });
      await noteReadinessCause(tx, viewer, { from: evidenceOn, executiveId, capabilityId });
      const detail = { evidenceId: id, capabilityId, source };
      await recordAudit(tx, viewer, { action: 'LEVEL_RECORDED', subjectId: executive.personId, detail });
      return { capabilityId, roundId: null, level, standardError: null, source, evidenceOn, stale: false };
    });
  }
}

function inTheFuture(): UseCaseError {
  const message = 'Evidence is of today or of a day before.';
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'evidenceOn', message }] });
}
