import type { Viewer } from '@alidade/access';
import type { CohortDesign, ReadSession } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { ExecutiveType } from '../../directory/directory.types.js';
import { executivesByName, executivesFound } from '../../directory/executives.queries.js';
import { pageOf } from '../../platform/connection.js';
import type { Connection, PageArgs } from '../../platform/connection.js';
import { candidateIdsOf } from '../problem/problem.queries.js';
import { requireDesign } from './designs.queries.js';

export interface CandidatesPage {
  readonly design: Pick<CohortDesign, 'id'>;
  readonly page: PageArgs;
}

/** Candidates of a design as of today whom the viewer may know by name, by name. */
export async function candidatesPage(
  tx: EntityManager,
  reads: ReadSession,
  viewer: Viewer,
  { design, page }: CandidatesPage,
): Promise<Connection<ExecutiveType>> {
  const own = await requireDesign(tx, viewer, design.id);
  const { unitId, leadershipLevelId, cohortId, listed } = own;
  const filter = {
    population: { unitId, leadershipLevelId, cohortId },
    search: null,
    day: viewer.today,
    ...(listed && { ids: await candidateIdsOf(tx, viewer, own, viewer.today) }),
  };
  const rows = await executivesByName(tx, viewer, filter, page);
  const connection = pageOf(rows, page, {
    keyOf: ({ name, id }) => [name, id],
    count: () => reads.read((again) => executivesFound(again, viewer, filter).getCount()),
  });
  return {
    ...connection,
    edges: connection.edges.map(({ cursor, node: { id, personId } }) => ({ cursor, node: { id, personId } })),
  };
}
