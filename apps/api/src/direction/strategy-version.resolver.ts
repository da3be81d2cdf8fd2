import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { ContextLoaders } from '../platform/context.decorators.js';
import { RequirementType, StrategyVersionType } from './direction.types.js';

@Resolver(() => StrategyVersionType)
export class StrategyVersionResolver {
  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Null for a draft, and where nobody in person approved it.',
  })
  async approvedBy(
    @Parent() { approvedById }: StrategyVersionType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<PersonType | null> {
    return approvedById === null ? null : loaders.person.load(approvedById);
  }

  @ResolveField(() => [RequirementType], { description: 'In the order of the framework.' })
  requirements(
    @Parent() { id }: StrategyVersionType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<readonly RequirementType[]> {
    return loaders.requirementsOfVersion.load(id);
  }
}
