import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { CreateRoundInput } from './rounds.inputs.js';
import { OrgUnitType } from '../../directory/directory.types.js';
import { AssessmentRoundType, CompletionCellType } from './rounds.types.js';
import { RoundsService } from './rounds.service.js';

@Resolver(() => AssessmentRoundType)
export class RoundsResolver {
  constructor(private readonly rounds: RoundsService) {}

  @Query(() => [AssessmentRoundType], { description: 'The latest first.' })
  @Allow(SIGNED_IN)
  assessmentRounds(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.rounds.list(viewer, reads);
  }

  @Query(() => AssessmentRoundType)
  @Allow(SIGNED_IN)
  assessmentRound(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.rounds.one(viewer, reads, id);
  }

  @Query(() => [CompletionCellType], {
    description: 'By the units next below the top, each with its sub-units, and by rater group.',
  })
  @Allow(Permission.AssessmentDesign)
  roundCompletion(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
  ) {
    return this.rounds.completion(viewer, reads, roundId);
  }

  @Mutation(() => AssessmentRoundType)
  @Allow(Permission.AssessmentDesign)
  createAssessmentRound(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateRoundInput) {
    return this.rounds.create(viewer, input);
  }

  @Mutation(() => AssessmentRoundType, {
    description: 'DRAFT to OPEN. From here on purpose, capabilities, frameworks and policy stay as they are.',
  })
  @Allow(Permission.AssessmentDesign)
  openAssessmentRound(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.rounds.open(viewer, id);
  }

  @Mutation(() => AssessmentRoundType, { description: 'OPEN to CLOSED, for good.' })
  @Allow(Permission.AssessmentDesign)
  closeAssessmentRound(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.rounds.close(viewer, id);
  }

  @Mutation(() => AssessmentRoundType, {
    description: 'CLOSED to RELEASING; the worker makes it RELEASED, once, and what it shows never changes.',
  })
  @Allow(Permission.AssessmentDesign)
  releaseAssessmentRound(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.rounds.release(viewer, id);
  }

  @ResolveField(() => [CapabilityType], { description: 'In the order in which they are asked.' })
  async capabilities(@Parent() { id }: AssessmentRoundType, @ContextLoaders() loaders: Loaders) {
    const ids = await loaders.roundCapabilities.load(id);
    return Promise.all(ids.map((each) => loaders.capability.load(each)));
  }

  @ResolveField(() => Int, { description: 'Executives who are assessed.' })
  async subjects(@Parent() { id }: AssessmentRoundType, @ContextLoaders() loaders: Loaders) {
    return (await loaders.completion.load(id)).subjects;
  }

  @ResolveField(() => Int, {
    description: 'Rating requests sent; of an imported round those that the file answers.',
  })
  async asked(@Parent() { id }: AssessmentRoundType, @ContextLoaders() loaders: Loaders) {
    return (await loaders.completion.load(id)).asked;
  }

  @ResolveField(() => Int, { description: 'Of these, answered; never who answered what.' })
  async answered(@Parent() { id }: AssessmentRoundType, @ContextLoaders() loaders: Loaders) {
    return (await loaders.completion.load(id)).answered;
  }

  @ResolveField(() => Int, { description: 'Of these, declined; none in an imported round.' })
  async declined(@Parent() { id }: AssessmentRoundType, @ContextLoaders() loaders: Loaders) {
    return (await loaders.completion.load(id)).declined;
  }
}

@Resolver(() => CompletionCellType)
export class CompletionCellsResolver {
  @ResolveField(() => OrgUnitType)
  async unit(
    @Parent() { unitId }: CompletionCellType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ) {
    return (await loaders.unitTree.load(viewer.today)).byId.get(unitId);
  }
}
