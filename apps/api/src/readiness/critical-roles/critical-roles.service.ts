import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { CriticalRole, inOrganization, LeadershipLevel, updateGuarded } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireStrategy } from '../../direction/direction.queries.js';
import { requireUnitWithin } from '../../directory/units.queries.js';
import { recordAudit } from '../../platform/audit.js';
import { criticalRolesSeenBy } from './critical-roles.queries.js';
import type { CriticalRoleType, NameCriticalRoleInput } from './critical-roles.types.js';

/** Roles without which a strategy is not executed, as designers name them. */
@Injectable()
export class CriticalRolesService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws UseCaseError NOT_FOUND for unknown ids and units out of scope; CONFLICT when the role is named already */
  name(viewer: Viewer, input: NameCriticalRoleInput): Promise<CriticalRoleType> {
    const { organizationId } = viewer;
    const { strategyId, leadershipLevelId, unitId, needed } = input;
    return inOrganization(this.db, viewer, async (tx) => {
      await requireUnitWithin(tx, viewer, Permission.ProgramDesign, unitId);
      requireId(strategyId, 'strategy');
      await requireStrategy(tx, viewer, strategyId);
      requireId(leadershipLevelId, 'leadership level');
      if (!(await tx.existsBy(LeadershipLevel, { organizationId, id: leadershipLevelId })))
        throw notFound(leadershipLevelId, 'leadership level');
      const row = { organizationId, strategyId, leadershipLevelId, unitId, needed };
      const { id } = await tx.save(CriticalRole, row);
      const detail = { strategyId, leadershipLevelId, unitId, needed };
      await recordAudit(tx, viewer, { action: 'CRITICAL_ROLE_NAMED', subjectId: id, detail });
      return requireRole(tx, viewer, id);
    });
  }

  /** @throws UseCaseError NOT_FOUND; CONFLICT when somebody changed it meanwhile */
  change(viewer: Viewer, id: string, expectedVersion: number, needed: number): Promise<CriticalRoleType> {
    if (!(needed >= 1 && needed <= 10_000))
      throw new UseCaseError('INVALID_INPUT', 'A role needs 1..10000 people.', {
        fields: [{ path: 'needed', message: 'A role needs 1..10000 people.' }],
      });
    return inOrganization(this.db, viewer, async (tx) => {
      const role = await requireRole(tx, viewer, id);
      await requireUnitWithin(tx, viewer, Permission.ProgramDesign, role.unitId);
      const { organizationId } = viewer;
      await updateGuarded(tx, CriticalRole, { organizationId, id }, { expectedVersion, set: { needed } });
      await recordAudit(tx, viewer, { action: 'CRITICAL_ROLE_CHANGED', subjectId: id, detail: { needed } });
      return requireRole(tx, viewer, id);
    });
  }

  /** @throws UseCaseError NOT_FOUND; CONFLICT when somebody changed it meanwhile */
  drop(viewer: Viewer, id: string, expectedVersion: number): Promise<boolean> {
    return inOrganization(this.db, viewer, async (tx) => {
      const role = await requireRole(tx, viewer, id);
      await requireUnitWithin(tx, viewer, Permission.ProgramDesign, role.unitId);
      const { affected } = await tx.delete(CriticalRole, {
        organizationId: viewer.organizationId,
        id,
        version: expectedVersion,
      });
      if (affected !== 1)
        throw new UseCaseError('CONFLICT', 'Somebody changed this meanwhile. Reload it and try again.');
      await recordAudit(tx, viewer, { action: 'CRITICAL_ROLE_DROPPED', subjectId: id });
      return true;
    });
  }
}

async function requireRole(tx: EntityManager, viewer: Viewer, id: string): Promise<CriticalRoleType> {
  const [role] = await criticalRolesSeenBy(tx, viewer, { ids: [id], day: viewer.today });
  if (!role) throw notFound(id, 'critical role');
  return role;
}

function requireId(id: string, what: string): void {
  if (!isUUID(id)) throw notFound(id, what);
}

const notFound = (id: string, what: string): UseCaseError =>
  new UseCaseError('NOT_FOUND', `No ${what} ${id}`);
