import type { EntityManager } from 'typeorm';

/**
 * Finds out who each row is: the person on record with its external id, else somebody the personnel system did not
 * know yet (without an external id) who has its mail address, else a new person.
 * Leaves `person_match (line, person_id, is_new)`.
 */
export async function matchPeople(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(
    `CREATE TEMPORARY TABLE person_match (
       line integer PRIMARY KEY, person_id uuid NOT NULL, is_new boolean NOT NULL, external_id text
     ) ON COMMIT DROP`,
  );
  await tx.query(
    `INSERT INTO person_match
     SELECT staged.line, coalesce(known.id, adopted.id, gen_random_uuid()),
       known.id IS NULL AND adopted.id IS NULL, staged.external_id
     FROM staged_person AS staged
     LEFT JOIN person AS known ON known.organization_id = $1 AND known.external_id = staged.external_id
     LEFT JOIN person_identity AS identity
       ON identity.organization_id = $1 AND identity.email = staged.email AND known.id IS NULL
     LEFT JOIN person AS adopted
       ON adopted.organization_id = $1 AND adopted.id = identity.person_id AND adopted.external_id IS NULL`,
    [organizationId],
  );
  await tx.query(`CREATE INDEX ON person_match (person_id)`);
  await tx.query(`CREATE INDEX ON person_match (external_id)`);
  await tx.query(`ANALYZE person_match`);
}
