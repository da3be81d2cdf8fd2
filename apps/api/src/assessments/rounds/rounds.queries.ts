import type { Viewer } from '@alidade/access';
import type { FrozenCapability } from '../../capabilities/capabilities.types.js';
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

interface AskedCapability {
  readonly roundId: string;
  readonly id: string;
  readonly code: string;
  readonly frameworkId: string;
  readonly parentId: string | null;
  readonly wording: Pick<FrozenCapability, 'name' | 'definition' | 'anchors'>;
}

/** Round id -> its capabilities in the order in which they are asked, as they read when it opened; before, as they read now. */
export async function askedCapabilitiesOf(
  tx: EntityManager,
  { organizationId }: Scope,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FrozenCapability[]>> {
  const rows: AskedCapability[] = await tx.query(
    `SELECT asked.round_id AS "roundId", capability.id, code, framework_id AS "frameworkId", parent_id AS "parentId",
       coalesce(wording, ${WORDING_NOW}) AS wording
     FROM round_capability AS asked
     JOIN capability ON capability.organization_id = $1 AND capability.id = asked.capability_id
     WHERE asked.organization_id = $1 AND asked.round_id = ANY($2) ORDER BY asked.position`,
    [organizationId, [...roundIds]],
  );
  const groups = groupedBy(rows, ({ roundId }) => roundId);
  return new Map(
    [...groups].map(([id, own]) => [id, own.map(({ wording, ...rest }) => ({ ...rest, ...wording }))]),
  );
}

/** A CapabilityWording of a row of `capability`. */
const WORDING_NOW = `jsonb_build_object('name', capability.name, 'definition', capability.definition, 'anchors', coalesce((
  SELECT jsonb_agg(jsonb_build_object('level', level, 'name', anchor.name, 'description', description) ORDER BY level)
  FROM level_anchor AS anchor
  WHERE anchor.organization_id = capability.organization_id AND anchor.capability_id = capability.id), '[]'))`;

/** Writes down which version of its framework each capability of a round is asked in, and how it reads there. */
export async function freezeFrameworks(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
): Promise<void> {
  await tx.query(
    `UPDATE round_capability SET framework_version = framework.version, wording = ${WORDING_NOW}
     FROM capability JOIN framework ON framework.organization_id = capability.organization_id AND framework.id = framework_id
     WHERE round_capability.organization_id = $1 AND round_id = $2
       AND capability.organization_id = $1 AND capability.id = round_capability.capability_id`,
    [organizationId, id],
  );
}

export interface Completion {
  readonly roundId: string;
  readonly subjects: number;
  /** Pairs of subject and rater. */
  readonly asked: number;
  /** Of these, with at least one answer. */
  readonly answered: number;
  readonly declined: number;
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
            coalesce(imported.answered, requests.asked) AS asked, coalesce(imported.answered, requests.answered) AS answered,
            requests.declined
     FROM assessment_round round
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE status NOT IN ('NOMINATED', 'APPROVED')) AS asked,
              count(*) FILTER (WHERE status = 'SUBMITTED') AS answered, count(*) FILTER (WHERE status = 'DECLINED') AS declined
       FROM rating_request r WHERE r.organization_id = $1 AND r.round_id = round.id) AS requests
     LEFT JOIN LATERAL (
       SELECT count(*) AS answered FROM (SELECT DISTINCT executive_id, rater_key FROM rating r
         WHERE r.organization_id = $1 AND r.round_id = round.id) pairs) AS imported ON round.imported
     WHERE round.organization_id = $1 AND round.id = ANY($2)`,
    [organizationId, [...roundIds]],
  );
  return new Map(rows.map((row) => [row.roundId, row]));
}
