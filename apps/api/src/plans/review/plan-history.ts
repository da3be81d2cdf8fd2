import type { CapabilityPlan, PlanAct } from '@alidade/database';
import type { EntityManager } from 'typeorm';

interface Line {
  readonly act: PlanAct;
  /** Null: the product itself. */
  readonly personId: string | null;
  readonly comment?: string | null;
}

/** Adds a line to the history of a plan that this transaction has locked. */
export async function addEntry(
  tx: EntityManager,
  { organizationId, id, status }: Pick<CapabilityPlan, 'organizationId' | 'id' | 'status'>,
  { act, personId, comment = null }: Line,
): Promise<void> {
  await tx.query(
    `INSERT INTO plan_entry (organization_id, plan_id, position, act, person_id, status, comment)
     SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4::uuid, $5, $6
     FROM plan_entry WHERE organization_id = $1 AND plan_id = $2`,
    [organizationId, id, act, personId, status, comment],
  );
}
