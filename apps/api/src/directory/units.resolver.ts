import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { Loaders } from '../loaders.js';
import { Allow } from '../platform/allow.decorator.js';
import { ContextLoaders, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { MoveUnitArgs } from './directory.inputs.js';
import { OrgUnitType } from './directory.types.js';
import { UnitsService } from './units.service.js';

@Resolver(() => OrgUnitType)
export class UnitsResolver {
  constructor(private readonly units: UnitsService) {}

  @Mutation(() => OrgUnitType, {
    description: 'Stands under another unit from that day on; the days before stay as they were.',
  })
  @Allow(Permission.DirectoryEdit)
  moveUnit(@CurrentViewer() viewer: Viewer, @Args() args: MoveUnitArgs): Promise<OrgUnitType> {
    return this.units.move(viewer, args);
  }

  @Mutation(() => OrgUnitType, { description: 'On all days: a name has no history.' })
  @Allow(Permission.DirectoryEdit)
  renameUnit(
    @CurrentViewer() viewer: Viewer,
    @Args('unitId', { type: () => ID }, IdPipe) unitId: string,
    @Args('name') name: string,
  ): Promise<OrgUnitType> {
    return this.units.rename(viewer, unitId, name);
  }

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'Null at the top.' })
  async parent(
    @Parent() { parentId, day }: OrgUnitType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<OrgUnitType | null> {
    return parentId === null ? null : ((await loaders.unitTree.load(day)).byId.get(parentId) ?? null);
  }

  @ResolveField(() => [OrgUnitType], { description: 'By name.' })
  async children(
    @Parent() { id, day }: OrgUnitType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<readonly OrgUnitType[]> {
    return (await loaders.unitTree.load(day)).childrenOf.get(id) ?? [];
  }
}
