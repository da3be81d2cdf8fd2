import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { PersonType } from '../../directory/directory.types.js';
import { AssessmentRoundType } from '../rounds/rounds.types.js';
import { SELF_VIEW_WORDS } from './self-view-words.js';
import { selfView, SelfView } from '@alidade/release';
import { ReportsService } from './reports.service.js';
import { OwnReportType, ReleasedScoreType, ReportLookType, SelfViewEnum } from './reports.types.js';

@Resolver(() => ReleasedScoreType)
class ReleasedScoresResolver {
  constructor(private readonly reports: ReportsService) {}

  @Query(() => [ReleasedScoreType], {
    description:
      'Released scores of one executive in one round, in the order asked; none before the release.',
  })
  @Allow(SIGNED_IN)
  releasedScores(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
  ) {
    return this.reports.releasedScores(viewer, reads, { roundId, executiveId });
  }

  @Query(() => [OwnReportType], { description: "The viewer's own reports, the latest first." })
  @Allow(SIGNED_IN)
  myReports(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.reports.mine(viewer, reads);
  }

  @Query(() => [ReportLookType], {
    description:
      'Who else has looked at a report, the latest 500 first: for its subject, and for those who may read the audit trail.',
  })
  @Allow(SIGNED_IN)
  reportLooks(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
  ) {
    return this.reports.looks(viewer, reads, { roundId, executiveId });
  }

  @Mutation(() => AssessmentRoundType, {
    description: 'Names who helps a subject with their report and may read it; null: nobody any more.',
  })
  @Allow(Permission.AssessmentDesign)
  giveCoach(
    @CurrentViewer() viewer: Viewer,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
    @Args('coachId', { type: () => ID, nullable: true }) coachId: string | null | undefined,
  ) {
    return this.reports.giveCoach(viewer, { roundId, executiveId }, coachId ?? null);
  }

  @ResolveField(() => CapabilityType, {
    description: 'With name, definition and anchors as its raters read them.',
  })
  async capability(
    @Parent() { roundId, capabilityId }: ReleasedScoreType,
    @ContextLoaders() loaders: Loaders,
  ) {
    const asked = await loaders.askedCapabilities.load(roundId);
    return asked.find(({ id }) => id === capabilityId) ?? loaders.capability.load(capabilityId);
  }

  @ResolveField(() => SelfViewEnum, {
    nullable: true,
    description: "The subject's own rating against the others' score; null when one of the two is missing.",
  })
  selfView(@Parent() { self, others }: ReleasedScoreType): SelfView | null {
    return selfView(self, others);
  }

  @ResolveField(() => String, { nullable: true, description: 'The same in a sentence.' })
  selfViewInWords(@Parent() { self, others }: ReleasedScoreType): string | null {
    const view = selfView(self, others);
    return view === null ? null : SELF_VIEW_WORDS[view](Math.abs((self ?? 0) - (others ?? 0)));
  }
}

@Resolver(() => OwnReportType)
class OwnReportsResolver {
  @ResolveField(() => AssessmentRoundType)
  round(@Parent() { roundId }: OwnReportType, @ContextLoaders() loaders: Loaders) {
    return loaders.round.load(roundId);
  }
}

@Resolver(() => ReportLookType)
class ReportLooksResolver {
  @ResolveField(() => PersonType)
  person(@Parent() { personId }: ReportLookType, @ContextLoaders() loaders: Loaders) {
    return loaders.person.load(personId);
  }
}

export const REPORT_RESOLVERS = [ReleasedScoresResolver, OwnReportsResolver, ReportLooksResolver];
