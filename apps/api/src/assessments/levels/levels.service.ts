import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Capability, inOrganization, LevelEvidence, postMails } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { LevelSource } from '@alidade/readiness';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo, requireExecutive } from '../../directory/executives.queries.js';
import type { Ties } from '../../directory/executives.queries.js';
import { recordAudit } from '../../platform/audit.js';
import { PublicAddress } from '../../platform/public-address.js';
import { noteReadinessCause } from '../../platform/readiness-causes.js';
import type { CapabilityLevelType } from './levels.types.js';
import { levelsTurningStale, staleMails } from './stale-levels.queries.js';
import type { LevelTurningStale } from './stale-levels.queries.js';

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
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly address: PublicAddress,
  ) {}

  /** Of executives where the viewer holds ASSESSMENT_DESIGN; at most 1,000. */
  turningStale(viewer: Viewer, reads: ReadSession, withinDays: number): Promise<LevelTurningStale[]> {
    return reads.read((tx) => staleIn(tx, viewer, withinDays));
  }

  /** Writes to each executive with such levels, once. @returns how many were written to */
  remindOfStale(viewer: Viewer, withinDays: number): Promise<number> {
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const mails = staleMails(await staleIn(tx, viewer, withinDays), this.address.origin);
      await postMails(tx, organizationId, mails);
      const detail = { withinDays, people: mails.length };
      await recordAudit(tx, viewer, { action: 'STALE_LEVELS_REMINDED', subjectId: null, detail });
      return mails.length;
    });
  }

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

const MOST_STALE = 1000;

async function staleIn(tx: EntityManager, viewer: Viewer, withinDays: number): Promise<LevelTurningStale[]> {
  const designed = { permission: Permission.AssessmentDesign, self: false, reports: false };
  const rows = await executivesTiedTo(tx, viewer, designed)
    .select('executive.id', 'id')
    .andWhere('(person.left_on IS NULL OR person.left_on > :day)', { day: viewer.today })
    .getRawMany<{ id: string }>();
  const executiveIds = rows.map(({ id }) => id);
  return levelsTurningStale(tx, viewer, { executiveIds, withinDays, limit: MOST_STALE });
}

function inTheFuture(): UseCaseError {
  const message = 'Evidence is of today or of a day before.';
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'evidenceOn', message }] });
}
