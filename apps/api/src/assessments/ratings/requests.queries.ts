import type { Viewer } from '@alidade/access';
import { RoundStatus } from '@alidade/database';
import type { DraftAnswer, PolicySettings, RoundPurpose } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DEFAULT_RELEASE_POLICY } from '@alidade/release';
import type { RaterGroup } from '@alidade/release';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { PersonType } from '../../directory/directory.types.js';
import { SHOWN_NAME } from '../../directory/people.queries.js';
import { reportPolicyIn } from '../../platform/policies.js';
import { confidentialityOf } from '../raters/confidentiality.js';
import type { AssessmentRoundType } from '../rounds/rounds.types.js';
import { raterKeyOf } from './rater-key.js';
import type { AskedStatus, RatingAnswerType, RatingRequestType } from './requests.types.js';

interface RequestRow {
  readonly id: string;
  readonly group: RaterGroup;
  readonly status: AskedStatus;
  readonly draft: readonly DraftAnswer[] | null;
  readonly round: AssessmentRoundType & { readonly purpose: RoundPurpose };
  readonly settings: PolicySettings;
  readonly subject: PersonType;
}

/** What somebody was asked, with all that a form says beside its questions; the earliest closing first. */
export async function requestsOf(
  tx: EntityManager,
  { organizationId, personId }: Pick<Viewer, 'organizationId' | 'personId'>,
  asked: { readonly id: string | null; readonly statuses: readonly AskedStatus[] },
): Promise<RatingRequestType[]> {
  const rows: RequestRow[] = await tx.query(
    `SELECT request.id, rater_group AS "group", request.status, draft, policy.settings,
       jsonb_build_object('id', round.id, 'name', round.name, 'occasion', occasion, 'purpose', purpose, 'status', round.status,
         'opensOn', opens_on, 'closesOn', closes_on, 'imported', imported, 'evidenceOn', evidence_on,
         'policyVersion', policy_version, 'remindsOn', reminds_on) AS round,
       jsonb_build_object('id', executive.person_id, 'name', ${SHOWN_NAME}, 'title', identity.title) AS subject
     FROM rating_request AS request
     JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = request.round_id
     JOIN policy ON policy.organization_id = $1 AND policy.version = round.policy_version
     JOIN executive ON executive.organization_id = $1 AND executive.id = request.executive_id
     JOIN person_identity AS identity ON identity.organization_id = $1 AND identity.person_id = executive.person_id
     WHERE request.organization_id = $1 AND request.person_id = $2 AND request.status = ANY($3)
       AND ($4::uuid IS NULL OR request.id = $4)
     ORDER BY closes_on, round.name, ${SHOWN_NAME}, request.id`,
    [organizationId, personId, asked.statuses, asked.id],
  );
  return rows.map(requestOf);
}

function requestOf({ settings, ...row }: RequestRow): RatingRequestType {
  const { minimumRespondents } = { ...DEFAULT_RELEASE_POLICY, ...settings.release };
  const { group, round } = row;
  const promised = { group, purpose: round.purpose, minimumRespondents, reports: reportPolicyIn(settings) };
  return { ...row, confidentiality: confidentialityOf(promised) };
}

/** @throws UseCaseError NOT_FOUND when it is absent or somebody else's */
export async function requireRequest(
  tx: EntityManager,
  viewer: Pick<Viewer, 'organizationId' | 'personId'>,
  id: string,
): Promise<RatingRequestType> {
  const statuses = ['OPEN', 'SUBMITTED', 'DECLINED', 'EXPIRED'] as const;
  const [request] = isUUID(id) ? await requestsOf(tx, viewer, { id, statuses }) : [];
  if (!request) throw new UseCaseError('NOT_FOUND', `No rating request ${id}`);
  return request;
}

export interface TakenRequest {
  readonly roundId: string;
  readonly executiveId: string;
  readonly group: RaterGroup;
  readonly status: AskedStatus;
  readonly raterKey: Buffer;
}

/**
 * Somebody's own request in an open round, held until the end of the transaction: two submissions come one after the
 * other, and the round does not close in between.
 * @throws UseCaseError NOT_FOUND when it is absent or somebody else's; CONFLICT when its round is not open
 */
export async function takeRequest(
  tx: EntityManager,
  { organizationId, personId }: Pick<Viewer, 'organizationId' | 'personId'>,
  id: string,
): Promise<TakenRequest> {
  const rows: (Omit<TakenRequest, 'raterKey'> & {
    readonly secret: Buffer | null;
    readonly round: RoundStatus;
  })[] = isUUID(id)
    ? await tx.query(
        `SELECT round_id AS "roundId", executive_id AS "executiveId", rater_group AS "group", request.status,
             round.status AS round, rater_secret AS secret
           FROM rating_request AS request
           JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = round_id
           WHERE request.organization_id = $1 AND request.id = $2 AND person_id = $3
             AND request.status IN ('OPEN', 'SUBMITTED', 'DECLINED', 'EXPIRED')
           FOR UPDATE OF request FOR SHARE OF round`,
        [organizationId, id, personId],
      )
    : [];
  const [row] = rows;
  if (!row) throw new UseCaseError('NOT_FOUND', `No rating request ${id}`);
  const { secret, round, ...request } = row;
  if (round !== RoundStatus.OPEN || secret === null)
    throw new UseCaseError('CONFLICT', 'This round is closed; it takes no answers any more.');
  return { ...request, raterKey: raterKeyOf(secret, request.executiveId, id) };
}

/** Adds what is new as the next revision; an answer that says the same as before stays as it is. */
export async function addAnswers(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  { roundId, executiveId, raterKey, group }: TakenRequest,
  answers: readonly RatingAnswerType[],
): Promise<void> {
  await tx.query(
    `INSERT INTO rating (organization_id, round_id, executive_id, rater_key, rater_group, capability_id, level, comment, revision)
     SELECT $1, $2, $3, $4, $5, given.capability_id, given.level, given.comment, coalesce(latest.revision, 0) + 1
     FROM unnest($6::uuid[], $7::smallint[], $8::text[]) AS given (capability_id, level, comment)
     LEFT JOIN LATERAL (
       SELECT revision, level, comment FROM rating AS known
       WHERE known.organization_id = $1 AND known.round_id = $2 AND known.executive_id = $3
         AND known.capability_id = given.capability_id AND known.rater_key = $4
       ORDER BY revision DESC LIMIT 1) AS latest ON true
     WHERE latest.revision IS NULL OR (latest.level, latest.comment) IS DISTINCT FROM (given.level, given.comment)`,
    [
      organizationId,
      roundId,
      executiveId,
      raterKey,
      group,
      answers.map(({ capabilityId }) => capabilityId),
      answers.map(({ level }) => level),
      answers.map(({ comment }) => comment),
    ],
  );
}

interface GivenAnswer extends RatingAnswerType {
  readonly requestId: string;
  readonly executiveId: string;
  readonly raterKey: Buffer;
  readonly secret: Buffer;
}

/**
 * The latest answers of somebody's own submitted requests, by request, while their rounds are open: afterwards nobody,
 * not even the rater, can tell whose answers they were.
 */
export async function ownAnswersOf(
  tx: EntityManager,
  { organizationId, personId }: Pick<Viewer, 'organizationId' | 'personId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RatingAnswerType[]>> {
  const rows: GivenAnswer[] = await tx.query(
    `SELECT DISTINCT ON (request.id, rating.rater_key, rating.capability_id) request.id AS "requestId",
       request.executive_id AS "executiveId", rater_secret AS secret, rater_key AS "raterKey", capability_id AS "capabilityId",
       level, comment
     FROM rating_request AS request
     JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = request.round_id AND round.status = 'OPEN'
     JOIN rating ON rating.organization_id = $1 AND rating.round_id = request.round_id
       AND rating.executive_id = request.executive_id AND rating.rater_group = request.rater_group
     WHERE request.organization_id = $1 AND request.person_id = $2 AND request.id = ANY($3)
     ORDER BY request.id, rating.rater_key, rating.capability_id, revision DESC`,
    [organizationId, personId, ids],
  );
  const answers = new Map<string, RatingAnswerType[]>();
  for (const { requestId, executiveId, secret, raterKey, ...answer } of rows) {
    if (!raterKeyOf(secret, executiveId, requestId).equals(raterKey)) continue;
    answers.set(requestId, [...(answers.get(requestId) ?? []), answer]);
  }
  return answers;
}
