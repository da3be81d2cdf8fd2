import type { Viewer } from '@alidade/access';
import type { ReleasedGroup, RoundReliability } from '@alidade/gains';
import type { EntityManager } from 'typeorm';

type Scope = Pick<Viewer, 'organizationId'>;

/** What a round released about one executive in one capability. */
export interface Measured {
  readonly roundId: string;
  readonly executiveId: string;
  readonly capabilityId: string;
  /** X, 1..5; null when no group was released. */
  readonly others: number | null;
  readonly groups: readonly ReleasedGroup[];
}

const MEASURED = `round_id AS "roundId", executive_id AS "executiveId", capability_id AS "capabilityId", others, groups`;

/** Of all subjects of these rounds in one capability, in one order: random draws go by it. */
export function measuredInCapability(
  tx: EntityManager,
  { organizationId }: Scope,
  capabilityId: string,
  roundIds: readonly string[],
): Promise<Measured[]> {
  return tx.query(
    `SELECT ${MEASURED} FROM released_score
     WHERE organization_id = $1 AND capability_id = $2 AND round_id = ANY($3) ORDER BY round_id, executive_id`,
    [organizationId, capabilityId, [...roundIds]],
  );
}

/** Of these executives in all capabilities of these rounds. */
export function measuredOf(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  roundIds: readonly string[],
): Promise<Measured[]> {
  return tx.query(
    `SELECT ${MEASURED} FROM released_score
     WHERE organization_id = $1 AND executive_id = ANY($2) AND round_id = ANY($3)`,
    [organizationId, [...executiveIds], [...roundIds]],
  );
}

/** Answers how exact a round is in a capability; null: unknown, as under ten subjects. */
export type ReliabilityOf = (roundId: string, capabilityId: string) => RoundReliability | null;

export async function reliabilityOf(
  tx: EntityManager,
  { organizationId }: Scope,
  roundIds: readonly string[],
): Promise<ReliabilityOf> {
  const rows: (RoundReliability & { roundId: string; capabilityId: string })[] = await tx.query(
    `SELECT round_id AS "roundId", capability_id AS "capabilityId", standard_deviation AS "standardDeviation", icc
     FROM round_reliability WHERE organization_id = $1 AND round_id = ANY($2)`,
    [organizationId, [...roundIds]],
  );
  const byKey = new Map(rows.map((row) => [`${row.roundId} ${row.capabilityId}`, row]));
  return (roundId, capabilityId) => byKey.get(`${roundId} ${capabilityId}`) ?? null;
}
