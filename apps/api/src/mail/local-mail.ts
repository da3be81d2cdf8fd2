import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { isLoopback } from '../platform/env.js';
import type { Env } from '../platform/env.js';
import { PAGE_POLICY } from '../platform/plain-page.js';
import { localMailPage } from './local-mail.page.js';
import type { CaughtMail } from './local-mail.page.js';

const MOST_SHOWN = 200;

/**
 * Shows the mails that `alidade start` catches in a folder at /dev/mail, to this machine only. Exists only where it asks
 * for it, never in production.
 */
export function mountLocalMail(app: NestFastifyApplication, { localMail: folder }: Env): void {
  if (folder === null) return;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/dev/mail', async (request, reply) => {
    if (!isFromHere(request)) return reply.callNotFound();
    reply.headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' });
    return reply.type('text/html; charset=utf-8').send(localMailPage(await latestIn(folder)));
  });
}

/**
 * Whether somebody at this machine asks, and not through something that runs here and passes on what others ask: a proxy
 * or a tunnel says so or brings another name, and so does a page elsewhere whose name was pointed to this machine. Looked
 * at as it arrived: what a proxy says of the sender is not believed.
 */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  return (
    isLoopback(socket.remoteAddress?.replace('::ffff:', '') ?? '') &&
    isLoopback(name) &&
    headers['x-forwarded-for'] === undefined
  );
}

async function latestIn(folder: string): Promise<readonly CaughtMail[]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed();
  return Promise.all(names.slice(0, MOST_SHOWN).map((name) => read(path.join(folder, name))));
}

async function read(file: string): Promise<CaughtMail> {
  const { to, subject, date, text } = await PostalMime.parse(await readFile(file));
  const recipients = (to ?? []).map(({ name, address }) => (name ? `${name} <${address}>` : (address ?? '')));
  return { to: recipients.join(', '), subject: subject ?? '', date: date ?? '', text: text ?? '' };
}
