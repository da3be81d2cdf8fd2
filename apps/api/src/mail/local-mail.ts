import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { isLoopback } from '../platform/env.js';
import type { Env } from '../platform/env.js';
import { PAGE_POLICY } from '../platform/plain-page.js';
import { localMailPage } from './local-mail.page.js';
import type { CaughtMail } from './local-mail.page.js';

const HOST = '127.0.0.1';
const LARGEST_MAIL = 5 * 1024 * 1024;
const MOST_SHOWN = 200;
/** Time, then chance: sorted by name they are sorted by time. */
const FILE = /^\d{13}-[\da-f-]{36}\.eml$/;

/**
 * A mail server for one's own machine: it takes every mail, keeps it in a folder and shows it at /dev/mail, to this
 * machine only. Nothing leaves. Exists only where `alidade start` asks for it, never in production.
 */
export async function mountLocalMail(app: NestFastifyApplication, { localMail }: Env): Promise<void> {
  if (!localMail) return;
  const { folder, port } = localMail;
  await mkdir(folder, { recursive: true });
  const server = catcherInto(folder);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      server.on('error', () => undefined); // A sender that went away has lost its mail, and sends it again.
      resolve();
    });
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onClose', (_instance, done) => server.close(() => done()));
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
  const name = URL.parse(`http://${headers.host}`)?.hostname ?? '';
  return (
    isLoopback(socket.remoteAddress?.replace('::ffff:', '') ?? '') &&
    isLoopback(name) &&
    headers['x-forwarded-for'] === undefined
  );
}

function catcherInto(folder: string): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 200,
    size: LARGEST_MAIL,
    onData(stream, _session, done) {
      const kept = buffer(stream).then((mail) => keep(folder, mail));
      callbackify(() => kept)(done);
    },
  });
}

/** Under another name until it is whole. */
async function keep(folder: string, mail: Buffer): Promise<void> {
  const name = `${Date.now()}-${randomUUID()}.eml`;
  const draft = path.join(folder, `${name}.part`);
  await writeFile(draft, mail);
  await rename(draft, path.join(folder, name));
}

async function latestIn(folder: string): Promise<readonly CaughtMail[]> {
  const names = (await readdir(folder))
    .filter((name) => FILE.test(name))
    .toSorted()
    .toReversed();
  return Promise.all(names.slice(0, MOST_SHOWN).map((name) => read(path.join(folder, name))));
}

async function read(file: string): Promise<CaughtMail> {
  const { to, subject, date, text } = await PostalMime.parse(await readFile(file));
  const recipients = (to ?? []).map(({ name, address }) => (name ? `${name} <${address}>` : (address ?? '')));
  return { to: recipients.join(', '), subject: subject ?? '', date: date ?? '', text: text ?? '' };
}
