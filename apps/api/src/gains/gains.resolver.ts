import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../capabilities/capabilities.types.js';
import { ExecutiveType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { Allow } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { GainReportArgs, OccasionsArgs } from './gains.inputs.js';
import { GainsService } from './gains.service.js';
import { GainReportType, IndividualGainType } from './gains.types.js';

@Resolver(() => GainReportType)
export class GainReportsResolver {
  constructor(private readonly gains: GainsService) {}

  @Query(() => [GainReportType], {
    description:
      'At most one of cohort, program, strategy; none: all cohorts. Rounds not named: per cohort the last before its start and the first after its end, a cohort without is left out. One report per capability that both rounds ask about, those that the programs develop first.',
  })
  @Allow(Permission.ReadinessView)
  gainReport(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() asked: GainReportArgs,
  ) {
    return this.gains.reports(viewer, reads, asked);
  }

  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: GainReportType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}

@Resolver(() => IndividualGainType)
export class IndividualGainsResolver {
  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: IndividualGainType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}

/** Adds `gains` to an executive, wherever one is read. */
@Resolver(() => ExecutiveType)
export class ExecutiveGainsResolver {
  @ResolveField(() => [IndividualGainType], {
    description:
      'Between two released rounds, in the order asked; capabilities without a rater group in common are absent. For the executive, and those who may see levels by name where they work; for others NOT_FOUND.',
  })
  gains(
    @Parent() { id: executiveId }: ExecutiveType,
    @ContextLoaders() loaders: Loaders,
    @Args() { preRoundId, postRoundId }: OccasionsArgs,
  ) {
    return loaders.individualGains.load({ executiveId, preRoundId, postRoundId });
  }
}
