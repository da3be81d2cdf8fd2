import type { EntityManager } from 'typeorm';
import type { Owed, OwedRound } from './invitations.js';

interface OwedRow {
  readonly personId: string;
  readonly outside: boolean;
  readonly until: Date;
  readonly rounds: readonly OwedRound[];
}

/**
 * Who has not answered everything in a round, with all that they owe in this and in other open rounds. For the system
 * that writes to them, and for nobody else.
 */
export function owedBy(
  tx: EntityManager,
  { organizationId, roundId }: { readonly organizationId: string; readonly roundId: string },
): Promise<Owed[]> {
  return tx.query<OwedRow[]>(
    `WITH owed AS (
       SELECT request.person_id, round.id AS round_id, round.name, round.purpose, round.closes_on,
         jsonb_agg(executive.person_id ORDER BY executive.person_id <> request.person_id, executive.person_id) AS subjects
       FROM rating_request AS request
       JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = request.round_id AND round.status = 'OPEN'
       JOIN executive ON executive.organization_id = $1 AND executive.id = request.executive_id
       WHERE request.organization_id = $1 AND request.status = 'OPEN' AND request.person_id IN (
         SELECT person_id FROM rating_request
         WHERE organization_id = $1 AND round_id = $2 AND status = 'OPEN')
       GROUP BY request.person_id, round.id, round.name, round.purpose, round.closes_on)
     SELECT person_id AS "personId", person.outside,
       greatest(max(((closes_on + 1)::timestamp AT TIME ZONE setting.time_zone)), now() + interval '30 days' * (max(closes_on) < now())::integer) AS until,
       jsonb_agg(jsonb_build_object('name', name, 'purpose', purpose, 'closesOn', closes_on, 'subjects', subjects)
         ORDER BY closes_on, name) AS rounds
     FROM owed JOIN person ON person.organization_id = $1 AND person.id = person_id
     JOIN organization_setting AS setting ON setting.organization_id = $1
     WHERE person.left_on IS NULL OR person.left_on > (now() AT TIME ZONE setting.time_zone)::date
     GROUP BY person_id, person.outside, setting.time_zone`,
    [organizationId, roundId],
  );
}
