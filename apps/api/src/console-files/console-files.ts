import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the build puts the console, seen from where the build puts this file; sources run without one. */
const BUILT_CONSOLE = fileURLToPath(new URL('../../../../console', import.meta.url));

const YEAR_MS = 365 * 86_400_000;
/** What the build writes where each answer gets a number of its own. */
const NONCE_PLACE = '__CSP_NONCE__';

/** Notes the first part of the path of each route: under these an unknown path is an unknown path of the API. */
export function pathsOfApi(server: FastifyInstance): ReadonlySet<string> {
  const known = new Set<string>();
  server.addHook('onRoute', ({ url }) => void known.add(firstPart(url)));
  return known;
}

/**
 * The console: its files under /assets, which carry a hash in their name and never change, and its page for whatever
 * else a browser is sent to. Without a built console nothing is served.
 * @param apiPaths  first parts of paths that the console leaves alone
 */
export async function serveConsole(
  server: FastifyInstance,
  apiPaths: ReadonlySet<string>,
  folder: string = BUILT_CONSOLE,
): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return;
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: YEAR_MS,
  });
  server.get('/', (_request, reply) => sendPage(reply, page));
  server.get('/*', (request, reply) =>
    isForBrowser(request) && !apiPaths.has(firstPart(request.url))
      ? sendPage(reply, page)
      : reply.callNotFound(),
  );
}

const firstPart = (url: string): string => url.split(/[/?]/, 2)[1] ?? '';

const isForBrowser = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

async function sendPage(reply: FastifyReply, page: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64url');
  await reply
    .headers({ 'content-security-policy': policyWith(nonce), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE_PLACE, nonce));
}

/** Nothing from elsewhere, nothing inline but what this answer has marked, nothing made of text. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
