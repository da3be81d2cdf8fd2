import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import { UseCaseError } from '@alidade/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Rates {
  readonly windowMs: number;
  /** Of requests in a window. */
  readonly limit: number;
  /** Of ways to sign in, each of which asks the identity provider. */
  readonly signInLimit: number;
}

/** Whoever keeps to the rate is never refused, nor for a burst within a window. */
export const ratesOf = (requestsPerSecond: number): Rates => ({
  windowMs: 10_000,
  limit: 10 * requestsPerSecond,
  signInLimit: 100,
});

const MOST_KNOWN = 10_000;

/** Credentials that opened something. Only they are counted by themselves: anybody can make up any number of others. */
class KnownCredentials {
  private readonly texts = new Set<string>();

  has(text: string): boolean {
    return this.texts.has(text);
  }

  add(text: string): void {
    if (this.texts.size >= MOST_KNOWN) this.texts.clear();
    this.texts.add(text);
  }
}

/**
 * Counts requests per credential, or per address while nobody is known.
 * @param shown  the credential that a request shows; undefined without one
 */
export async function limitRates(
  app: FastifyInstance,
  shown: (request: FastifyRequest) => string | undefined,
  { windowMs, limit, signInLimit }: Rates,
): Promise<void> {
  const known = new KnownCredentials();
  // Before the plugin's own hook, which reads it.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/health/')) route.config = { ...route.config, rateLimit: false };
    if (route.url.startsWith('/auth/'))
      route.config = { ...route.config, rateLimit: { max: signInLimit, keyGenerator: addressOf } };
  });
  await app.register(rateLimit, {
    timeWindow: windowMs,
    max: limit,
    keyGenerator: (request) => {
      const text = shown(request);
      return text !== undefined && known.has(text) ? text : addressOf(request);
    },
    errorResponseBuilder: (_request, { max, after }) =>
      Object.assign(
        new UseCaseError(
          'RATE_LIMITED',
          `More than ${max} requests in ${windowMs / 1000} seconds. Try again in ${after}.`,
        ),
        { statusCode: 429 },
      ),
    // Three headers on every answer would be read by nobody.
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.trace.organizationId !== undefined) {
      const text = shown(request);
      if (text !== undefined) known.add(text);
    }
    done();
  });
}

const addressOf = ({ ip }: FastifyRequest): string => normalizeIP(ip);
