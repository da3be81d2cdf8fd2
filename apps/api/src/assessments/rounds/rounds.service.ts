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
import { executiveIdsOf, requirePopulation } from '../../directory/population.queries.js';
import { endRequests, openRequests } from '../raters/raters.queries.js';
import { UseCaseError } from '@alidade/errors';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { recordAudit } from '../../platform/audit.js';
import { policyOn } from '../../platform/policies.js';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { requireEverywhere } from '../../platform/require-everywhere.js';
import { completionByUnit } from './completion.queries.js';
import type { CompletionCell } from './completion.queries.js';
import type { CreateRoundInput } from './rounds.inputs.js';
import { closedBy, scheduleDay } from './round-days.js';
import { freezeFrameworks, requireRound, roundsInOrder } from './rounds.queries.js';

/** Rows of one INSERT: PostgreSQL takes at most 65,535 parameters. */
const BATCH = 5000;

/** Workers may die in the middle of it, for whatever reason, again and again. */
const RELEASE_ATTEMPTS = 50;

@Injectable()
export class RoundsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(viewer: Viewer, reads: ReadSession): Promise<AssessmentRound[]> {
    return reads.read((tx) => roundsInOrder(tx, viewer));
  }

  one(viewer: Viewer, reads: ReadSession, id: string): Promise<AssessmentRound> {
    return reads.read((tx) => requireRound(tx, viewer, id));
  }

  completion(viewer: Viewer, reads: ReadSession, id: string): Promise<CompletionCell[]> {
    requireEverywhere(viewer, Permission.AssessmentDesign);
    return reads.read(async (tx) => completionByUnit(tx, viewer, await requireRound(tx, viewer, id)));
  }

  /** @throws UseCaseError NOT_FOUND for unknown capabilities and executives, by path */
  create(viewer: Viewer, input: CreateRoundInput): Promise<AssessmentRound> {
    const { organizationId } = viewer;
    requireEverywhere(viewer, Permission.AssessmentDesign);
    requireDaysInOrder(input);
    return inOrganization(this.db, viewer, async (tx) => {
      await requireAllKnown(tx, viewer, {
        table: 'capability',
        ids: input.capabilityIds,
        pathOf: (i) => `input.capabilityIds.${i}`,
      });
      const executiveIds = await subjectsOf(tx, viewer, input);
      const round = await tx.save(AssessmentRound, {
        organizationId,
        name: input.name,
        occasion: input.occasion,
        purpose: input.purpose ?? RoundPurpose.READINESS,
        opensOn: input.opensOn,
        closesOn: input.closesOn,
        imported: input.imported ?? false,
        remindsOn: (input.remindsOn ?? []).toSorted(),
        wantedRaters: Object.fromEntries(
          (input.wantedRaters ?? []).map(({ group, wanted }) => [group, wanted]),
        ),
      });
      await this.addMembers(tx, round, { capabilityIds: input.capabilityIds, executiveIds });
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
        if (!round.imported && (await openRequests(tx, round)) === 0)
          throw new UseCaseError(
            'INVALID_INPUT',
            'Nobody is asked to rate in this round yet: name raters first, or make the round an imported one.',
          );
        await freezeFrameworks(tx, round);
        const { version } = await policyOn(tx, viewer, viewer.today);
        if (!round.imported) await askRaters(tx, viewer, round);
        return { status: RoundStatus.OPEN, policyVersion: version, raterSecret: randomBytes(32) };
      },
    });
  }

  /** For good. Its levels hold from the earlier of closesOn and this day. */
  close(viewer: Viewer, id: string): Promise<AssessmentRound> {
    return this.move(viewer, id, {
      action: 'ROUND_CLOSED',
      from: RoundStatus.OPEN,
      async set(tx, round) {
        await endRequests(tx, round);
        return closedBy(round, viewer.today);
      },
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
          maxAttempts: RELEASE_ATTEMPTS,
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
    { capabilityIds, executiveIds }: Record<'capabilityIds' | 'executiveIds', readonly string[]>,
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

function requireDaysInOrder({ opensOn, closesOn, remindsOn }: CreateRoundInput): void {
  if (closesOn < opensOn) throw faulty('closesOn', 'A round closes on the day it opens, or later.');
  for (const [i, day] of (remindsOn ?? []).entries())
    if (day <= opensOn || day > closesOn)
      throw faulty(
        `remindsOn.${i}`,
        'A reminder is sent after the opening day, and not after the closing day.',
      );
}

function faulty(field: string, message: string): UseCaseError {
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: `input.${field}`, message }] });
}

/** @throws UseCaseError INVALID_INPUT unless subjects are named in one way, and there are some */
async function subjectsOf(
  tx: EntityManager,
  viewer: Viewer,
  { executiveIds, population, opensOn }: CreateRoundInput,
): Promise<readonly string[]> {
  if ((executiveIds == null) === (population == null))
    throw faulty('executiveIds', 'Subjects are named by executiveIds or by population, and not by both.');
  if (executiveIds != null) {
    await requireAllKnown(tx, viewer, {
      table: 'executive',
      ids: executiveIds,
      pathOf: (i) => `input.executiveIds.${i}`,
    });
    return executiveIds;
  }
  const found = await executiveIdsOf(tx, viewer, await requirePopulation(tx, viewer, population), opensOn);
  if (found.length === 0) throw faulty('population', 'Nobody is in this population on the opening day.');
  return found;
}

/** The mails are written by the worker: a large round has tens of thousands. */
async function askRaters(
  tx: EntityManager,
  { personId, today }: Viewer,
  round: AssessmentRound,
): Promise<void> {
  const { organizationId, id: roundId } = round;
  await enqueueJob(tx, organizationId, {
    kind: JobKind.Invitations,
    key: `invitations:${roundId}`,
    input: { roundId },
    personId,
  });
  // A round that was to close before it opened is closed by hand.
  if (round.closesOn >= today) await scheduleDay(tx, round, today);
}
