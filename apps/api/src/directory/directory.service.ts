import { Injectable } from '@nestjs/common';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { pageOf } from '../platform/connection.js';
import type { Connection } from '../platform/connection.js';
import type { ExecutivesArgs, PeopleArgs } from './directory.inputs.js';
import { organizationOf } from './directory.queries.js';
import type { ExecutiveType, OrganizationType, OrgUnitType, PersonType } from './directory.types.js';
import {
  executivesByName,
  executivesFound,
  executivesKnownTo,
  requireExecutive,
} from './executives.queries.js';
import { peopleByName, peopleFound } from './people.queries.js';
import { requirePopulation } from './population.queries.js';
import { unitTreeOn } from './units.queries.js';

/** What is asked of the directory. */
@Injectable()
export class DirectoryService {
  organization(viewer: Viewer, reads: ReadSession): Promise<OrganizationType> {
    return reads.read((tx) => organizationOf(tx, viewer));
  }

  /** The units that bound what the viewer sees; none: the whole organization. */
  async scope(viewer: Viewer, reads: ReadSession): Promise<readonly OrgUnitType[]> {
    const ids = boundsOf(viewer);
    if (ids.length === 0) return [];
    const { byId } = await reads.read((tx) => unitTreeOn(tx, viewer, viewer.today));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  people(viewer: Viewer, reads: ReadSession, args: PeopleArgs): Promise<Connection<PersonType>> {
    const search = args.search?.trim() || null;
    return reads.read(async (tx) =>
      pageOf(await peopleByName(tx, viewer, search, args), args, {
        keyOf: ({ name, id }) => [name, id],
        count: () => peopleFound(tx, viewer, search).getCount(),
      }),
    );
  }

  executives(viewer: Viewer, reads: ReadSession, args: ExecutivesArgs): Promise<Connection<ExecutiveType>> {
    const day = args.asOf ?? viewer.today;
    return reads.read(async (tx) => {
      const population = await requirePopulation(tx, viewer, args.population);
      const filter = { population, search: args.search?.trim() || null, day };
      const rows = await executivesByName(tx, viewer, filter, args);
      return pageOf(
        rows.map((row) => ({ ...row, day })),
        args,
        {
          keyOf: ({ name, id }) => [name, id],
          count: () => executivesFound(tx, viewer, filter).getCount(),
        },
      );
    });
  }

  /** Also one who has left. */
  async executive(
    viewer: Viewer,
    reads: ReadSession,
    id: string,
    asOf?: string | null,
  ): Promise<ExecutiveType> {
    const { personId } = await reads.read((tx) => requireExecutive(tx, viewer, id));
    return { id, personId, day: asOf ?? viewer.today };
  }

  /** The viewer's own record; null when they have never been an executive. */
  async ownExecutive(viewer: Viewer, reads: ReadSession): Promise<ExecutiveType | null> {
    const { personId } = viewer;
    const executive = await reads.read((tx) =>
      executivesKnownTo(tx, viewer).andWhere('executive.person_id = :personId', { personId }).getOne(),
    );
    return executive && { id: executive.id, personId };
  }
}

/** What people see is bounded by where they may read; of those who may read nothing about others, by where they may act. */
function boundsOf({ permissions }: Viewer): readonly string[] {
  const reading = [Permission.ReadinessView, Permission.ReadinessViewNamed]
    .map((permission) => permissions.get(permission))
    .filter((scope) => scope !== undefined);
  const scopes = reading.length > 0 ? reading : [...permissions.values()];
  return scopes.includes('ORGANIZATION') ? [] : [...new Set(scopes.flat())];
}
