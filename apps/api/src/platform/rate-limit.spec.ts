import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readEnv } from './env.js';
import { limitRates, ratesOf } from './rate-limit.js';
import { traceRequests } from './request-trace.js';

const RATES = { windowMs: 60_000, limit: 5, signInLimit: 2 };

const answer = async ({ headers, trace }: FastifyRequest, reply: FastifyReply) => {
  if (headers.authorization?.startsWith('good-')) trace.organizationId = 'known';
  else reply.code(401);
  return 'answer';
};

/** Serves on a port of its own; `good-…` opens something. @returns the status of a request with this credential */
async function serve() {
  const app = fastify();
  traceRequests(app, []);
  await limitRates(app, ({ headers }) => headers.authorization, RATES);
  for (const path of ['/graphql', '/auth/callback', '/health/live']) app.get(path, answer);
  const home = await app.listen({ port: 0, host: '127.0.0.1' });
  const statusOf = async (authorization: string, path = '/graphql') =>
    (await fetch(home + path, { headers: { authorization } })).status;
  const statusesOf = async (count: number, who: (i: number) => string, path?: string) => {
    const statuses: number[] = [];
    for (let i = 0; i < count; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      statuses.push(await statusOf(who(i), path));
    }
    return statuses;
  };
  return { statusOf, statusesOf, [Symbol.asyncDispose]: () => app.close() };
}

it('counts a credential that has opened something by itself', async () => {
  await using server = await serve();
  expect(await server.statusesOf(7, () => 'good-a')).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect(await server.statusesOf(2, () => 'good-b')).toEqual([200, 200]);
});

it('counts whoever makes credentials up by their address', async () => {
  await using server = await serve();
  expect(await server.statusesOf(2, () => 'good-a')).toEqual([200, 200]);
  expect(await server.statusesOf(5, (i) => `made-up-${i}`)).toEqual([401, 401, 401, 401, 429]);
  expect(await server.statusOf('good-a')).toBe(200);
});

it('counts ways to sign in by address, more strictly, and health not at all', async () => {
  await using server = await serve();
  expect(await server.statusesOf(3, (i) => `made-up-${i}`, '/auth/callback')).toEqual([401, 401, 429]);
  expect(await server.statusesOf(9, () => 'x', '/health/live')).not.toContain(429);
  expect(await server.statusOf('x')).toBe(401);
});

it('is never reached at 50 requests a second, unless told otherwise', () => {
  const { RATE_LIMIT } = readEnv({ DATABASE_URL: 'postgres://db', SESSION_SECRET: 's'.repeat(32) });
  const { limit, windowMs } = ratesOf(RATE_LIMIT);
  expect(limit / (windowMs / 1000)).toBeGreaterThanOrEqual(4 * 50);
});
