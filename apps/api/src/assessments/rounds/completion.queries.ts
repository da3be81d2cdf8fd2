import type { Viewer } from '@alidade/access';
import type { AssessmentRound } from '@alidade/database';
import type { RaterGroup } from '@alidade/release';
import type { EntityManager } from 'typeorm';

/** Fewer requests, and a count says of single people whether they have answered. */
const FEWEST = 5;

interface Counted {
  readonly unitId: string;
  readonly group: RaterGroup;
  readonly asked: number;
  readonly answered: number;
  readonly declined: number;
}

export interface CompletionCell {
  readonly unitId: string;
  readonly group: RaterGroup;
  readonly asked: number | null;
  readonly answered: number | null;
  readonly declined: number | null;
  readonly suppressed: boolean;
}

/**
 * How far a round is, by rater group and by the subjects' units next below the top, each with its sub-units, as they
 * were on the opening day. Withheld are cells of one to four requests, and as many more that what is withheld of a group
 * cannot be worked out either.
 */
export async function completionByUnit(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  { id, opensOn }: AssessmentRound,
): Promise<CompletionCell[]> {
  const rows: Counted[] = await tx.query(
    `SELECT shown.unit_id AS "unitId", request.rater_group AS "group", count(*) AS asked,
       count(*) FILTER (WHERE request.status = 'SUBMITTED') AS answered,
       count(*) FILTER (WHERE request.status = 'DECLINED') AS declined
     FROM rating_request AS request
     JOIN executive ON executive.organization_id = $1 AND executive.id = request.executive_id
     JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
       AND posting.valid_from <= $3 AND posting.valid_to > $3
     CROSS JOIN LATERAL (
       SELECT ancestor_id AS unit_id FROM (
         SELECT ancestor_id, depth, row_number() OVER (ORDER BY depth DESC) AS from_top FROM unit_ancestor
         WHERE organization_id = $1 AND unit_id = posting.unit_id AND valid_from <= $3 AND valid_to > $3) AS above
       WHERE from_top <= 2 ORDER BY from_top DESC LIMIT 1) AS shown
     WHERE request.organization_id = $1 AND request.round_id = $2 AND request.status NOT IN ('NOMINATED', 'APPROVED')
     GROUP BY shown.unit_id, request.rater_group ORDER BY shown.unit_id, request.rater_group`,
    [organizationId, id, opensOn],
  );
  const shown = shownCells(rows);
  return rows.map((cell) =>
    shown.has(cell)
      ? { ...cell, suppressed: false }
      : { ...cell, asked: null, answered: null, declined: null, suppressed: true },
  );
}

/** Within each group what is withheld together is nobody or at least five requests; and so over all, whose total is known. */
function shownCells(cells: readonly Counted[]): ReadonlySet<Counted> {
  const shown = new Set(cells.filter(({ asked }) => asked >= FEWEST));
  const groups = [...new Set(cells.map(({ group }) => group))];
  for (const group of groups)
    coverUp(
      cells.filter((cell) => cell.group === group),
      shown,
    );
  coverUp(cells, shown);
  return shown;
}

function coverUp(cells: readonly Counted[], shown: Set<Counted>): void {
  const bySize = cells.filter((cell) => shown.has(cell)).toSorted((a, b) => a.asked - b.asked);
  let hidden = cells.filter((cell) => !shown.has(cell)).reduce((sum, { asked }) => sum + asked, 0);
  for (const cell of bySize) {
    if (hidden === 0 || hidden >= FEWEST) return;
    shown.delete(cell);
    hidden += cell.asked;
  }
}
