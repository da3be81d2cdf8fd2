import { Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CapabilityLevelType } from '../assessments/levels/levels.types.js';
import { CapabilityType } from '../capabilities/capabilities.types.js';
import { StrategyType } from '../direction/direction.types.js';
import { ExecutiveType, PersonType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { ContextLoaders } from '../platform/context.decorators.js';
import { CohortType } from '../programs/programs.types.js';
import { balanceOf, evidenceOf, progressOf, resultOf } from './goals/goal-fields.js';
import { allowedIn } from './review/plan-states.js';
import {
  ActionBalanceType,
  CapabilityPlanType,
  PlanActionType,
  PlanEntryType,
  PlanEvidenceType,
  PlanGoalProgressType,
  PlanGoalReasonType,
  PlanGoalResultType,
  PlanGoalType,
} from './plans.types.js';
import type { PlanContents } from './plans.types.js';

const contentsOf = (
  { id, contents }: CapabilityPlanType,
  loaders: Loaders,
): PlanContents | Promise<PlanContents> => contents ?? loaders.planContents.load(id);

@Resolver(() => CapabilityPlanType)
export class PlanFieldsResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId, personId }: CapabilityPlanType): ExecutiveType {
    return { id: executiveId, personId };
  }

  @ResolveField(() => [PlanGoalType], { description: 'In their order.' })
  async goals(@Parent() plan: CapabilityPlanType, @ContextLoaders() loaders: Loaders) {
    return (await contentsOf(plan, loaders)).goals;
  }

  @ResolveField(() => [PlanEntryType], {
    description: 'Every change of status and of goals, and every comment, the first recorded first.',
  })
  async history(@Parent() plan: CapabilityPlanType, @ContextLoaders() loaders: Loaders) {
    return (await contentsOf(plan, loaders)).history;
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description:
      'Who reviews it today: who was named, else the manager, when absent whoever is above; null: nobody is, so designers do.',
  })
  async reviewer(@Parent() plan: CapabilityPlanType, @ContextLoaders() loaders: Loaders) {
    const { reviewerId } = await contentsOf(plan, loaders);
    return reviewerId === null ? null : loaders.person.load(reviewerId);
  }

  @ResolveField(() => [String], {
    description: 'Names of the mutations that its status allows, for those who may; empty when completed.',
  })
  allows(@Parent() { status }: CapabilityPlanType): readonly string[] {
    return allowedIn(status);
  }

  @ResolveField(() => [ActionBalanceType], {
    description: 'How its actions spread over the three kinds, beside 70-20-10: a guide, not a rule.',
  })
  async balance(@Parent() plan: CapabilityPlanType, @ContextLoaders() loaders: Loaders) {
    return balanceOf((await contentsOf(plan, loaders)).goals);
  }
}

@Resolver(() => PlanGoalType)
export class PlanGoalResolver {
  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'Null for a goal outside the framework.',
  })
  capability(@Parent() { capabilityId }: PlanGoalType, @ContextLoaders() loaders: Loaders) {
    return capabilityId === null ? null : loaders.capability.load(capabilityId);
  }

  @ResolveField(() => [StrategyType], {
    description: 'The strategies that made this goal matter on the day it was set, the weightiest first.',
  })
  strategies(@Parent() { reasons }: PlanGoalType, @ContextLoaders() loaders: Loaders) {
    const ids = [...new Set(reasons.map(({ strategyId }) => strategyId))];
    return Promise.all(ids.map((id) => loaders.strategy.load({ id, day: null })));
  }

  @ResolveField(() => Float, {
    nullable: true,
    description: '1..5, frozen on the day the goal was set; null: no level counted then.',
  })
  startLevel(@Parent() { start }: PlanGoalType): number | null {
    return start?.level ?? null;
  }

  @ResolveField(() => CapabilityLevelType, {
    nullable: true,
    description: 'The start level with the evidence it was taken from; null as startLevel.',
  })
  startEvidence(@Parent() { start }: PlanGoalType): CapabilityLevelType | null {
    return start;
  }

  @ResolveField(() => Float, {
    nullable: true,
    description:
      '1..5, today or on the day the plan was completed; moved by assessment only. Null: no level counts.',
  })
  currentLevel(@Parent() { current }: PlanGoalType): number | null {
    return current?.level ?? null;
  }

  @ResolveField(() => PlanGoalProgressType)
  progress(@Parent() goal: PlanGoalType): PlanGoalProgressType {
    return progressOf(goal);
  }

  @ResolveField(() => PlanGoalResultType, {
    nullable: true,
    description: 'Null until something else than the evidence of the start counts.',
  })
  result(@Parent() goal: PlanGoalType): PlanGoalResultType | null {
    return resultOf(goal);
  }
}

@Resolver(() => PlanGoalReasonType)
export class PlanGoalReasonResolver {
  @ResolveField(() => StrategyType)
  strategy(@Parent() { strategyId }: PlanGoalReasonType, @ContextLoaders() loaders: Loaders) {
    return loaders.strategy.load({ id: strategyId, day: null });
  }
}

@Resolver(() => PlanActionType)
export class PlanActionResolver {
  @ResolveField(() => String, { nullable: true, description: 'The last text recorded; null: none yet.' })
  evidence(@Parent() action: PlanActionType): string | null {
    return evidenceOf(action);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'From whom support is wanted; null: nobody named.',
  })
  supportFrom(@Parent() { supportFromId }: PlanActionType, @ContextLoaders() loaders: Loaders) {
    return supportFromId === null ? null : loaders.person.load(supportFromId);
  }

  @ResolveField(() => CohortType, {
    nullable: true,
    description: 'In which to take part; null: it is no seat.',
  })
  cohort(@Parent() { cohortId }: PlanActionType, @ContextLoaders() loaders: Loaders) {
    return cohortId === null ? null : loaders.cohort.load(cohortId);
  }
}

@Resolver(() => PlanEvidenceType)
export class PlanEvidenceResolver {
  @ResolveField(() => PersonType)
  addedBy(@Parent() { addedById }: PlanEvidenceType, @ContextLoaders() loaders: Loaders) {
    return loaders.person.load(addedById);
  }
}

@Resolver(() => PlanEntryType)
export class PlanEntryResolver {
  @ResolveField(() => PersonType, {
    nullable: true,
    description: "Null: the product itself, e.g. when a program's goals came with a seat.",
  })
  person(@Parent() { personId }: PlanEntryType, @ContextLoaders() loaders: Loaders) {
    return personId === null ? null : loaders.person.load(personId);
  }
}

/** Adds `plan` to an executive, wherever one is read. */
@Resolver(() => ExecutiveType)
export class ExecutivePlanResolver {
  @ResolveField(() => CapabilityPlanType, {
    nullable: true,
    description:
      'The one that is not completed, else the last completed; null: none that the viewer may see.',
  })
  plan(@Parent() { id }: ExecutiveType, @ContextLoaders() loaders: Loaders) {
    return loaders.planOfExecutive.load(id);
  }
}
