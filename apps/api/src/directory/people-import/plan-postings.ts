import type { SystemViewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';

/**
 * Works out, for each row, what its posting on record is and what the row makes of it. Needs `person_match` and
 * `staged_unit`; leaves `posting_plan`, whose `act` says what is to be written:
 * - BEGIN: the first posting, from the day of joining; or of somebody who has come back, joining after having left
 * - FOLLOW: the last posting ends where another one begins, on the day the change takes effect
 * - REPLACE: the same on the very day the last posting began, which is put right
 * - null: the last posting stays; its bounds may still move with the days of joining and leaving
 *
 * A change that would take effect when the person is no longer there, on a day the row does not name, is none.
 */
export async function planPostings(
  tx: EntityManager,
  { organizationId, today }: SystemViewer,
): Promise<void> {
  await tx.query(CREATE);
  await tx.query(FILL, [organizationId, today]);
  await tx.query(`UPDATE posting_plan SET act = ${ACT}`);
  await tx.query(`CREATE INDEX ON posting_plan (person_id)`);
  await tx.query(`ANALYZE posting_plan`);
}

const CREATE = `
  CREATE TEMPORARY TABLE posting_plan (
    line integer PRIMARY KEY, person_id uuid NOT NULL,
    -- as the row states them
    unit_id uuid, level_id uuid, manager_id uuid, effective_on date,
    -- as they will be on record
    joined_on date, left_on date,
    came_back boolean NOT NULL, left_changes boolean NOT NULL, ends date NOT NULL, effective date NOT NULL,
    -- the last posting on record, and where it will begin
    last_id uuid, last_manager_id uuid, last_from date, last_begins date, last_to date, changes boolean NOT NULL,
    -- an earlier posting that began with joining and moves along when that day is put right
    joining_id uuid, joining_to date, left_before date,
    act text
  ) ON COMMIT DROP`;

const FILL = `
  INSERT INTO posting_plan
  SELECT staged.line, person_match.person_id, staged_unit.unit_id, wanted.level_id, wanted.manager_id, staged.effective_on,
    days.joined_on, days.left_on,
    back.came_back, days.left_on IS DISTINCT FROM known.left_on, coalesce(days.left_on, 'infinity'),
    coalesce(staged.effective_on, $2),
    last.id, last.manager_id, last.valid_from, CASE WHEN joining.id = last.id THEN staged.joined_on ELSE last.valid_from END, last.valid_to,
    (staged_unit.unit_id, wanted.level_id, wanted.manager_id)
      IS DISTINCT FROM (last.unit_id, last.leadership_level_id, last.manager_id),
    joining.id, joining.valid_to, joining.left_before
  FROM staged_person AS staged
  JOIN person_match ON person_match.line = staged.line
  LEFT JOIN staged_unit ON staged_unit.key = staged.unit_key
  LEFT JOIN person AS known ON known.organization_id = $1 AND known.id = person_match.person_id
  LEFT JOIN LATERAL (
    SELECT id, unit_id, leadership_level_id, manager_id, valid_from, valid_to FROM posting
    WHERE posting.organization_id = $1 AND posting.person_id = person_match.person_id
    ORDER BY valid_from DESC LIMIT 1) AS last ON true
  LEFT JOIN LATERAL (
    SELECT person_id FROM person_match AS manager WHERE manager.external_id = staged.manager_external_id LIMIT 1
  ) AS manager_in_file ON true
  LEFT JOIN person AS manager_on_record
    ON manager_on_record.organization_id = $1 AND manager_on_record.external_id = staged.manager_external_id
  CROSS JOIN LATERAL (SELECT
    CASE WHEN staged.states_level THEN staged.level_id ELSE last.leadership_level_id END AS level_id,
    CASE WHEN staged.states_manager THEN coalesce(manager_in_file.person_id, manager_on_record.id)
      ELSE last.manager_id END AS manager_id) AS wanted
  CROSS JOIN LATERAL (SELECT last.id IS NOT NULL AND coalesce(staged.joined_on >= known.left_on, false) AS came_back) AS back
  CROSS JOIN LATERAL (SELECT
    coalesce(staged.joined_on, known.joined_on) AS joined_on,
    CASE WHEN back.came_back THEN staged.left_on ELSE coalesce(staged.left_on, known.left_on) END AS left_on) AS days
  LEFT JOIN LATERAL (
    SELECT id, valid_to, (SELECT max(before.valid_to) FROM posting AS before
      WHERE before.organization_id = $1 AND before.person_id = person_match.person_id
        AND before.valid_from < posting.valid_from) AS left_before
    FROM posting WHERE posting.organization_id = $1 AND posting.person_id = person_match.person_id
      AND posting.valid_from = coalesce(known.joined_on, '-infinity')
      AND staged.joined_on IS DISTINCT FROM known.joined_on AND staged.joined_on IS NOT NULL AND NOT back.came_back
  ) AS joining ON true`;

const ACT = `
  CASE
    WHEN last_id IS NULL OR came_back THEN 'BEGIN'
    WHEN NOT changes OR (effective_on IS NULL AND effective >= ends) THEN NULL
    WHEN effective = last_begins THEN 'REPLACE'
    ELSE 'FOLLOW'
  END`;
