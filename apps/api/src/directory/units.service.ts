import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { canEverywhere, Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization, Unit } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import { noteReadinessCause } from '../platform/readiness-causes.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import type { MoveUnitArgs } from './directory.inputs.js';
import type { OrgUnitType } from './directory.types.js';
import { unitNameFault } from './unit-path.js';
import {
  lastPlacementOf,
  lockDirectory,
  placeUnit,
  rebuildUnitAncestors,
  refuseNamesake,
  requireUnitWithin,
  willContain,
} from './units.queries.js';

/** Reorganizations: dated, so that every figure of a past day stays as it was. */
@Injectable()
export class UnitsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Whoever edits only a part of the organization moves units within that part.
   * @throws UseCaseError INVALID_INPUT when the unit would stand under itself, or the day lies before its last move;
   *         CONFLICT when it would have a sibling of its name
   */
  move(viewer: Viewer, { unitId, parentId = null, on }: MoveUnitArgs): Promise<OrgUnitType> {
    const day = on ?? viewer.today;
    return inOrganization(this.db, viewer, async (tx) => {
      await lockDirectory(tx, viewer);
      const unit = await requireEditable(tx, viewer, unitId);
      const last = await lastPlacementOf(tx, viewer, unit.id);
      await requireEditableParent(tx, viewer, last.parentId);
      await requireEditableParent(tx, viewer, parentId);
      if (last.parentId !== parentId) {
        if (
          parentId !== null &&
          (await willContain(tx, viewer, { ancestorId: unitId, unitId: parentId }, day))
        )
          throw new UseCaseError(
            'INVALID_INPUT',
            'A unit cannot stand under itself or one of its own units.',
          );
        if (day < last.validFrom)
          throw new UseCaseError(
            'INVALID_INPUT',
            `The unit was last moved on ${last.validFrom}; move it from that day on.`,
          );
        await placeUnit(tx, viewer, last, { parentId, on: day });
        await refuseNamesake(tx, viewer, unitId, day);
        await rebuildUnitAncestors(tx, viewer);
        await noteReadinessCause(tx, viewer, { from: day, executiveId: null });
        const detail = { from: last.parentId, to: parentId, on: day };
        await recordAudit(tx, viewer, { action: 'UNIT_MOVED', subjectId: unitId, detail });
      }
      return { ...unit, parentId, day };
    });
  }

  /** @throws UseCaseError INVALID_INPUT when the text can be no name; CONFLICT when a sibling has it */
  rename(viewer: Viewer, unitId: string, newName: string): Promise<OrgUnitType> {
    const name = newName.trim();
    const fault = unitNameFault(name);
    if (fault) throw new UseCaseError('INVALID_INPUT', fault, { fields: [{ path: 'name', message: fault }] });
    return inOrganization(this.db, viewer, async (tx) => {
      await lockDirectory(tx, viewer);
      const { id, name: earlier } = await requireEditable(tx, viewer, unitId);
      const { organizationId } = viewer;
      await tx.update(Unit, { organizationId, id }, { name });
      await refuseNamesake(tx, viewer, id, viewer.today);
      if (name !== earlier)
        await recordAudit(tx, viewer, { action: 'UNIT_RENAMED', subjectId: id, detail: { earlier, name } });
      const { parentId } = await lastPlacementOf(tx, viewer, id);
      return { id, name, parentId, day: viewer.today };
    });
  }
}

const requireEditable = (
  tx: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<{ id: string; name: string }> => requireUnitWithin(tx, viewer, Permission.DirectoryEdit, id);

/** The top belongs to whoever edits the whole organization. */
async function requireEditableParent(
  tx: EntityManager,
  viewer: Viewer,
  parentId: string | null,
): Promise<void> {
  if (canEverywhere(viewer, Permission.DirectoryEdit) && parentId === null) return;
  if (parentId === null) requireEverywhere(viewer, Permission.DirectoryEdit);
  else await requireEditable(tx, viewer, parentId);
}
