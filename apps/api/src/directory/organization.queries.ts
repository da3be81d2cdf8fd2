import type { Viewer } from '@alidade/access';
import { isTimeZone } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';

const LONGEST_NAME = 200;
const MOST_LEVELS = 30;

/** @throws UseCaseError INVALID_INPUT naming every fault at once */
export function levelNamesFrom(texts: readonly string[]): string[] {
  const names = texts.map((text) => text.trim());
  const lower = names.map((name) => name.toLowerCase());
  const fields = names.flatMap((name, i) => {
    const path = `names.${i}`;
    if (name === '') return { path, message: 'A leadership level needs a name.' };
    if (name.length > LONGEST_NAME)
      return { path, message: `A name has at most ${LONGEST_NAME} characters.` };
    return lower.indexOf(name.toLowerCase()) < i ? { path, message: `${name} is there twice.` } : [];
  });
  if (names.length === 0) fields.push({ path: 'names', message: 'Name at least one leadership level.' });
  if (names.length > MOST_LEVELS)
    fields.push({ path: 'names', message: `There are at most ${MOST_LEVELS} leadership levels.` });
  if (fields.length > 0)
    throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join(' '), { fields });
  return names;
}

/** Names of the levels that are not among these and that a posting or a requirement, also a past one, refers to. */
export async function levelsInUse(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  names: readonly string[],
): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `SELECT name FROM leadership_level AS level WHERE organization_id = $1 AND lower(name) <> ALL($2)
       AND (EXISTS (SELECT FROM posting WHERE posting.organization_id = $1 AND leadership_level_id = level.id)
         OR EXISTS (SELECT FROM requirement WHERE requirement.organization_id = $1 AND leadership_level_id = level.id))
     ORDER BY rank`,
    [organizationId, names.map((name) => name.toLowerCase())],
  );
  return rows.map(({ name }) => name);
}

/** Drops the levels that are not named, and gives the others their rank, in one statement each: ranks are unique. */
export async function replaceLevels(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  names: readonly string[],
): Promise<void> {
  const lower = names.map((name) => name.toLowerCase());
  await tx.query(`DELETE FROM leadership_level WHERE organization_id = $1 AND lower(name) <> ALL($2)`, [
    organizationId,
    lower,
  ]);
  await tx.query(
    `UPDATE leadership_level AS level SET name = wanted.name, rank = wanted.rank
     FROM unnest($2::text[]) WITH ORDINALITY AS wanted (name, rank)
     WHERE level.organization_id = $1 AND lower(level.name) = lower(wanted.name)`,
    [organizationId, names],
  );
  await tx.query(
    `INSERT INTO leadership_level (organization_id, name, rank)
     SELECT $1, wanted.name, wanted.rank FROM unnest($2::text[]) WITH ORDINALITY AS wanted (name, rank)
     WHERE NOT EXISTS (SELECT FROM leadership_level AS level
       WHERE level.organization_id = $1 AND lower(level.name) = lower(wanted.name))`,
    [organizationId, names],
  );
}

/** Whether both this program and the database know it by that name: every request asks the database what day it is there. */
export async function isKnownTimeZone(tx: EntityManager, timeZone: string): Promise<boolean> {
  if (!isTimeZone(timeZone)) return false;
  const known: unknown[] = await tx.query(`SELECT FROM pg_timezone_names WHERE name = $1`, [timeZone]);
  return known.length > 0;
}
