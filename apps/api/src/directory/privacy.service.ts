import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { canEverywhere, Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { recordAudit } from '../platform/audit.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import type { PersonType } from './directory.types.js';
import { peopleOf, requirePerson } from './people.queries.js';

/** What people may ask about their own data, and what is owed to those who leave. */
@Injectable()
export class PrivacyService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly keepers: PersonalDataKeepers,
  ) {}

  /**
   * Empties what names a person, for good; every figure they are part of stays.
   * @throws UseCaseError INVALID_INPUT when it is the viewer themself, who could not undo a slip
   */
  erase(viewer: Viewer, personId: string): Promise<PersonType> {
    requireEverywhere(viewer, Permission.PrivacyManage);
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      await requirePerson(tx, viewer, personId);
      if (personId === viewer.personId)
        throw new UseCaseError('INVALID_INPUT', 'Nobody erases themself; ask another administrator.');
      await this.keepers.erase(tx, { organizationId, personId });
      await recordAudit(tx, viewer, { action: 'PERSON_ERASED', subjectId: personId });
      const person = (await peopleOf(tx, viewer, [personId])).get(personId);
      if (!person) throw new Error('An erased person keeps their row');
      return person;
    });
  }

  /** All that is kept about a person, as JSON: their own, or anybody's for who answers such requests. */
  export(viewer: Viewer, personId: string): Promise<string> {
    const { organizationId } = viewer;
    // Without the key of a repeated request: its answer would be kept.
    return inOrganization(this.db, { organizationId }, async (tx) => {
      if (personId !== viewer.personId && !canEverywhere(viewer, Permission.PrivacyManage))
        throw new UseCaseError('NOT_FOUND', `No person ${personId}`);
      await requirePerson(tx, viewer, personId);
      const told = await this.keepers.tell(tx, {
        organizationId,
        personId,
        isAsking: personId === viewer.personId,
      });
      await recordAudit(tx, viewer, { action: 'PERSONAL_DATA_EXPORTED', subjectId: personId });
      return JSON.stringify(told, null, 2);
    });
  }
}
