import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { Loaders } from '../loaders.js';
import { ContextLoaders, CurrentViewer } from '../platform/context.decorators.js';
import { OrgUnitType, PersonType } from './directory.types.js';

@Resolver(() => PersonType)
export class PeopleResolver {
  @ResolveField(() => OrgUnitType, {
    nullable: true,
    description: 'Null for somebody who belongs to no unit, e.g. because they have left.',
  })
  async unit(
    @Parent() { id, day }: PersonType,
    @CurrentViewer() { today }: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<OrgUnitType | null> {
    const unitId = await loaders.unitId.load({ personId: id, day: day ?? today });
    return unitId === null ? null : ((await loaders.unitTree.load(day ?? today)).byId.get(unitId) ?? null);
  }
}
