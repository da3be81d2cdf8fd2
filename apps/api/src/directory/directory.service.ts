import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { Executive, ReadSession } from '@alidade/database';
import { pageOf } from '../platform/connection.js';
import type { Connection, PageArgs } from '../platform/connection.js';
import { organizationOf } from './directory.queries.js';
import type { OrganizationType } from './directory.types.js';
import { executivesByName, executivesSeenBy } from './executives.queries.js';

@Injectable()
export class DirectoryService {
  organization(viewer: Viewer, reads: ReadSession): Promise<OrganizationType> {
    return reads.read((tx) => organizationOf(tx, viewer));
  }

  async executives(viewer: Viewer, reads: ReadSession, page: PageArgs): Promise<Connection<Executive>> {
    const rows = await reads.read((tx) => executivesByName(tx, viewer, page));
    return pageOf(rows, page, {
      keyOf: ({ person, id }) => [person.identity.name ?? '', id],
      count: () => reads.read((tx) => executivesSeenBy(tx, viewer, viewer.today).getCount()),
    });
  }
}
