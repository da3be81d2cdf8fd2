import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { PersonType } from './directory.types.js';
import { PrivacyService } from './privacy.service.js';

@Resolver()
export class PrivacyResolver {
  constructor(private readonly privacy: PrivacyService) {}

  @Mutation(() => PersonType, {
    description: 'Empties name, address and accounts of a person for good; what figures are made of stays.',
  })
  @Allow(Permission.PrivacyManage)
  erasePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<PersonType> {
    return this.privacy.erase(viewer, id);
  }

  @Mutation(() => String, {
    description:
      "All that is kept about a person, as JSON: one's own, or anybody's with PRIVACY_MANAGE. Noted in the audit trail.",
  })
  @Allow(SIGNED_IN)
  exportPersonalData(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }, IdPipe) personId: string,
  ): Promise<string> {
    return this.privacy.export(viewer, personId);
  }
}
