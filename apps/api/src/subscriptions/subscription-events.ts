import { Injectable } from '@nestjs/common';
import { Kind } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { createLoaders } from '../loaders.js';
import { refuseTooCostly } from '../platform/limits.js';
import { Askers } from '../sign-in/askers.js';
import type { Asker } from '../sign-in/askers.js';
import { toldAsError } from './begin-subscription.js';
import type { SubscriptionContext } from './subscription-context.js';

type MakeEvents<Events> = (again: () => Promise<Asker>, told: (error: unknown) => Error) => Events;

/** What every subscription needs: its cost measured at the beginning, and whoever asks found out before each event. */
@Injectable()
export class SubscriptionEvents {
  constructor(private readonly askers: Askers) {}

  /**
   * @param make  the events; `again` finds out who asks now and has the fields of the next event read in a new snapshot
   * @throws GraphQLError with a code and a sentence, when it costs too much or cannot begin
   */
  begin<Events>(info: GraphQLResolveInfo, context: SubscriptionContext, make: MakeEvents<Events>): Events {
    const { schema, operation, fragments, variableValues } = info;
    try {
      const definitions = [operation, ...Object.values(fragments)];
      refuseTooCostly(schema, { kind: Kind.DOCUMENT, definitions }, variableValues);
      return make(async () => {
        const asker = await this.askers.now(context.request);
        Object.assign(context, { ...asker, loaders: createLoaders(asker.viewer, asker.reads) });
        return asker;
      }, toldAsError);
    } catch (error) {
      throw toldAsError(error);
    }
  }
}
