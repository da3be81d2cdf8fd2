import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Allow } from '../platform/allow.decorator.js';
import { CurrentViewer } from '../platform/context.decorators.js';
import { UpdateOrganizationArgs } from './directory.inputs.js';
import { OrganizationType } from './directory.types.js';
import { OrganizationService } from './organization.service.js';

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  constructor(private readonly organizations: OrganizationService) {}

  @Mutation(() => OrganizationType, { description: 'Lowest first; a level in use cannot be left out.' })
  @Allow(Permission.DirectoryEdit)
  setLeadershipLevels(
    @CurrentViewer() viewer: Viewer,
    @Args('names', { type: () => [String] }) names: string[],
  ): Promise<OrganizationType> {
    return this.organizations.setLeadershipLevels(viewer, names);
  }

  @Mutation(() => OrganizationType)
  @Allow(Permission.OrganizationConfigure)
  updateOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args() args: UpdateOrganizationArgs,
  ): Promise<OrganizationType> {
    return this.organizations.update(viewer, args);
  }
}
