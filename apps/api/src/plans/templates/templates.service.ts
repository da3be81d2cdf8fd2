import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization, PlanTemplate, updateGuarded } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { requireEverywhere } from '../../platform/require-everywhere.js';
import { requireProgram } from '../../programs/programs.queries.js';
import { followSeats } from './template-links.js';
import { followTemplate, writeTemplate } from './template-writes.js';
import type { SetPlanTemplateArgs } from './templates.inputs.js';
import type { PlanTemplateType } from './templates.types.js';

@Injectable()
export class TemplatesService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Another version of a program's template; plans that read it follow, and those of people with a seat get it.
   * @throws UseCaseError CONFLICT when somebody changed it meanwhile
   */
  set(viewer: Viewer, { programId, expectedVersion, goals }: SetPlanTemplateArgs): Promise<PlanTemplateType> {
    requireEverywhere(viewer, Permission.ProgramDesign);
    return inOrganization(this.db, viewer, async (tx) => {
      await requireProgram(tx, viewer, programId);
      const named = goals.flatMap(({ capabilityId }, i) => (capabilityId ? [{ capabilityId, i }] : []));
      await requireAllKnown(tx, viewer, {
        table: 'capability',
        ids: named.map(({ capabilityId }) => capabilityId),
        pathOf: (index) => `goals.${named[index]?.i}.capabilityId`,
      });
      const template = await nextVersion(tx, viewer, programId, expectedVersion);
      const written = await writeTemplate(tx, viewer, template, goals);
      await followTemplate(tx, viewer, written);
      await followSeats(tx, viewer, null);
      return written;
    });
  }
}

async function nextVersion(
  tx: EntityManager,
  { organizationId }: Viewer,
  programId: string,
  expectedVersion: number,
): Promise<PlanTemplate> {
  const found = await tx.findOneBy(PlanTemplate, { organizationId, programId });
  if (found) return updateGuarded(tx, PlanTemplate, found, { expectedVersion, set: {} });
  if (expectedVersion !== 0)
    throw new UseCaseError('CONFLICT', 'This program has no template yet; expectedVersion is 0.');
  return tx.save(PlanTemplate, { organizationId, programId });
}
