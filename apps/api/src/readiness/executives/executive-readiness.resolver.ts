import { Args, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityLevelType } from '../../assessments/levels/levels.types.js';
import { ReleasedScoreType } from '../../assessments/reports/reports.types.js';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { DayScalar } from '../../platform/scalars.js';
import { levelsOf, readinessOf, requiredOf } from './executive-readiness.fields.js';
import { ExecutiveReadinessType, RequiredCapabilityType } from '../readiness.types.js';

const OnDay = () =>
  Args('asOf', { type: () => DayScalar, nullable: true, description: 'Today when not given.' });

@Resolver(() => ExecutiveType)
export class ExecutiveFieldsResolver {
  @ResolveField(() => [CapabilityLevelType], {
    description:
      'Current level per capability on that day, in the order of the framework; capabilities without evidence are absent.',
  })
  levels(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @OnDay() asOf?: string | null,
  ): Promise<readonly CapabilityLevelType[]> {
    return levelsOf(executive, viewer, loaders, asOf);
  }

  @ResolveField(() => [ExecutiveReadinessType], {
    description:
      'Readiness for each statement in force on that day, the weightiest first; those that require nothing of the executive are absent.',
  })
  readiness(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @OnDay() asOf?: string | null,
  ): Promise<readonly ExecutiveReadinessType[]> {
    return readinessOf(executive, viewer, loaders, asOf);
  }

  @ResolveField(() => [RequiredCapabilityType], {
    description:
      'What is required, per capability the strictest over all approved statements, with every reason; in the order of the framework.',
  })
  required(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<readonly RequiredCapabilityType[]> {
    return requiredOf(executive, viewer, loaders);
  }
}

@Resolver(() => ExecutiveReadinessType)
export class ExecutiveReadinessResolver {
  @ResolveField(() => StrategyType, { description: 'On that day.' })
  strategy(
    @Parent() { strategyId, asOf }: ExecutiveReadinessType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<StrategyType> {
    return loaders.strategy.load({ id: strategyId, day: asOf });
  }
}

@Resolver(() => RequiredCapabilityType)
export class RequiredCapabilityResolver {
  @ResolveField(() => CapabilityType)
  capability(
    @Parent() { capabilityId }: RequiredCapabilityType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType> {
    return loaders.capability.load(capabilityId);
  }
}

@Resolver(() => ReleasedScoreType)
export class ReportRequirementsResolver {
  @ResolveField(() => Float, {
    nullable: true,
    description:
      'What is required of the executive in this capability today, 1..5, the strictest over all approved statements; null: nothing.',
  })
  async requiredLevel(
    @Parent() { executiveId, capabilityId }: ReleasedScoreType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<number | null> {
    const required = await loaders.requiredBesideReport.load(executiveId);
    return required.find((each) => each.capabilityId === capabilityId)?.requiredLevel ?? null;
  }
}
