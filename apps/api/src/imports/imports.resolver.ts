import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { ImportsService } from './imports.service.js';
import { ImportJobType } from './imports.types.js';

@Resolver(() => ImportJobType)
export class ImportsResolver {
  constructor(private readonly imports: ImportsService) {}

  @Query(() => ImportJobType, {
    description: 'One of your own imports, or of a kind that you may import yourself.',
  })
  @Allow(SIGNED_IN)
  importJob(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<ImportJobType> {
    return this.imports.status(viewer, reads, id);
  }

  @Mutation(() => ImportJobType, {
    description:
      'Asks an import that has not ended to stop; it is CANCELLED soon, unless it was about to end.',
  })
  @Allow(SIGNED_IN)
  cancelImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<ImportJobType> {
    return this.imports.cancel(viewer, id);
  }
}
