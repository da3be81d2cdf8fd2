import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import {
  addPerson,
  Executive,
  Person,
  PersonIdentity,
  RatingRequest,
  RoundStatus,
  RoundSubject,
} from '@alidade/database';
import type { AssessmentRound, RatingRequestStatus } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { RaterGroup } from '@alidade/release';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo, requireExecutive } from '../../directory/executives.queries.js';
import { requireRound } from '../rounds/rounds.queries.js';

/** Who names raters: designers and the manager, whose word is final, and the subject, who nominates. */
const NAMES_RATERS = { permission: Permission.AssessmentDesign, self: true, reports: true } as const;
const APPROVES_RATERS = { ...NAMES_RATERS, self: false } as const;

export interface RatedSubject {
  readonly round: AssessmentRound;
  readonly executive: Executive;
  /** False: the viewer is the subject, and nominates. */
  readonly approves: boolean;
}

/**
 * A subject of a round, for somebody who may name their raters.
 * @throws UseCaseError NOT_FOUND when the round or the subject in it is absent or not for this viewer
 */
export async function requireRatedSubject(
  tx: EntityManager,
  viewer: Viewer,
  { roundId, executiveId }: { readonly roundId: string; readonly executiveId: string },
): Promise<RatedSubject> {
  const { organizationId } = viewer;
  const round = await requireRound(tx, viewer, roundId);
  const executive = await requireExecutive(tx, viewer, executiveId, NAMES_RATERS);
  if (!(await tx.existsBy(RoundSubject, { organizationId, roundId, executiveId })))
    throw new UseCaseError('NOT_FOUND', `Executive ${executiveId} is not assessed in this round`);
  const approves = await executivesTiedTo(tx, viewer, APPROVES_RATERS)
    .andWhere('executive.id = :executiveId', { executiveId })
    .getExists();
  return { round, executive, approves };
}

/** @throws UseCaseError CONFLICT when raters can be named no more, or never could */
export function requireRatersOpen({ status, imported }: AssessmentRound): void {
  if (imported)
    throw new UseCaseError('CONFLICT', 'The answers of this round come from a file; nobody is asked.');
  if (status !== RoundStatus.DRAFT)
    throw new UseCaseError('CONFLICT', `This round is ${status}; its raters stand since it opened.`);
}

export interface RaterRow {
  readonly executiveId: string;
  readonly personId: string;
  readonly group: RaterGroup;
  readonly status: RatingRequestStatus;
}

/** In the order of the groups, then by name. */
export function ratersOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  { roundId, executiveId }: { readonly roundId: string; readonly executiveId: string },
): Promise<RaterRow[]> {
  return tx.query(
    `SELECT request.executive_id AS "executiveId", request.person_id AS "personId", rater_group AS "group", status
     FROM rating_request AS request
     JOIN person_identity AS identity ON identity.organization_id = $1 AND identity.person_id = request.person_id
     WHERE request.organization_id = $1 AND request.round_id = $2 AND request.executive_id = $3
     ORDER BY array_position(ARRAY['SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER'], rater_group),
       identity.name, request.person_id`,
    [organizationId, roundId, executiveId],
  );
}

/** Somebody named by an address: whom the directory knows by it, else somebody outside, known from now on. */
export async function personWithAddress(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  { email, name }: { readonly email: string; readonly name: string | null },
): Promise<string> {
  const known = await tx.findOneBy(PersonIdentity, { organizationId, email: email.toLowerCase() });
  if (known) return known.personId;
  const personId = await addPerson(tx, organizationId, { name: name ?? email, email });
  await tx.update(Person, { organizationId, id: personId }, { outside: true });
  return personId;
}

/** Puts these raters in the place of those named before with the same standing or a lower one. */
export async function replaceRaters(
  tx: EntityManager,
  { round, executive, approves }: RatedSubject,
  raters: readonly { readonly personId: string; readonly group: RaterGroup }[],
): Promise<void> {
  const { organizationId } = round;
  const subject = { organizationId, roundId: round.id, executiveId: executive.id };
  const status = approves ? 'APPROVED' : 'NOMINATED';
  await tx.delete(RatingRequest, approves ? subject : { ...subject, status });
  // Whom somebody else has approved already stays approved, in the group it was approved for.
  await tx.query(
    `INSERT INTO rating_request (organization_id, round_id, executive_id, status, person_id, rater_group)
     SELECT $1, $2, $3, $4, * FROM unnest($5::uuid[], $6::text[])
     ON CONFLICT (organization_id, round_id, executive_id, person_id) DO NOTHING`,
    [
      organizationId,
      round.id,
      executive.id,
      status,
      raters.map(({ personId }) => personId),
      raters.map(({ group }) => group),
    ],
  );
}

/** Approves what the subject has nominated. @returns how many */
export async function approveNominations(
  tx: EntityManager,
  { round, executive }: RatedSubject,
): Promise<number> {
  const subject = { organizationId: round.organizationId, roundId: round.id, executiveId: executive.id };
  const { affected } = await tx.update(
    RatingRequest,
    { ...subject, status: 'NOMINATED' },
    { status: 'APPROVED' },
  );
  return affected ?? 0;
}

/** Asks everybody who is approved; nominations that nobody has approved lapse. @returns how many are asked */
export async function openRequests(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
): Promise<number> {
  await tx.delete(RatingRequest, { organizationId, roundId: id, status: 'NOMINATED' });
  const { affected } = await tx.update(
    RatingRequest,
    { organizationId, roundId: id, status: 'APPROVED' },
    { status: 'OPEN' },
  );
  return affected ?? 0;
}

/**
 * Ends every request. Also those that are answered are written anew: afterwards no row of a request comes from the
 * transaction that wrote a rating.
 */
export async function endRequests(tx: EntityManager, { organizationId, id }: AssessmentRound): Promise<void> {
  await tx.query(
    `UPDATE rating_request SET status = CASE status WHEN 'OPEN' THEN 'EXPIRED' ELSE status END, draft = NULL
     WHERE organization_id = $1 AND round_id = $2`,
    [organizationId, id],
  );
}
