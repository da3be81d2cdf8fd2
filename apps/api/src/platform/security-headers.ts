import type { FastifyInstance } from 'fastify';

/** On every response, unless a route sets a header of its own. */
const HEADERS = {
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** Seconds: a year. */
const ONLY_OVER_TLS = { 'strict-transport-security': 'max-age=31536000' };

/** @param secure  whether browsers come over TLS */
export function sendSecurityHeaders(app: FastifyInstance, secure: boolean): void {
  const headers = secure ? { ...HEADERS, ...ONLY_OVER_TLS } : HEADERS;
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
