import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { OrgUnitType, PersonType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { Allow } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { RoleGrantsService } from './role-grants.service.js';
import { GrantRoleArgs, RevokeRoleArgs, RoleGrantType } from './role-grants.types.js';

@Resolver(() => RoleGrantType)
export class RoleGrantsResolver {
  constructor(private readonly roles: RoleGrantsService) {}

  @Query(() => [RoleGrantType], { description: 'The roles a person was granted, by name.' })
  @Allow(Permission.RoleGrant)
  roleGrants(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<RoleGrantType[]> {
    return this.roles.ofPerson(viewer, reads, personId);
  }

  @Mutation(() => PersonType, {
    description:
      'Holds from the next request of the person on. Again: in place of the units it held in. The roles are ADMINISTRATOR, DESIGNER, EXECUTIVE_VIEWER, FACILITATOR, COACH, READINESS_VIEW_NAMED, IMPORT_RATINGS.',
  })
  @Allow(Permission.RoleGrant)
  async grantRole(
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() args: GrantRoleArgs,
  ): Promise<PersonType> {
    return loaders.person.load(await this.roles.grant(viewer, args));
  }

  @Mutation(() => PersonType, {
    description: 'CONFLICT for the last administrator of the whole organization.',
  })
  @Allow(Permission.RoleGrant)
  async revokeRole(
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() args: RevokeRoleArgs,
  ): Promise<PersonType> {
    return loaders.person.load(await this.roles.revoke(viewer, args));
  }

  @ResolveField(() => [OrgUnitType], {
    description: 'Where the role holds, sub-units included; none: the whole organization.',
  })
  async units(
    @Parent() { unitIds }: RoleGrantType,
    @CurrentViewer() { today }: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<OrgUnitType[]> {
    const { byId } = await loaders.unitTree.load(today);
    return unitIds.flatMap((id) => byId.get(id) ?? []);
  }
}
