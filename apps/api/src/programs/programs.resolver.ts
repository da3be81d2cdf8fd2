import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../capabilities/capabilities.types.js';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { CreateProgramInput } from './programs.inputs.js';
import { ProgramsService } from './programs.service.js';
import { CohortType, ProgramDevelopmentType, ProgramType } from './programs.types.js';

@Resolver(() => ProgramType)
export class ProgramsResolver {
  constructor(private readonly service: ProgramsService) {}

  @Query(() => [ProgramType], { description: 'By title.' })
  @Allow(SIGNED_IN)
  programs(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.service.list(viewer, reads);
  }

  @Mutation(() => ProgramType)
  @Allow(Permission.ProgramDesign)
  createProgram(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateProgramInput) {
    return this.service.createProgram(viewer, input);
  }

  @ResolveField(() => [ProgramDevelopmentType])
  develops(@Parent() { id }: ProgramType, @ContextLoaders() loaders: Loaders) {
    return loaders.developments.load(id);
  }

  @ResolveField(() => [CohortType], { description: 'The first to start first.' })
  cohorts(@Parent() { id }: ProgramType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohortsOfProgram.load(id);
  }
}

@Resolver(() => ProgramDevelopmentType)
export class ProgramDevelopmentResolver {
  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: ProgramDevelopmentType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}
