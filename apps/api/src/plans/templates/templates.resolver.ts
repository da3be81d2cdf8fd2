import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow } from '../../platform/allow.decorator.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { CohortType, ProgramType } from '../../programs/programs.types.js';
import { SetPlanTemplateArgs } from './templates.inputs.js';
import { TemplatesService } from './templates.service.js';
import { PlanGoalTemplateType, PlanTemplateGoalType, PlanTemplateType } from './templates.types.js';

@Resolver(() => PlanTemplateType)
export class TemplatesResolver {
  constructor(private readonly templates: TemplatesService) {}

  @Mutation(() => PlanTemplateType, {
    description:
      'Another version of the goals that a program brings to plans. Linked plans follow at once, until they are completed; what has evidence in a plan stays there.',
  })
  @Allow(Permission.ProgramDesign)
  setPlanTemplate(@CurrentViewer() viewer: Viewer, @Args() args: SetPlanTemplateArgs) {
    return this.templates.set(viewer, args);
  }

  @ResolveField(() => ProgramType)
  program(@Parent() { programId }: PlanTemplateType, @ContextLoaders() loaders: Loaders) {
    return loaders.program.load(programId);
  }
}

@Resolver(() => PlanTemplateGoalType)
export class TemplateGoalResolver {
  @ResolveField(() => CapabilityType, { nullable: true, description: 'Null: outside the framework.' })
  capability(@Parent() { capabilityId }: PlanTemplateGoalType, @ContextLoaders() loaders: Loaders) {
    return capabilityId === null ? null : loaders.capability.load(capabilityId);
  }
}

@Resolver(() => PlanGoalTemplateType)
export class GoalTemplateResolver {
  @ResolveField(() => CohortType, { description: 'The cohort whose seat brought it.' })
  cohort(@Parent() { cohortId }: PlanGoalTemplateType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohort.load(cohortId);
  }
}

/** Adds `planTemplate` to a program. */
@Resolver(() => ProgramType)
export class ProgramTemplateResolver {
  @ResolveField(() => PlanTemplateType, { nullable: true, description: 'Null: it brings no goals.' })
  planTemplate(@Parent() { id }: ProgramType, @ContextLoaders() loaders: Loaders) {
    return loaders.planTemplate.load(id);
  }
}
