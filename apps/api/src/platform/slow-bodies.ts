import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** A file may take ten minutes to come, anything else half a minute. */
export const LONGEST_UPLOAD_MS = 600_000;
const LONGEST_BODY_MS = 30_000;
const REQUEST_TIMEOUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

/**
 * Node has one limit for how long a request may take to come, for the whole server; this sets a tighter one for all
 * but those that may take longer, in the way Node does it.
 */
export function refuseSlowBodies(
  app: FastifyInstance,
  mayTakeLonger: (request: FastifyRequest) => boolean,
  longestMs = LONGEST_BODY_MS,
): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!mayTakeLonger(request)) watch(request.raw, longestMs);
    done();
  });
}

function watch(raw: IncomingMessage, longestMs: number): void {
  const timer = setTimeout(() => {
    if (!raw.complete) raw.socket.end(REQUEST_TIMEOUT);
  }, longestMs).unref();
  raw.once('close', () => clearTimeout(timer));
}
