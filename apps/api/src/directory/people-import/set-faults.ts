import type { SystemViewer } from '@alidade/access';
import type { ImportFault } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { FaultList } from '../../imports/import-reader.js';

/**
 * Tells the faults that no row has by itself: two rows for one person or address, what contradicts the record, days
 * that contradict the posting on record. Needs `person_match` and `posting_plan`. No fault quotes a name or an address.
 */
export async function tellSetFaults(
  tx: EntityManager,
  { organizationId }: SystemViewer,
  faults: FaultList,
): Promise<void> {
  await tx.query(LOCK_ADMINISTRATORS, [organizationId]);
  for (const { sql, scoped } of CHECKS) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const found: ImportFault[] = await tx.query(sql, scoped ? [organizationId] : []);
    for (const fault of found) faults.add(fault);
  }
}

interface Check {
  /** Gives line, column and message. */
  readonly sql: string;
  /** Whether it compares with the record, and so takes the organization as $1. */
  readonly scoped: boolean;
}

const twice = (column: 'external_id' | 'email'): Check => ({
  scoped: false,
  sql: `
    SELECT line, '${column}' AS column, 'The same ${column} is on line ' || other || '.' AS message FROM (
      SELECT line, coalesce(lag(line) OVER same, lead(line) OVER same) AS other
      FROM staged_person WHERE ${column} IS NOT NULL WINDOW same AS (PARTITION BY ${column} ORDER BY line)) AS pairs
    WHERE other IS NOT NULL`,
});

/** Unless whoever has the address gives it up in the same file. */
const EMAIL_OF_ANOTHER: Check = {
  scoped: true,
  sql: `
    SELECT staged.line, 'email' AS column, 'Another person on record has this address.' AS message
    FROM staged_person AS staged
    JOIN person_match ON person_match.line = staged.line
    JOIN person_identity AS identity ON identity.organization_id = $1 AND identity.email = staged.email
      AND identity.person_id <> person_match.person_id
    WHERE NOT EXISTS (
      SELECT FROM person_match AS holder JOIN staged_person AS row_of_holder ON row_of_holder.line = holder.line
      WHERE holder.person_id = identity.person_id AND row_of_holder.email <> staged.email)`,
};

const UNKNOWN_MANAGER: Check = {
  scoped: true,
  sql: `
    SELECT staged.line, 'manager_external_id' AS column,
      'Nobody in this file or on record has the external_id ' || staged.manager_external_id || '.' AS message
    FROM staged_person AS staged
    WHERE staged.manager_external_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM person_match AS manager WHERE manager.external_id = staged.manager_external_id)
      AND NOT EXISTS (SELECT FROM person AS manager
        WHERE manager.organization_id = $1 AND manager.external_id = staged.manager_external_id)`,
};

const when = (
  column: 'joined_on' | 'left_on' | 'effective_on',
  condition: string,
  message: string,
): Check => ({
  scoped: false,
  sql: `SELECT line, '${column}' AS column, ${message} AS message FROM posting_plan WHERE ${condition}`,
});

/** Days that are faulty within a row were told with the row: it is enough that one of both is on record. */
const AGAINST_DAYS_ON_RECORD: Check = {
  scoped: false,
  sql: `
    SELECT plan.line, CASE WHEN staged.left_on IS NULL THEN 'joined_on' ELSE 'left_on' END AS column,
      CASE WHEN staged.left_on IS NULL THEN 'The person left on ' || plan.left_on || '; joined_on comes before it.'
        ELSE 'The person joined on ' || plan.joined_on || '; left_on comes after it.' END AS message
    FROM posting_plan AS plan JOIN staged_person AS staged ON staged.line = plan.line
    WHERE plan.left_on <= plan.joined_on AND (staged.left_on IS NULL OR staged.joined_on IS NULL)`,
};

/** Whose grant has no units. */
const ADMINISTERS_ALL = `role_grant.organization_id = $1 AND role_grant.role = 'ADMINISTRATOR' AND NOT EXISTS (
  SELECT FROM role_grant_unit WHERE role_grant_unit.organization_id = $1 AND role_grant_unit.grant_id = role_grant.id)`;

/** Those whom the file lets leave: whoever takes the role from another one at the same time waits, and counts again. */
const LOCK_ADMINISTRATORS = `
  SELECT FROM role_grant WHERE organization_id = $1 AND role = 'ADMINISTRATOR'
    AND person_id IN (SELECT person_id FROM posting_plan WHERE left_changes AND left_on IS NOT NULL)
  ORDER BY id FOR UPDATE`;

/** Somebody must stay, with no day of leaving, who can grant roles everywhere. */
const LAST_ADMINISTRATOR: Check = {
  scoped: true,
  sql: `
    SELECT plan.line, 'left_on' AS column,
      'This is the last administrator of the whole organization; make somebody else one first.' AS message
    FROM posting_plan AS plan JOIN role_grant ON role_grant.person_id = plan.person_id AND ${ADMINISTERS_ALL}
    WHERE plan.left_changes AND plan.left_on IS NOT NULL AND NOT EXISTS (
      SELECT FROM (SELECT person_id FROM role_grant WHERE ${ADMINISTERS_ALL}) AS administrator
      JOIN person ON person.organization_id = $1 AND person.id = administrator.person_id
      LEFT JOIN posting_plan AS own ON own.person_id = person.id
      WHERE CASE WHEN own.line IS NULL THEN person.left_on ELSE own.left_on END IS NULL)`,
};

/** Otherwise this is told already, and is the cause. */
const DAYS_AGREE = `(left_on > joined_on) IS NOT FALSE`;

const CHECKS: readonly Check[] = [
  twice('external_id'),
  twice('email'),
  EMAIL_OF_ANOTHER,
  UNKNOWN_MANAGER,
  AGAINST_DAYS_ON_RECORD,
  LAST_ADMINISTRATOR,
  when(
    'joined_on',
    `joining_to <= joined_on AND ${DAYS_AGREE} AND (joining_id <> last_id OR NOT left_changes)`,
    `'The first posting on record ended on ' || joining_to || '; joined_on comes before it.'`,
  ),
  when(
    'joined_on',
    `left_before > joined_on`,
    `'The person had been there before and left on ' || left_before || '; joined_on does not come before it.'`,
  ),
  when(
    'joined_on',
    `came_back AND last_from >= joined_on`,
    `'A posting on record begins on ' || last_from || '; somebody comes back after it.'`,
  ),
  when(
    'left_on',
    `last_id IS NOT NULL AND NOT came_back AND left_changes AND ends <= last_begins AND ${DAYS_AGREE}`,
    `'The posting on record began on ' || last_begins || '; left_on comes after it.'`,
  ),
  when(
    'effective_on',
    `act IN ('FOLLOW', 'REPLACE') AND effective_on >= ends`,
    `'The person left on ' || ends || '; a change takes effect before it.'`,
  ),
  when(
    'effective_on',
    `act = 'FOLLOW' AND effective < last_begins`,
    `CASE WHEN effective_on IS NULL
       THEN 'The posting on record begins on ' || last_begins || '; name an effective_on from that day on.'
       ELSE 'The posting on record began on ' || last_begins || '; a change takes effect on that day or later.' END`,
  ),
];
