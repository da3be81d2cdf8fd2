import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { GrantableRole, isDerivedRole, roleNamed } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import {
  grantsOf,
  holdGrant,
  lockGrant,
  removeGrant,
  requireAnotherAdministrator,
  requireGrantInReach,
  requirePersonInReach,
  requireUnitsInReach,
  setUnits,
} from './role-grants.queries.js';
import type { GrantRoleArgs, RevokeRoleArgs, RoleGrantType } from './role-grants.types.js';

/** Who may do what, and where: it holds from the next request of the person on. */
@Injectable()
export class RoleGrantsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  ofPerson(viewer: Viewer, reads: ReadSession, personId: string): Promise<RoleGrantType[]> {
    return reads.read(async (tx) => {
      await requirePersonInReach(tx, viewer, personId);
      return grantsOf(tx, viewer, personId);
    });
  }

  /**
   * Gives a person a role in these units or, without any, in the whole organization; again, in place of what they had.
   * @returns the person's id
   * @throws UseCaseError INVALID_INPUT for a role that cannot be granted; NOT_FOUND for a person or unit out of reach;
   *         FORBIDDEN when the role, as it is or as it would be, holds where the viewer may not grant; CONFLICT when
   *         nobody would administer the whole organization any more
   */
  grant(viewer: Viewer, { personId, role, unitIds }: GrantRoleArgs): Promise<string> {
    const holder = { organizationId: viewer.organizationId, personId, role: grantable(role) };
    const units = [...new Set(unitIds ?? [])].toSorted();
    return inOrganization(this.db, viewer, async (tx) => {
      await requirePersonInReach(tx, viewer, personId);
      await requireUnitsInReach(tx, viewer, units);
      await requireGrantInReach(tx, viewer, units);
      const before = await holdGrant(tx, holder);
      if (before?.join() === units.join()) return personId;
      if (before) await requireGrantInReach(tx, viewer, before);
      if (before?.length === 0 && holder.role === GrantableRole.Administrator)
        await requireAnotherAdministrator(tx, viewer, personId);
      await setUnits(tx, holder, units);
      const detail = { role: holder.role, unitIds: units, ...(before && { unitIdsBefore: before }) };
      await recordAudit(tx, viewer, { action: 'ROLE_GRANTED', subjectId: personId, detail });
      return personId;
    });
  }

  /**
   * Takes a role from a person; nothing happens when they do not hold it.
   * @returns the person's id
   * @throws UseCaseError as `grant`
   */
  revoke(viewer: Viewer, { personId, role }: RevokeRoleArgs): Promise<string> {
    const holder = { organizationId: viewer.organizationId, personId, role: grantable(role) };
    return inOrganization(this.db, viewer, async (tx) => {
      await requirePersonInReach(tx, viewer, personId);
      const unitIds = await lockGrant(tx, holder);
      if (unitIds === null) return personId;
      await requireGrantInReach(tx, viewer, unitIds);
      if (unitIds.length === 0 && holder.role === GrantableRole.Administrator)
        await requireAnotherAdministrator(tx, viewer, personId);
      await removeGrant(tx, holder);
      const detail = { role: holder.role, unitIds };
      await recordAudit(tx, viewer, { action: 'ROLE_REVOKED', subjectId: personId, detail });
      return personId;
    });
  }
}

function grantable(text: string): GrantableRole {
  const role = roleNamed(text);
  if (role) return role;
  const message = isDerivedRole(text)
    ? `Nobody is granted ${text}: the directory makes managers and participants, the rounds make raters.`
    : `There is no role ${text}. There are ${Object.values(GrantableRole).join(', ')}.`;
  throw new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'role', message }] });
}
