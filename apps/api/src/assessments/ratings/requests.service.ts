import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { inOrganization, RatingRequest } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { capabilityIdsOf } from '../rounds/rounds.queries.js';
import type { AnswerArgs, DeclineArgs, RatingInput } from './requests.inputs.js';
import { addAnswers, requestsOf, requireRequest, takeRequest } from './requests.queries.js';
import type { TakenRequest } from './requests.queries.js';
import { AskedStatus } from './requests.types.js';
import type { RatingAnswerType, RatingRequestType } from './requests.types.js';

/**
 * What raters do. Nothing of it goes into the audit trail, which has times: who answered when is nobody's to know.
 */
@Injectable()
export class RequestsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  mine(viewer: Viewer, reads: ReadSession, statuses: readonly AskedStatus[]): Promise<RatingRequestType[]> {
    return reads.read((tx) => requestsOf(tx, viewer, { id: null, statuses }));
  }

  one(viewer: Viewer, reads: ReadSession, id: string): Promise<RatingRequestType> {
    return reads.read((tx) => requireRequest(tx, viewer, id));
  }

  /** Keeps answers that are not submitted, in place of those kept before. */
  saveDraft(viewer: Viewer, { requestId, ratings }: AnswerArgs): Promise<RatingRequestType> {
    return this.change(viewer, requestId, async (tx, request) => ({
      draft: await answersIn(tx, viewer, request, ratings),
    }));
  }

  /**
   * Submits answers, or corrects submitted ones.
   * @throws UseCaseError NOT_FOUND, CONFLICT as `takeRequest`; CONFLICT when it was declined; INVALID_INPUT, by path,
   *         for capabilities that are not asked about or named twice, and without a single answer
   */
  submit(viewer: Viewer, { requestId, ratings }: AnswerArgs): Promise<RatingRequestType> {
    return this.change(viewer, requestId, async (tx, request) => {
      const answers = await answersIn(tx, viewer, request, ratings);
      if (answers.length === 0) throw new UseCaseError('INVALID_INPUT', 'At least one answer is needed.');
      await addAnswers(tx, viewer, request, answers);
      return { status: AskedStatus.SUBMITTED, draft: null };
    });
  }

  /** @throws UseCaseError CONFLICT when it was answered or declined already */
  decline(viewer: Viewer, { requestId, reason }: DeclineArgs): Promise<RatingRequestType> {
    return this.change(viewer, requestId, async (_tx, { status }) => {
      if (status !== AskedStatus.OPEN)
        throw new UseCaseError(
          'CONFLICT',
          'You have answered this request; correct your answers if you like.',
        );
      return { status: AskedStatus.DECLINED, declineReason: reason, draft: null };
    });
  }

  private change(
    viewer: Viewer,
    id: string,
    work: (tx: EntityManager, request: TakenRequest) => Promise<QueryDeepPartialEntity<RatingRequest>>,
  ): Promise<RatingRequestType> {
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const request = await takeRequest(tx, viewer, id);
      if (request.status === AskedStatus.DECLINED)
        throw new UseCaseError('CONFLICT', 'You have declined this request.');
      await tx.update(RatingRequest, { organizationId, id }, await work(tx, request));
      return requireRequest(tx, viewer, id);
    });
  }
}

async function answersIn(
  tx: EntityManager,
  viewer: Viewer,
  { roundId }: TakenRequest,
  ratings: readonly RatingInput[],
): Promise<RatingAnswerType[]> {
  const asked = new Set((await capabilityIdsOf(tx, viewer, [roundId])).get(roundId));
  const seen = new Set<string>();
  return ratings.map(({ capabilityId, level = null, comment = null }, i) => {
    if (!asked.has(capabilityId)) throw faulty(i, 'This capability is not asked about in this round.');
    if (seen.has(capabilityId)) throw faulty(i, 'This capability is answered twice.');
    seen.add(capabilityId);
    return { capabilityId, level, comment: comment === '' ? null : comment };
  });
}

function faulty(index: number, message: string): UseCaseError {
  return new UseCaseError('INVALID_INPUT', message, {
    fields: [{ path: `ratings.${index}.capabilityId`, message }],
  });
}
