import type { ImportCounts } from '../../apps/api/src/imports/import-reader.js';
import { peopleImport } from '../../apps/api/src/directory/people-import/people-import.reader.js';
import { takeIn as takeInBy } from './import-file.js';
import type { TestOrganization } from './organization.js';

/** Cells of one row by column; what is not there is an empty cell. */
export type PeopleRow = Readonly<Record<string, string>>;

/** A file with all columns that any of its rows has. */
export function csvOf(rows: readonly PeopleRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Has the reader of the worker take a file of people in on that day, without the upload. */
export async function takeIn(
  org: TestOrganization,
  text: string,
  today: string,
): Promise<ImportCounts & { faults: string[] }> {
  const { faults, ...counts } = await takeInBy(org, peopleImport, { text, today, by: { personId: '' } });
  return { ...counts, faults: faults.map((fault) => fault.join(' ')) };
}

export const TODAY = '2026-03-31';
export const ANA = {
  external_id: '100',
  name: 'Ana Duarte',
  email: 'Ana.Duarte@example.org',
  title: 'Head of Planning',
  unit: 'Operations / Supply chain / Planning',
  leadership_level: 'Director',
  manager_external_id: '200',
  function: 'Operations',
  location: 'Porto',
  time_zone: 'Europe/Lisbon',
  languages: 'pt;en',
  gender: 'female',
  joined_on: '2020-02-01',
  left_on: '',
  effective_on: '',
  unavailable: '2026-07-01/2026-07-15;2026-05-04/2026-05-05',
};
export const BO = {
  external_id: '200',
  name: 'Bo Lind',
  email: 'bo@example.org',
  unit: 'Operations',
  leadership_level: 'President',
};
export const RUI = { external_id: '300', name: 'Rui Melo', email: 'rui@example.org', unit: 'Sales' };

/** Each posting as `from..to unit level manager`, in order. */
export const postingsOf = (org: TestOrganization, externalId: string): Promise<string[]> =>
  org.within(async (tx) => {
    const rows = await tx.query(
      `SELECT posting.valid_from || '..' || posting.valid_to || ' ' || unit.name || ' ' || coalesce(level.name, '-') || ' '
           || coalesce(manager.external_id, '-') AS text
         FROM posting JOIN person ON person.organization_id = posting.organization_id AND person.id = posting.person_id
         JOIN unit ON unit.organization_id = posting.organization_id AND unit.id = posting.unit_id
         LEFT JOIN leadership_level AS level ON level.organization_id = posting.organization_id AND level.id = leadership_level_id
         LEFT JOIN person AS manager ON manager.organization_id = posting.organization_id AND manager.id = posting.manager_id
         WHERE posting.organization_id = $1 AND person.external_id = $2 ORDER BY posting.valid_from`,
      [org.organizationId, externalId],
    );
    return rows.map(({ text }: any) => text);
  });
/** What is on record of a person besides postings. */
export const recordOf = (org: TestOrganization, externalId: string): Promise<any> =>
  org.within(async (tx) => {
    const [row] = await tx.query(
      `SELECT person.id, name, email, title, function, location, time_zone, languages, gender, joined_on, left_on,
           (SELECT array_agg(starts_on || '/' || ends_on ORDER BY starts_on) FROM unavailable_period AS period
            WHERE period.organization_id = person.organization_id AND period.person_id = person.id) AS unavailable
         FROM person JOIN person_identity AS identity ON identity.organization_id = person.organization_id AND identity.person_id = person.id
         LEFT JOIN person_diversity AS diversity ON diversity.organization_id = person.organization_id AND diversity.person_id = person.id
         WHERE person.organization_id = $1 AND external_id = $2`,
      [org.organizationId, externalId],
    );
    return row;
  });

export const countsOf = (created: number, updated: number, unchanged: number) => ({
  created,
  updated,
  unchanged,
  faults: [],
});
