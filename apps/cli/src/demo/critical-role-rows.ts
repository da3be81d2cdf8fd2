import type { EntityManager } from 'typeorm';

/**
 * Critical roles of the three weightiest strategies: the second highest level of the four top units with most people at it,
 * each to have two of five of them ready.
 */
export async function insertCriticalRoles(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(
    `INSERT INTO critical_role (organization_id, strategy_id, leadership_level_id, unit_id, needed)
     SELECT $1, weighty.id, place.level_id, place.unit_id, ceil(0.4 * place.people)
     FROM (
       SELECT strategy.id FROM strategy JOIN strategy_version AS version
         ON version.organization_id = $1 AND version.strategy_id = strategy.id AND version.valid_to = 'infinity'
       WHERE strategy.organization_id = $1 AND strategy.kind = 'STRATEGY'
       ORDER BY version.weight DESC, strategy.title LIMIT 3) AS weighty
     CROSS JOIN (
       SELECT within.ancestor_id AS unit_id, level.id AS level_id, count(*) AS people
       FROM (SELECT id FROM leadership_level WHERE organization_id = $1 ORDER BY rank DESC OFFSET 1 LIMIT 1) AS level
       JOIN posting ON posting.organization_id = $1 AND posting.leadership_level_id = level.id
         AND posting.valid_to = 'infinity'
       JOIN unit_ancestor AS within ON within.organization_id = $1 AND within.unit_id = posting.unit_id
         AND within.valid_to = 'infinity'
       JOIN unit_placement AS top ON top.organization_id = $1 AND top.unit_id = within.ancestor_id
         AND top.parent_id IS NULL AND top.valid_to = 'infinity'
       GROUP BY within.ancestor_id, level.id ORDER BY people DESC, within.ancestor_id LIMIT 4) AS place`,
    [organizationId],
  );
}
