import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { DayScalar } from '../platform/scalars.js';
import {
  CreateStrategyInput,
  ReviseStrategyInput,
  SetRequirementsInput,
  StrategiesArgs,
} from './direction.inputs.js';
import { DirectionService } from './direction.service.js';
import { StrategyType } from './direction.types.js';
import { StatementsService } from './statements.service.js';

@Resolver()
export class DirectionResolver {
  constructor(
    private readonly direction: DirectionService,
    private readonly statements: StatementsService,
  ) {}

  @Query(() => [StrategyType], {
    description:
      'The weightiest first, all kinds unless kinds are named. Drafts are for those who edit the direction.',
  })
  @Allow(SIGNED_IN)
  strategies(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() filter: StrategiesArgs,
  ): Promise<StrategyType[]> {
    return this.direction.strategies(viewer, reads, filter);
  }

  @Query(() => StrategyType)
  @Allow(SIGNED_IN)
  strategy(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<StrategyType> {
    return this.direction.strategy(viewer, reads, id);
  }

  @Mutation(() => StrategyType, { description: 'A draft; it counts in no figure before it is approved.' })
  @Allow(Permission.DirectionEdit)
  createStrategy(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CreateStrategyInput,
  ): Promise<StrategyType> {
    return this.direction.create(viewer, input);
  }

  @Mutation(() => StrategyType, {
    description:
      'Another title or owner changes the statement; what it says changes as with setRequirements.',
  })
  @Allow(Permission.DirectionEdit)
  reviseStrategy(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ReviseStrategyInput,
  ): Promise<StrategyType> {
    return this.statements.revise(viewer, input);
  }

  @Mutation(() => StrategyType)
  @Allow(Permission.DirectionEdit)
  setRequirements(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SetRequirementsInput,
  ): Promise<StrategyType> {
    return this.statements.setRequirements(viewer, input);
  }

  @Mutation(() => StrategyType, {
    description:
      'Holds from the effectiveFrom given before, else without a beginning. Needs at least one requirement.',
  })
  @Allow(Permission.DirectionEdit)
  approveStrategy(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ): Promise<StrategyType> {
    return this.direction.approve(viewer, id, expectedVersion);
  }

  @Mutation(() => StrategyType, {
    description:
      'Ends what is approved; past days keep it. on: the first day on which it no longer holds, not before the first day of the version shown; not given: today.',
  })
  @Allow(Permission.DirectionEdit)
  retireStrategy(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('on', { type: () => DayScalar, nullable: true }) on: string | null | undefined,
  ): Promise<StrategyType> {
    return this.direction.retire(viewer, { id, expectedVersion, on: on ?? viewer.today });
  }

  @Mutation(() => ID, { description: 'Only of what was never approved. Answers the id of what is gone.' })
  @Allow(Permission.DirectionEdit)
  deleteStrategyDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ): Promise<string> {
    return this.direction.deleteDraft(viewer, id, expectedVersion);
  }
}
