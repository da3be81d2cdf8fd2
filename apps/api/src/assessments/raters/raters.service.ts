import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization } from '@alidade/database';
import type { AssessmentRound, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { RaterGroup } from '@alidade/release';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit.js';
import { policyOn } from '../../platform/policies.js';
import { requireEverywhere } from '../../platform/require-everywhere.js';
import { requireRound } from '../rounds/rounds.queries.js';
import { approveProposals, proposalsFor, smallGroupsOf } from './proposals.queries.js';
import type { SmallGroup } from './proposals.queries.js';
import type { RaterInput, SetRatersArgs } from './raters.inputs.js';
import {
  approveNominations,
  personWithAddress,
  ratersOf,
  replaceRaters,
  requireRatedSubject,
  requireRatersOpen,
} from './raters.queries.js';
import type { RatedSubject } from './raters.queries.js';
import type { NamedRaterType, RaterProposalType } from './raters.types.js';

interface OfSubject {
  readonly roundId: string;
  readonly executiveId: string;
}

interface Named {
  readonly personId: string;
  readonly group: RaterGroup;
}

/** Who is to rate whom, until a round opens. */
@Injectable()
export class RatersService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  proposals(viewer: Viewer, reads: ReadSession, of: OfSubject): Promise<RaterProposalType[]> {
    return reads.read(async (tx) => {
      const { round } = await requireRatedSubject(tx, viewer, of);
      const proposed = await proposalsFor(tx, round, of.executiveId);
      return proposed.map((each) => ({ ...each, email: null }));
    });
  }

  named(viewer: Viewer, reads: ReadSession, of: OfSubject): Promise<NamedRaterType[]> {
    return reads.read(async (tx) => {
      await requireRatedSubject(tx, viewer, of);
      const rows = await ratersOf(tx, viewer, of);
      return rows.map(({ group, personId, status }) => ({
        group,
        personId,
        approved: status !== 'NOMINATED',
      }));
    });
  }

  /** @returns at most 100, after the one that `after` names as executive id and group */
  smallGroups(
    viewer: Viewer,
    reads: ReadSession,
    roundId: string,
    after: string | null,
  ): Promise<SmallGroup[]> {
    requireEverywhere(viewer, Permission.AssessmentDesign);
    return reads.read(async (tx) => {
      await requireRound(tx, viewer, roundId);
      const { minimumRespondents: least } = (await policyOn(tx, viewer, viewer.today)).release;
      return smallGroupsOf(tx, viewer, { roundId, least, limit: 100, after });
    });
  }

  /**
   * By the manager or a designer: exactly these are asked. By the subject: these are nominated, beside those who are
   * approved already.
   * @throws UseCaseError CONFLICT when the round is no draft or an imported one; INVALID_INPUT, by path, for raters who
   *         cannot be; NOT_FOUND for unknown people
   */
  set(viewer: Viewer, { roundId, executiveId, raters }: SetRatersArgs): Promise<AssessmentRound> {
    return this.change(viewer, { roundId, executiveId }, 'RATERS_NAMED', async (tx, subject) => {
      const named = await this.resolve(tx, viewer, raters);
      requireSensible(named, subject);
      await replaceRaters(tx, subject, named);
      return named.length;
    });
  }

  /** @throws UseCaseError FORBIDDEN for the subject, who only nominates */
  approve(viewer: Viewer, of: OfSubject): Promise<AssessmentRound> {
    return this.change(viewer, of, 'RATERS_APPROVED', (tx, subject) => {
      if (!subject.approves)
        throw new UseCaseError(
          'FORBIDDEN',
          'Your manager or a designer approves the raters whom you nominate.',
        );
      return approveNominations(tx, subject);
    });
  }

  /** For every subject for whom nobody is named yet, whom the directory proposes. */
  takeProposed(viewer: Viewer, roundId: string): Promise<AssessmentRound> {
    requireEverywhere(viewer, Permission.AssessmentDesign);
    return inOrganization(this.db, viewer, async (tx) => {
      const round = await requireRound(tx, viewer, roundId);
      requireRatersOpen(round);
      const raters = await approveProposals(tx, round);
      await recordAudit(tx, viewer, { action: 'RATERS_PROPOSED', subjectId: roundId, detail: { raters } });
      return round;
    });
  }

  private change(
    viewer: Viewer,
    of: OfSubject,
    action: string,
    work: (tx: EntityManager, subject: RatedSubject) => Promise<number>,
  ): Promise<AssessmentRound> {
    return inOrganization(this.db, viewer, async (tx) => {
      const subject = await requireRatedSubject(tx, viewer, of);
      requireRatersOpen(subject.round);
      const raters = await work(tx, subject);
      const detail = { roundId: of.roundId, raters };
      await recordAudit(tx, viewer, { action, subjectId: subject.executive.id, detail });
      return subject.round;
    });
  }

  private async resolve(tx: EntityManager, viewer: Viewer, raters: readonly RaterInput[]): Promise<Named[]> {
    const ids = raters.flatMap(({ personId }) => (personId && isUUID(personId) ? [personId] : []));
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM person WHERE organization_id = $1 AND id = ANY($2) AND (left_on IS NULL OR left_on > $3)`,
      [viewer.organizationId, ids, viewer.today],
    );
    const known = new Set(rows.map(({ id }) => id));
    const named: Named[] = [];
    for (const [i, { group, personId = null, email = null, name = null }] of raters.entries()) {
      if ((personId === null) === (email === null))
        throw faulty(i, 'A rater is named by personId or by email, and not by both.');
      if (personId !== null && !known.has(personId))
        throw new UseCaseError('NOT_FOUND', `No person ${personId}`);
      // oxlint-disable-next-line no-await-in-loop
      const id = personId ?? (await personWithAddress(tx, viewer, { email: email ?? '', name }));
      named.push({ group, personId: id });
    }
    return named;
  }
}

function requireSensible(named: readonly Named[], { executive }: RatedSubject): void {
  const seen = new Set<string>();
  for (const [i, { personId, group }] of named.entries()) {
    if (seen.has(personId)) throw faulty(i, 'This person is named twice.');
    seen.add(personId);
    if ((group === RaterGroup.Self) !== (personId === executive.personId))
      throw faulty(i, 'SELF is the subject, and nobody else; the subject is in no other group.');
  }
}

function faulty(index: number, message: string): UseCaseError {
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: `raters.${index}`, message }] });
}
