import type { EntityManager } from 'typeorm';

/** The organization's day: for what the worker does, which has no viewer. */
export async function todayOf(tx: EntityManager, organizationId: string): Promise<string> {
  const [row]: { today: string }[] = await tx.query(
    `SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM organization_setting WHERE organization_id = $1`,
    [organizationId],
  );
  if (!row) throw new Error('An organization without settings');
  return row.today;
}

/** @param days  whole, also negative */
export function dayAfter(day: string, days = 1): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
