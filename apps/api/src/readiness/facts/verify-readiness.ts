import { ReadSession } from '@alidade/database';
import { seededRandom } from '@alidade/statistics';
import type { DataSource, EntityManager } from 'typeorm';
import { dayAfter } from '../../platform/organization-day.js';
import { readinessDifferences } from './readiness-differences.js';
import type { Difference } from './readiness-differences.js';

/** Of one snapshot: longer than a day of any organization takes. */
const LONGEST_MS = 3_600_000;

/** What is looked at. */
export interface Verification {
  readonly organizationId: string;
  /** How many days, 1 or more: today, and as many others drawn from the days on which anything is known. */
  readonly days: number;
  /** Of the draw, a whole number. */
  readonly seed: number;
  /** Told before each day. */
  readonly onDay?: (day: string, place: number) => void;
}

/** What came of it. */
export type Verified =
  | { readonly outcome: 'RIGHT'; readonly days: number }
  /** What is kept and what the history makes of it, on the first day on which they differ. */
  | { readonly outcome: 'DIFFERENT'; readonly difference: Difference }
  /** The worker has changes still to work in: what is kept is not meant to be right yet. */
  | { readonly outcome: 'WAITING'; readonly changes: number };

/**
 * Holds what is kept of levels, readiness and tallies against the raw history, day by day, each day in one snapshot, and
 * ends at the first difference.
 */
export async function verifyReadiness(db: DataSource, asked: Verification): Promise<Verified> {
  const { organizationId, onDay } = asked;
  const snapshot = new ReadSession(db, { organizationId }, LONGEST_MS);
  try {
    const days = await snapshot.read((tx) => daysToTry(tx, asked));
    for (const [place, day] of days.entries()) {
      onDay?.(day, place + 1);
      // oxlint-disable-next-line no-await-in-loop
      await snapshot.renew();
      // oxlint-disable-next-line no-await-in-loop
      const found = await snapshot.read((tx) => wrongOn(tx, organizationId, day));
      if (found) return found;
    }
    return { outcome: 'RIGHT', days: days.length };
  } finally {
    await snapshot.close();
  }
}

async function wrongOn(tx: EntityManager, organizationId: string, day: string): Promise<Verified | null> {
  const changes = await changesWaiting(tx, organizationId);
  if (changes > 0) return { outcome: 'WAITING', changes };
  const first = await readinessDifferences(tx, { organizationId }, day).next();
  return first.done ? null : { outcome: 'DIFFERENT', difference: first.value };
}

async function changesWaiting(tx: EntityManager, organizationId: string): Promise<number> {
  const [{ waiting } = { waiting: 0 }]: { waiting: number }[] = await tx.query(
    `SELECT count(*)::integer AS waiting FROM readiness_cause WHERE organization_id = $1`,
    [organizationId],
  );
  return waiting;
}

/** Today where the organization is, and days from the first evidence to two years on, by when all of it is stale. */
async function daysToTry(
  tx: EntityManager,
  { organizationId, days, seed }: Verification,
): Promise<readonly string[]> {
  const [span]: { today: string; first: string; length: number }[] = await tx.query(
    `SELECT today::text, first::text, today + 730 - first AS length
     FROM (SELECT (now() AT TIME ZONE time_zone)::date AS today FROM organization_setting WHERE organization_id = $1) AS now
     CROSS JOIN LATERAL (
       SELECT least(min(evidence_on), today) AS first FROM level_evidence WHERE organization_id = $1) AS known`,
    [organizationId],
  );
  if (!span) throw new Error('An organization without settings');
  const random = seededRandom(seed);
  const drawn = Array.from({ length: days - 1 }, () => dayAfter(span.first, random.index(span.length)));
  return [span.today, ...drawn];
}
