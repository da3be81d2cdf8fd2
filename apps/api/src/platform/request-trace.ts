import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';
import { Kind } from 'graphql';
import type { OperationTypeNode } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

const HEADER = 'x-correlation-id';
const SANE_TOKEN = /^[\w.-]{1,128}$/;

/** What is known of a request beside its HTTP, and may be told in a log: ids and names of the schema, nothing of people. */
export interface RequestTrace {
  organizationId?: string;
  operationType?: OperationTypeNode;
  /** As the client calls its document. */
  operationName?: string | undefined;
  /** The first field of the operation, as the schema calls it. */
  firstField?: string;
  /** The first error code of a GraphQL answer; absent without one. */
  outcome?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    trace: RequestTrace;
  }
}

/** Told of every request when its answer has gone, or when nobody waits for one any more. */
export type RequestObserver = (request: FastifyRequest, reply: FastifyReply) => void;

/** The request's own correlation id, when it is a token that can do no harm in a log; else a new one. */
export function correlationIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const own = headers[HEADER];
  return typeof own === 'string' && SANE_TOKEN.test(own) ? own : randomUUID();
}

/** Fastify's own request lines would tell the address and the whole URL. */
export function traceRequests(app: FastifyInstance, observers: readonly RequestObserver[]): void {
  app.decorateRequest('trace');
  app.addHook('onRequest', (request, reply, done) => {
    request.trace = {};
    reply.header(HEADER, request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    for (const observe of observers) observe(request, reply);
    done();
  });
}

/** One line per request. */
export const logRequests =
  (log: Logger): RequestObserver =>
  ({ id, method, routeOptions, trace }, { statusCode, elapsedTime }) => {
    const { organizationId, operationName } = trace;
    log.info(
      {
        method,
        route: routeOptions.url ?? null, // The pattern: an address may hold a secret or a name.
        status: statusCode,
        ms: Math.round(elapsedTime * 10) / 10,
        correlationId: id,
        organizationId,
        operationName,
      },
      'request',
    );
  };

/** @param document  valid, with one operation */
export function traceOperation(trace: RequestTrace, { definitions }: DocumentNode): void {
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      trace.operationType = definition.operation;
      trace.operationName = definition.name?.value;
      const [first] = definition.selectionSet.selections;
      trace.firstField = first?.kind === Kind.FIELD ? first.name.value : 'fragment';
      return;
    }
}
