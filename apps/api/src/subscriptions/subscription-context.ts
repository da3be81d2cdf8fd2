import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../request-context.js';

interface Shown {
  readonly authorization?: string;
  readonly Authorization?: string;
}

/** The GraphQL context of a subscription: one for all its events, so what it reads with is put in anew for each. */
export interface SubscriptionContext extends Partial<RequestContext> {
  /** That opened the web socket. */
  readonly request: FastifyRequest;
  /** What the client said when it opened the connection. */
  readonly _connectionInit?: (Shown & { readonly headers?: Readonly<Record<string, string>> }) | null;
}
