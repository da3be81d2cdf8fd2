import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { PersonType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { ContextLoaders, CurrentViewer } from '../platform/context.decorators.js';
import { RequirementsArgs } from './direction.inputs.js';
import { RequirementType, StrategyType, StrategyVersionType } from './direction.types.js';
import { requirementsOf } from './requirements.fields.js';

@Resolver(() => StrategyType)
export class StrategyResolver {
  @ResolveField(() => PersonType, { nullable: true, description: 'Null: nobody.' })
  async owner(
    @Parent() { ownerId }: StrategyType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<PersonType | null> {
    return ownerId === null ? null : loaders.person.load(ownerId);
  }

  @ResolveField(() => [RequirementType], {
    description:
      'Of the approved version in force; of the draft when none is. In the order of the framework.',
  })
  requirements(
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Parent() strategy: StrategyType,
    @Args() asked: RequirementsArgs,
  ): Promise<readonly RequirementType[]> {
    return requirementsOf(viewer, loaders, strategy, asked);
  }

  @ResolveField(() => [StrategyVersionType], {
    description: 'All there ever were, the first recorded first.',
  })
  versions(
    @Parent() { id }: StrategyType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<readonly StrategyVersionType[]> {
    return loaders.versions.load(id);
  }
}
