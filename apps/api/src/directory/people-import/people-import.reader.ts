import { Permission } from '@alidade/access';
import { ImportKind } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { readCsv } from '../../imports/csv.js';
import type { ImportContext, ImportCounts, ImportReader } from '../../imports/import-reader.js';
import { stageRows } from '../../imports/staging.js';
import { askForReadiness } from '../../platform/readiness-causes.js';
import { leadershipLevelsOf } from '../directory.queries.js';
import { lockDirectory } from '../units.queries.js';
import { APPLY_PEOPLE } from './apply-people.js';
import { APPLY_POSTINGS, CAUSES } from './apply-postings.js';
import { tellManagerCircles } from './manager-circles.js';
import { matchPeople } from './match-people.js';
import { PEOPLE_COLUMNS, STAGED_PEOPLE } from './people-columns.js';
import type { StagedPerson } from './people-columns.js';
import { planPostings } from './plan-postings.js';
import { tellSetFaults } from './set-faults.js';
import { placeUnitsInFile } from './units-in-file.js';
import { validatePersonRow } from './validate-person-row.js';

const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0 };

/**
 * Takes people in. Each row is checked by itself as it comes and staged; then the file is checked as a set, against
 * itself and the record, and taken in as a set: the number of statements does not grow with the number of rows.
 *
 * A row states a person. An empty cell says nothing: of a person on record the value stays. Unit, leadership level and
 * manager belong together: they are the posting, which a row states whole, so that there an empty cell means none
 * (no executive, nobody above), unless the file has no such column at all. A new posting begins on `effective_on`.
 */
export const peopleImport: ImportReader = {
  kind: ImportKind.PEOPLE,
  permission: Permission.DirectoryEdit,
  maxBytes: 100 * 1024 * 1024,
  parameters: [],

  async read(file, context) {
    const { tx, viewer, faults } = context;
    await lockDirectory(tx, viewer);
    const rows = await stageRows(tx, STAGED_PEOPLE, checkedRows(file, context));
    await context.progress(0.1);
    await placeUnitsInFile(tx, viewer);
    await matchPeople(tx, viewer.organizationId);
    await planPostings(tx, viewer);
    await context.progress(0.3);
    await tellSetFaults(tx, viewer, faults);
    await tellManagerCircles(tx, viewer, faults);
    if (faults.count > 0) return NOTHING;
    await tx.query(`CREATE TEMPORARY TABLE changed_line (line integer PRIMARY KEY) ON COMMIT DROP`);
    const statements = [...APPLY_PEOPLE, ...APPLY_POSTINGS];
    for (const [done, statement] of statements.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await tx.query(statement, [viewer.organizationId]);
      // oxlint-disable-next-line no-await-in-loop
      await context.progress(0.4 + (0.6 * (done + 1)) / statements.length);
    }
    await noteCauses(context);
    return countsOf(tx, rows);
  },
};

async function* checkedRows(
  file: AsyncIterable<Buffer>,
  { tx, viewer, faults }: ImportContext,
): AsyncGenerator<StagedPerson> {
  const levels = await leadershipLevelsOf(tx, viewer);
  for await (const row of readCsv(file, PEOPLE_COLUMNS, faults)) yield validatePersonRow(row, levels, faults);
}

/** Figures of whoever was or is an executive may change from the first day on which their posting does. */
async function noteCauses({ tx, viewer, personId }: ImportContext): Promise<void> {
  const noted: unknown[] = await tx.query(CAUSES, [viewer.organizationId]);
  if (noted.length > 0)
    await askForReadiness(tx, { organizationId: viewer.organizationId, personId: personId || null });
}

async function countsOf(tx: EntityManager, rows: number): Promise<ImportCounts> {
  const [counts]: { created: number; updated: number }[] = await tx.query(
    `SELECT count(*) FILTER (WHERE is_new) AS created, count(changed_line.line) FILTER (WHERE NOT is_new) AS updated
     FROM person_match LEFT JOIN changed_line USING (line)`,
  );
  const { created = 0, updated = 0 } = counts ?? {};
  return { created, updated, unchanged: rows - created - updated };
}
