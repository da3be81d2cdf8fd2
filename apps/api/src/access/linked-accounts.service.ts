import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { inOrganization, LinkedAccount } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { unlink } from '../sign-in/linked-accounts.queries.js';
import type { LinkedAccountType } from './linked-accounts.types.js';
import { isPersonInReach, requirePersonInReach } from './role-grants.queries.js';

/** Which accounts of identity providers sign in as whom, for those who see to roles. */
@Injectable()
export class LinkedAccountsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  ofPerson(viewer: Viewer, reads: ReadSession, personId: string): Promise<LinkedAccountType[]> {
    const { organizationId } = viewer;
    return reads.read(async (tx) => {
      await requirePersonInReach(tx, viewer, personId);
      return tx.find(LinkedAccount, {
        where: { organizationId, personId },
        order: { linkedAt: 'ASC', id: 'ASC' },
      });
    });
  }

  /**
   * The account signs in as nobody any more, and everything its person had open ends: nobody can tell which of it was
   * opened with this account. Another account, or the same, may then be linked by the address.
   * @throws UseCaseError NOT_FOUND when there is none of this id, or its person is out of the viewer's reach
   */
  unlink(viewer: Viewer, id: string): Promise<LinkedAccountType> {
    return inOrganization(this.db, viewer, async (tx) => {
      const account = await requireAccount(tx, viewer, id);
      await unlink(tx, viewer, account);
      return { id, issuer: account.issuer, linkedAt: account.linkedAt };
    });
  }
}

async function requireAccount(tx: EntityManager, viewer: Viewer, id: string): Promise<LinkedAccount> {
  const account = await tx.findOneBy(LinkedAccount, { organizationId: viewer.organizationId, id });
  if (account && (await isPersonInReach(tx, viewer, account.personId))) return account;
  throw new UseCaseError('NOT_FOUND', `No linked account ${id}`);
}
