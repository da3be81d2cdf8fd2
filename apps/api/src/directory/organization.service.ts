import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization, OrganizationSetting } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import type { UpdateOrganizationArgs } from './directory.inputs.js';
import { organizationOf } from './directory.queries.js';
import type { OrganizationType } from './directory.types.js';
import { isKnownTimeZone, levelNamesFrom, levelsInUse, replaceLevels } from './organization.queries.js';
import { lockDirectory } from './units.queries.js';

/** What an administrator decides for the whole organization. */
@Injectable()
export class OrganizationService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * The rungs of leadership from now on, lowest first. A name that stays keeps its level and everything that refers to it.
   * @throws UseCaseError INVALID_INPUT when a name is empty or there twice, or a level in use is left out
   */
  setLeadershipLevels(viewer: Viewer, names: readonly string[]): Promise<OrganizationType> {
    requireEverywhere(viewer, Permission.DirectoryEdit);
    const levels = levelNamesFrom(names);
    return inOrganization(this.db, viewer, async (tx) => {
      await lockDirectory(tx, viewer);
      const missed = await levelsInUse(tx, viewer, levels);
      if (missed.length > 0) {
        const message = `In use and cannot be left out: ${missed.join(', ')}.`;
        throw new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'names', message }] });
      }
      await replaceLevels(tx, viewer, levels);
      await recordAudit(tx, viewer, {
        action: 'LEADERSHIP_LEVELS_SET',
        subjectId: null,
        detail: { names: levels },
      });
      return organizationOf(tx, viewer);
    });
  }

  /** @throws UseCaseError INVALID_INPUT when the time zone is none */
  update(
    viewer: Viewer,
    { timeZone, linksAccountsByMail }: UpdateOrganizationArgs,
  ): Promise<OrganizationType> {
    requireEverywhere(viewer, Permission.OrganizationConfigure);
    return inOrganization(this.db, viewer, async (tx) => {
      if (timeZone != null && !(await isKnownTimeZone(tx, timeZone))) {
        const message = `${timeZone} is no time zone; name one like Europe/Zurich.`;
        throw new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'timeZone', message }] });
      }
      const set = {
        ...(timeZone != null && { timeZone }),
        ...(linksAccountsByMail != null && { linksAccountsByMail }),
      };
      if (Object.keys(set).length > 0) {
        await tx.update(OrganizationSetting, { organizationId: viewer.organizationId }, set);
        await recordAudit(tx, viewer, { action: 'ORGANIZATION_UPDATED', subjectId: null, detail: set });
      }
      return organizationOf(tx, viewer);
    });
  }
}
