import { GraphQLError, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { MercuriusContext } from 'mercurius';
import { createLoaders } from '../loaders.js';
import { told } from '../platform/format-errors.js';
import { oneOperation, sizeLimit } from '../platform/limits.js';
import type { Askers } from '../sign-in/askers.js';
import type { SubscriptionContext } from './subscription-context.js';

/** Mercurius sends what a subscription fails with as it is: told as any other failure, an accident without its message. */
export function toldAsError(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const located =
    cause instanceof GraphQLError ? cause : new GraphQLError(cause.message, { originalError: cause });
  const [first] = told([located], undefined);
  return new GraphQLError(first?.message ?? cause.message, { extensions: first?.extensions ?? {} });
}

/** Over a web socket nothing is validated, measured or signed in yet when an operation begins. */
export async function beginSubscription(
  schema: GraphQLSchema,
  document: DocumentNode,
  context: MercuriusContext,
  askers: Askers,
): Promise<void> {
  try {
    const [fault] = validate(schema, document, [...specifiedRules, sizeLimit, oneOperation]);
    if (fault) throw fault;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Mercurius makes of a web socket's request
    const { request, _connectionInit: shown } = context as unknown as SubscriptionContext;
    const authorization = authorizationIn(shown);
    if (authorization !== undefined) request.headers.authorization ??= authorization;
    const { viewer, reads } = await askers.now(request);
    await reads.close();
    Object.assign(context, { viewer, reads, loaders: createLoaders(viewer, reads) });
  } catch (error) {
    throw toldAsError(error);
  }
}

/** Browsers cannot set headers of a web socket: clients put them into the message that opens the connection. */
function authorizationIn(shown: SubscriptionContext['_connectionInit']): string | undefined {
  const { authorization, Authorization, headers } = shown ?? {};
  return [authorization, Authorization, headers?.['authorization'], headers?.['Authorization']].find(
    (text) => typeof text === 'string',
  );
}
