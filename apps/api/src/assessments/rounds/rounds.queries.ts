import type { Viewer } from '@alidade/access';
import { AssessmentRound, RoundCapability } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** @throws UseCaseError NOT_FOUND when it is absent or another organization's */
export async function requireRound(
  tx: EntityManager,
  { organizationId }: Scope,
  id: string,
): Promise<AssessmentRound> {
  const round = isUUID(id) ? await tx.findOneBy(AssessmentRound, { organizationId, id }) : null;
  if (!round) throw new UseCaseError('NOT_FOUND', `No assessment round ${id}`);
  return round;
}

/** The latest first. */
export function roundsInOrder(tx: EntityManager, { organizationId }: Scope): Promise<AssessmentRound[]> {
  return tx.find(AssessmentRound, {
    where: { organizationId },
    order: { closesOn: 'DESC', name: 'ASC', id: 'ASC' },
  });
}

export async function roundsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssessmentRound>> {
  const rounds = await tx.findBy(AssessmentRound, { organizationId, id: In([...ids]) });
  return new Map(rounds.map((round) => [round.id, round]));
}

/** Round id -> the ids of its capabilities, in the order in which they are asked. */
export async function capabilityIdsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.find(RoundCapability, {
    where: { organizationId, roundId: In([...roundIds]) },
    order: { position: 'ASC' },
  });
  const groups = groupedBy(rows, ({ roundId }) => roundId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ capabilityId }) => capabilityId)]));
}

export interface Completion {
  readonly roundId: string;
  readonly subjects: number;
  /** Pairs of subject and rater with at least one answer. */
  readonly answered: number;
}

/** Counts only: who answered what is nobody's to see. */
export async function completionOf(
  tx: EntityManager,
  { organizationId }: Scope,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, Completion>> {
  const rows: Completion[] = await tx.query(
    `SELECT round.id AS "roundId",
            (SELECT count(*) FROM round_subject s WHERE s.organization_id = $1 AND s.round_id = round.id) AS subjects,
            (SELECT count(*) FROM (SELECT DISTINCT executive_id, rater_key FROM rating r
                                   WHERE r.organization_id = $1 AND r.round_id = round.id) pairs) AS answered
     FROM assessment_round round WHERE round.organization_id = $1 AND round.id = ANY($2)`,
    [organizationId, [...roundIds]],
  );
  return new Map(rows.map((row) => [row.roundId, row]));
}
