import type { SystemViewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';
import type { FaultList } from '../../imports/import-reader.js';

/**
 * Tells every row by whose manager people would, in the end, manage each other in a circle: in the state after the
 * import, of everybody in the file and on record who is still there on the day of the import or begins later.
 * Whoever manages themself is told with their row. Needs `posting_plan`.
 *
 * Each person points at their manager. In every step whoever points at somebody without a manager is dropped, and the
 * others point to where their target pointed, so that a chain of n people is gone after log2(n) steps. Those who are
 * never dropped lead into a circle; and once they have gone as many steps as there are people, exactly the people in
 * the circles are pointed at.
 */
export async function tellManagerCircles(
  tx: EntityManager,
  { organizationId, today }: SystemViewer,
  faults: FaultList,
): Promise<void> {
  await tx.query(
    `CREATE TEMPORARY TABLE manager_step (person_id uuid PRIMARY KEY, target_id uuid NOT NULL) ON COMMIT DROP`,
  );
  await tx.query(EDGES_ON_RECORD, [organizationId, today]);
  await tx.query(EDGES_IN_FILE, [today]);
  await tx.query(`ANALYZE manager_step`);
  const people = await dropEnds(tx);
  for (let steps = 1; steps < people; steps *= 2) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins where the last one ended
    await tx.query(STEP);
  }
  const rows: { line: number }[] = await tx.query(
    `SELECT line FROM posting_plan WHERE person_id IN (SELECT target_id FROM manager_step)`,
  );
  for (const { line } of rows)
    faults.add({
      line,
      column: 'manager_external_id',
      message: 'People would manage each other in a circle.',
    });
}

/** @returns how many lead into a circle */
async function dropEnds(tx: EntityManager): Promise<number> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins where the last one ended
    const [, dropped]: [unknown, number] = await tx.query(DROP_ENDS);
    if (dropped === 0) break;
    // oxlint-disable-next-line no-await-in-loop
    await tx.query(STEP);
  }
  const [left]: { people: number }[] = await tx.query(`SELECT count(*) AS people FROM manager_step`);
  return left?.people ?? 0;
}

const EDGES_ON_RECORD = `
  INSERT INTO manager_step
  SELECT person_id, manager_id FROM (
    SELECT DISTINCT ON (person_id) person_id, manager_id, valid_to FROM posting
    WHERE organization_id = $1 ORDER BY person_id, valid_from DESC) AS last
  WHERE manager_id IS NOT NULL AND valid_to > $2
    AND NOT EXISTS (SELECT FROM posting_plan WHERE posting_plan.person_id = last.person_id)`;

const EDGES_IN_FILE = `
  INSERT INTO manager_step
  SELECT person_id, CASE WHEN act IS NULL THEN last_manager_id ELSE manager_id END FROM posting_plan
  WHERE ends > $1 AND CASE WHEN act IS NULL THEN last_manager_id ELSE manager_id END <> person_id
  ON CONFLICT DO NOTHING`;

const DROP_ENDS = `
  DELETE FROM manager_step AS step
  WHERE NOT EXISTS (SELECT FROM manager_step AS next WHERE next.person_id = step.target_id)`;

const STEP = `
  UPDATE manager_step AS step SET target_id = next.target_id FROM manager_step AS next
  WHERE next.person_id = step.target_id`;
