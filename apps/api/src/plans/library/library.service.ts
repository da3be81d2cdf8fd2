import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { DataSource } from 'typeorm';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { requireEverywhere } from '../../platform/require-everywhere.js';
import type { SetDevelopmentActionsArgs } from './library.inputs.js';
import { entriesOf } from './library.queries.js';
import type { DevelopmentActionType } from './library.types.js';

@Injectable()
export class LibraryService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  entries(
    viewer: Viewer,
    reads: ReadSession,
    capabilityId: string,
  ): Promise<readonly DevelopmentActionType[]> {
    return reads.read(async (tx) => {
      await requireAllKnown(tx, viewer, {
        table: 'capability',
        ids: [capabilityId],
        pathOf: () => 'capabilityId',
      });
      return entriesOf(tx, viewer, capabilityId);
    });
  }

  /** Those listed, in their order, are proposed from now on; a title that was there before is the same entry. */
  set(
    viewer: Viewer,
    { capabilityId, actions }: SetDevelopmentActionsArgs,
  ): Promise<readonly DevelopmentActionType[]> {
    requireEverywhere(viewer, Permission.ProgramDesign);
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      await requireAllKnown(tx, viewer, {
        table: 'capability',
        ids: [capabilityId],
        pathOf: () => 'capabilityId',
      });
      const titles = actions.map(({ title }) => title);
      await tx.query(
        `UPDATE development_action SET retired = true
         WHERE organization_id = $1 AND capability_id = $2 AND title <> ALL($3)`,
        [organizationId, capabilityId, titles],
      );
      await tx.query(
        `INSERT INTO development_action (organization_id, capability_id, position, kind, title)
         SELECT $1, $2, listed.place, listed.kind, listed.title
         FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS listed (kind, title, place)
         ON CONFLICT (organization_id, capability_id, title)
           DO UPDATE SET position = excluded.position, kind = excluded.kind, retired = false`,
        [organizationId, capabilityId, actions.map(({ kind }) => kind), titles],
      );
      return entriesOf(tx, viewer, capabilityId);
    });
  }
}
