import { nameInMail } from '@alidade/database';
import type { Mail } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';

export interface LevelTurningStale {
  readonly executiveId: string;
  readonly personId: string;
  readonly capabilityId: string;
  readonly capabilityName: string;
  readonly level: number;
  /** First day on which it counts no longer. */
  readonly staleOn: string;
}

/**
 * Levels that count today, by nothing that is on record followed, and turn stale within so many days; the first to turn
 * first, at most so many.
 * @param executiveIds  whose
 */
export function levelsTurningStale(
  tx: EntityManager,
  { organizationId, today }: { readonly organizationId: string; readonly today: string },
  asked: { readonly executiveIds: readonly string[]; readonly withinDays: number; readonly limit: number },
): Promise<LevelTurningStale[]> {
  return tx.query(
    `SELECT fact.executive_id AS "executiveId", executive.person_id AS "personId", fact.capability_id AS "capabilityId",
       capability.name AS "capabilityName", fact.level, fact.valid_to AS "staleOn"
     FROM level_fact AS fact
     JOIN executive ON executive.organization_id = $1 AND executive.id = fact.executive_id
     JOIN capability ON capability.organization_id = $1 AND capability.id = fact.capability_id
     WHERE fact.organization_id = $1 AND fact.executive_id = ANY($2)
       AND fact.valid_from <= $3 AND fact.valid_to > $3 AND fact.valid_to <= $3::date + $4::integer
       AND NOT EXISTS (SELECT FROM level_fact AS next WHERE next.organization_id = $1
         AND next.executive_id = fact.executive_id AND next.capability_id = fact.capability_id
         AND next.valid_from = fact.valid_to)
     ORDER BY fact.valid_to, fact.executive_id, capability.position LIMIT $5`,
    [organizationId, asked.executiveIds, today, asked.withinDays, asked.limit],
  );
}

/** One mail to each executive with all of their levels that turn stale. */
export function staleMails(levels: readonly LevelTurningStale[], home: string): Mail[] {
  return [...groupedBy(levels, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    subject: 'Some of your levels are about to turn stale',
    body: [
      `${nameInMail(personId)}, these levels soon count no longer, because what they rest on is too old:`,
      '',
      ...own.map(({ capabilityName, staleOn }) => `- ${capabilityName}, on ${staleOn}`),
      '',
      'A new round of assessment, or your manager’s rating, brings them up to date.',
      home,
    ].join('\n'),
  }));
}
