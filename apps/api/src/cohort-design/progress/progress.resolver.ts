import { Args, Context, ID, Info, Resolver, Subscription } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../platform/allow.decorator.js';
import { CurrentViewer } from '../../platform/context.decorators.js';
import { SubscriptionEvents } from '../../subscriptions/subscription-events.js';
import type { SubscriptionContext } from '../../subscriptions/subscription-context.js';
import { CohortRunType } from '../runs/runs.types.js';
import { ProgressEvents } from './progress-events.js';
import { RunChanges } from './run-changes.js';

@Resolver()
export class ProgressResolver {
  constructor(
    private readonly changes: RunChanges,
    private readonly events: SubscriptionEvents,
  ) {}

  @Subscription(() => CohortRunType, {
    description:
      'How a run stands now, and after every change, at least twice a second while it runs; completes when it has ended. Over graphql-transport-ws at /graphql.',
  })
  @Allow(Permission.ProgramDesign)
  cohortRunProgress(
    @CurrentViewer() { organizationId, personId }: Viewer,
    @Args('id', { type: () => ID }) runId: string,
    @Context() context: SubscriptionContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.events.begin(info, context, (again, told) => {
      const watch = this.changes.watch({ organizationId, personId, runId });
      return new ProgressEvents({ watch, again, told });
    });
  }
}
