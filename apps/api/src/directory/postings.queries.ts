import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';

/**
 * Puts first, of somebody's postings, the one held on a day; when none was, the last one before it; when the person
 * had not begun, the first one after it. For ORDER BY … LIMIT 1.
 * @param posting  the alias of the table
 * @param day      a parameter
 */
export const LAST_HELD_FIRST = (posting: string, day: string): string =>
  `${posting}.valid_from > ${day}, CASE WHEN ${posting}.valid_from <= ${day} THEN ${posting}.valid_from END DESC, ${posting}.valid_from`;

export interface HeldPosting {
  readonly personId: string;
  readonly unitId: string;
  readonly leadershipLevelId: string;
  readonly managerId: string | null;
}

/** Of each of these executives the posting held on the day, or the last held when they have left; by person. */
export async function lastHeldBy(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  personIds: readonly string[],
  day: string,
): Promise<Map<string, HeldPosting>> {
  const rows: HeldPosting[] = await tx.query(
    `SELECT DISTINCT ON (person_id) person_id AS "personId", unit_id AS "unitId",
       leadership_level_id AS "leadershipLevelId", manager_id AS "managerId"
     FROM posting WHERE organization_id = $1 AND person_id = ANY($2) AND leadership_level_id IS NOT NULL
     ORDER BY person_id, ${LAST_HELD_FIRST('posting', '$3::date')}`,
    [organizationId, personIds, day],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The unit each of these people belongs to on the day, by person; who has none on it is not there. */
export async function unitIdsOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  personIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const rows: { personId: string; unitId: string }[] = await tx.query(
    `SELECT person_id AS "personId", unit_id AS "unitId" FROM posting
     WHERE organization_id = $1 AND person_id = ANY($2) AND valid_from <= $3 AND valid_to > $3`,
    [organizationId, personIds, day],
  );
  return new Map(rows.map(({ personId, unitId }) => [personId, unitId]));
}

/** Answers an executive's leadership level on a day; null: they were none on it. */
export type LeadershipLevelOn = (executiveId: string, day: string) => string | null;

export async function leadershipLevelsOn(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  executiveIds: readonly string[],
  days: readonly string[],
): Promise<LeadershipLevelOn> {
  const rows: { executiveId: string; day: string; leadershipLevelId: string }[] = await tx.query(
    `SELECT executive.id AS "executiveId", asked.day, leadership_level_id AS "leadershipLevelId"
     FROM unnest($3::date[]) AS asked (day) JOIN executive ON executive.organization_id = $1 AND executive.id = ANY ($2)
     JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
       AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= asked.day AND posting.valid_to > asked.day`,
    [organizationId, [...executiveIds], [...days]],
  );
  const byKey = new Map(rows.map((row) => [`${row.executiveId} ${row.day}`, row.leadershipLevelId]));
  return (executiveId, day) => byKey.get(`${executiveId} ${day}`) ?? null;
}
