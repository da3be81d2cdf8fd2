import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { AccessTokensService } from './access-tokens.service.js';
import { AccessTokenType, CreateAccessTokenArgs, CreatedAccessTokenType } from './access-tokens.types.js';

@Resolver()
export class AccessTokensResolver {
  constructor(private readonly tokens: AccessTokensService) {}

  @Query(() => [AccessTokenType], {
    description: "The viewer's own, at most 100, newest first; expired ones too.",
  })
  @Allow(SIGNED_IN)
  accessTokens(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
  ): Promise<AccessTokenType[]> {
    return this.tokens.own(viewer, reads);
  }

  @Mutation(() => CreatedAccessTokenType, { description: 'A token of the viewer.' })
  @Allow(SIGNED_IN)
  createAccessToken(
    @CurrentViewer() viewer: Viewer,
    @Args() args: CreateAccessTokenArgs,
  ): Promise<CreatedAccessTokenType> {
    return this.tokens.create(viewer, args);
  }

  @Mutation(() => AccessTokenType, { description: "One of the viewer's own; it opens nothing from now on." })
  @Allow(SIGNED_IN)
  revokeAccessToken(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<AccessTokenType> {
    return this.tokens.revoke(viewer, id);
  }
}
