import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import {
  AssessmentRound,
  enqueueJob,
  inOrganization,
  JobKind,
  RoundPurpose,
  RoundStatus,
  RoundSubject,
  RoundCapability,
  updateGuarded,
} from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { recordAudit } from '../../platform/audit.js';
import { policyOn } from '../../platform/policies.js';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { requireEverywhere } from '../../platform/require-everywhere.js';
import type { CreateRoundInput } from './rounds.inputs.js';
import { requireRound, roundsInOrder } from './rounds.queries.js';

/** Rows of one INSERT: PostgreSQL takes at most 65,535 parameters. */
const BATCH = 5000;

@Injectable()
export class RoundsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(viewer: Viewer, reads: ReadSession): Promise<AssessmentRound[]> {
    return reads.read((tx) => roundsInOrder(tx, viewer));
  }

  one(viewer: Viewer, reads: ReadSession, id: string): Promise<AssessmentRound> {
    return reads.read((tx) => requireRound(tx, viewer, id));
  }

  /** @throws UseCaseError NOT_FOUND for unknown capabilities and executives, by path */
  create(viewer: Viewer, input: CreateRoundInput): Promise<AssessmentRound> {
    const { organizationId } = viewer;
    requireEverywhere(viewer, Permission.AssessmentDesign);
    if (input.closesOn < input.opensOn) throw closesFirst();
    return inOrganization(this.db, viewer, async (tx) => {
      await requireAllKnown(tx, viewer, {
        table: 'capability',
        ids: input.capabilityIds,
        pathOf: (i) => `input.capabilityIds.${i}`,
      });
      await requireAllKnown(tx, viewer, {
        table: 'executive',
        ids: input.executiveIds,
        pathOf: (i) => `input.executiveIds.${i}`,
      });
      const round = await tx.save(AssessmentRound, {
        organizationId,
        name: input.name,
        occasion: input.occasion,
        purpose: input.purpose ?? RoundPurpose.READINESS,
        opensOn: input.opensOn,
        closesOn: input.closesOn,
        imported: input.imported ?? false,
      });
      await this.addMembers(tx, round, input);
      await recordAudit(tx, viewer, { action: 'ROUND_CREATED', subjectId: round.id });
      return round;
    });
  }

  /** Freezes what is asked and by which rules: purpose, capabilities with their framework versions, policy. */
  open(viewer: Viewer, id: string): Promise<AssessmentRound> {
    return this.move(viewer, id, {
      action: 'ROUND_OPENED',
      from: RoundStatus.DRAFT,
      async set(tx, round) {
        if (!round.imported)
          throw new UseCaseError(
            'INVALID_INPUT',
            'Nobody is asked to rate in this round yet: name raters first, or make the round an imported one.',
          );
        await freezeFrameworks(tx, round);
        const { version } = await policyOn(tx, viewer, viewer.today);
        return { status: RoundStatus.OPEN, policyVersion: version, raterSecret: randomBytes(32) };
      },
    });
  }

  /** For good. Its levels hold from the earlier of closesOn and this day. */
  close(viewer: Viewer, id: string): Promise<AssessmentRound> {
    return this.move(viewer, id, {
      action: 'ROUND_CLOSED',
      from: RoundStatus.OPEN,
      set: async (_tx, { closesOn }) => ({
        status: RoundStatus.CLOSED,
        evidenceOn: closesOn < viewer.today ? closesOn : viewer.today,
      }),
    });
  }

  /** Asks for the release; it runs in the background, once. */
  release(viewer: Viewer, id: string): Promise<AssessmentRound> {
    return this.move(viewer, id, {
      action: 'ROUND_RELEASE_ASKED',
      from: RoundStatus.CLOSED,
      async set(tx, { organizationId }) {
        await enqueueJob(tx, organizationId, {
          kind: JobKind.Release,
          key: `release:${id}`,
          input: { roundId: id },
          personId: viewer.personId,
        });
        return { status: RoundStatus.RELEASING };
      },
    });
  }

  private move(viewer: Viewer, id: string, step: Step): Promise<AssessmentRound> {
    requireEverywhere(viewer, Permission.AssessmentDesign);
    return inOrganization(this.db, viewer, async (tx) => {
      const round = await requireRound(tx, viewer, id);
      if (round.status !== step.from)
        throw new UseCaseError(
          'CONFLICT',
          `This round is ${round.status}; only one that is ${step.from} can do this.`,
        );
      const set = await step.set(tx, round);
      await recordAudit(tx, viewer, { action: step.action, subjectId: id });
      return updateGuarded(tx, AssessmentRound, round, { expectedVersion: round.version, set });
    });
  }

  private async addMembers(
    tx: EntityManager,
    { organizationId, id: roundId }: AssessmentRound,
    { capabilityIds, executiveIds }: CreateRoundInput,
  ): Promise<void> {
    await tx.insert(
      RoundCapability,
      capabilityIds.map((capabilityId, position) => ({ organizationId, roundId, capabilityId, position })),
    );
    for (let at = 0; at < executiveIds.length; at += BATCH) {
      const batch = executiveIds.slice(at, at + BATCH);
      // oxlint-disable-next-line no-await-in-loop
      await tx.insert(
        RoundSubject,
        batch.map((executiveId) => ({ organizationId, roundId, executiveId })),
      );
    }
  }
}

interface Step {
  /** For the audit trail. */
  readonly action: string;
  readonly from: RoundStatus;
  readonly set: (
    tx: EntityManager,
    round: AssessmentRound,
  ) => Promise<QueryDeepPartialEntity<AssessmentRound>>;
}

function closesFirst(): UseCaseError {
  const message = 'A round closes on the day it opens, or later.';
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'input.closesOn', message }] });
}

async function freezeFrameworks(tx: EntityManager, { organizationId, id }: AssessmentRound): Promise<void> {
  await tx.query(
    `UPDATE round_capability SET framework_version = framework.version
     FROM capability JOIN framework ON framework.organization_id = capability.organization_id AND framework.id = framework_id
     WHERE round_capability.organization_id = $1 AND round_id = $2
       AND capability.organization_id = $1 AND capability.id = round_capability.capability_id`,
    [organizationId, id],
  );
}
