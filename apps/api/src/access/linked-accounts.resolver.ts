import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { Allow } from '../platform/allow.decorator.js';
import { ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { LinkedAccountsService } from './linked-accounts.service.js';
import { LinkedAccountType } from './linked-accounts.types.js';

@Resolver()
export class LinkedAccountsResolver {
  constructor(private readonly accounts: LinkedAccountsService) {}

  @Query(() => [LinkedAccountType], {
    description: 'What signs in as this person, the longest linked first.',
  })
  @Allow(Permission.RoleGrant)
  linkedAccounts(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('personId', { type: () => ID }, IdPipe) personId: string,
  ): Promise<LinkedAccountType[]> {
    return this.accounts.ofPerson(viewer, reads, personId);
  }

  @Mutation(() => LinkedAccountType, {
    description:
      'The account signs in as nobody any more; the sessions and access tokens of its person end. At its next sign-in it, or another, may be linked by the address.',
  })
  @Allow(Permission.RoleGrant)
  unlinkAccount(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<LinkedAccountType> {
    return this.accounts.unlink(viewer, id);
  }
}
