import type { EntityManager } from 'typeorm';

/** Who acts: a Viewer is one, and so is a SystemViewer; without a person it is the worker, or somebody not signed in yet. */
export interface Actor {
  readonly organizationId: string;
  readonly personId?: string | null;
}

export interface Act {
  /** Of the past, e.g. ROLE_GRANTED. */
  readonly action: string;
  /** What it was done to: a person, a unit, a round …; null for the organization itself. */
  readonly subjectId: string | null;
  /** Ids and settings, never the name or the address of a person: nobody may change an entry, not even erasure. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds an act to the append-only trail, in the transaction of the act itself: both are kept or neither. */
export async function recordAudit(
  tx: EntityManager,
  { organizationId, personId = null }: Actor,
  { action, subjectId, detail = {} }: Act,
): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entry (organization_id, actor_id, action, subject_id, detail) VALUES ($1, $2, $3, $4, $5)`,
    [organizationId, personId, action, subjectId, JSON.stringify(detail)],
  );
}
