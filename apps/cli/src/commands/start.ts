import { createDataSource, OF_LONG_WORK, Organization } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Child } from '../child.js';
import { read } from '../command-line.js';
import type { Command } from '../command-line.js';
import { insertPlans } from '../demo/plan-rows.js';
import { jobsDone } from '../demo/jobs-done.js';
import { loadDemo, SMALL_DEMO, today } from '../demo/load-demo.js';
import type { LoadedDemo } from '../demo/load-demo.js';
import { dataDirectory, localDatabase } from '../local-database.js';
import type { LocalDatabase } from '../local-database.js';
import { catchMail } from '../mail-catcher.js';
import { API, processEnvironment, WORKER } from '../process-environment.js';
import { progress } from '../progress.js';
import { whoCanSignIn } from '../who-can-sign-in.js';

const PATIENCE_MS = 60_000;
const CHECK_EVERY_MS = 1000;

export const start: Command = {
  name: ['start'],
  form: 'start',
  purpose: 'Everything on this machine: database, migrations, demo organization, API, worker.',
  async run(words) {
    read(words, {});
    const [host, port] = [process.env['HOST'] ?? '127.0.0.1', process.env['PORT'] ?? '3000'];
    const ended = signalled();
    await requireFree(host, Number(port));
    if (!process.env['DATABASE_URL']) progress('Starting PostgreSQL …');
    const database = await localDatabase();
    try {
      await serveWithMail(database, `http://${host}:${port}`, ended);
    } finally {
      await database.release();
    }
  },
};

async function serveWithMail(
  database: LocalDatabase,
  address: string,
  ended: AbortController,
): Promise<void> {
  const mail = await localMail();
  try {
    const environment = { ...(await processEnvironment(database)), ...mail?.environment };
    await serve(database, { address, environment }, ended);
  } finally {
    await mail?.close();
  }
}

interface Served {
  readonly address: string;
  /** Of the API and the worker. */
  readonly environment: NodeJS.ProcessEnv;
}

async function serve(
  database: LocalDatabase,
  { address, environment }: Served,
  ended: AbortController,
): Promise<void> {
  const owner = createDataSource(database.urls.owner, 2, OF_LONG_WORK);
  await owner.initialize();
  const children: Child[] = [];
  const reviving = keepAlive(database, ended.signal);
  try {
    await owner.runMigrations();
    const startWorker = () => children.push(new Child(WORKER, { ...environment, METRICS_PORT: '' }));
    const isEmpty = !(await owner.getRepository(Organization).exists());
    // The first answer does not wait for the worker, unless there is a demo to be worked out for it.
    if (isEmpty) startWorker();
    const demo = isEmpty ? await makeDemo(owner) : null;
    const people = await whoCanSignIn(owner, process.env['PUBLIC_URL'] ?? address);
    children.push(new Child(API, { ...environment, LOCAL_IDENTITY_HINT: people.join('\n') }));
    await untilReady(address, ended.signal);
    if (!isEmpty && !ended.signal.aborted) startWorker();
    if (demo && (await jobsDone(owner, demo.organization.id, { signal: ended.signal })))
      await insertPlans(owner, demo);
    if (ended.signal.aborted) return;
    process.stdout.write(greeting(address, people, environment));
    await once(ended.signal, 'abort');
  } finally {
    ended.abort();
    await Promise.all([...children.map((child) => child.stop()), reviving]);
    await owner.destroy();
  }
}

function greeting(address: string, people: readonly string[], environment: NodeJS.ProcessEnv): string {
  const mail = environment['LOCAL_MAIL_FOLDER'] ? [`Mail that it sends is at ${address}/dev/mail`] : [];
  return ['', `Alidade is at ${process.env['PUBLIC_URL'] ?? address}`, ...people, ...mail, '', ''].join('\n');
}

/** Without a mail server what is sent is caught here, from before anything runs that could send; null: there is one. */
async function localMail() {
  if (process.env['SMTP_URL'] || process.env['NODE_ENV'] === 'production') return null;
  const LOCAL_MAIL_FOLDER = path.join(dataDirectory(), 'mail');
  const { url: SMTP_URL, close } = await catchMail(LOCAL_MAIL_FOLDER);
  return { environment: { SMTP_URL, LOCAL_MAIL_FOLDER }, close };
}

function makeDemo(owner: DataSource): Promise<LoadedDemo> {
  progress('The database is empty: making a demo organization …');
  return loadDemo(owner, { ...SMALL_DEMO, today: today() });
}

/** npm passes a signal on that the terminal has already sent: the second one changes nothing. */
function signalled(): AbortController {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ended.abort());
  return ended;
}

async function requireFree(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new UseCaseError('CONFLICT', `${host}:${port} is taken; choose another port with PORT.`)),
    );
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

/** An embedded server that was killed comes back on the port that the others know. */
async function keepAlive(database: LocalDatabase, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    // oxlint-disable-next-line no-await-in-loop
    await database.revive().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    // oxlint-disable-next-line no-await-in-loop
    await pause(CHECK_EVERY_MS, undefined, { signal: ended }).catch(() => undefined);
  }
}

async function untilReady(address: string, ended: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!ended.aborted) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline)
      throw new UseCaseError('SERVICE_UNAVAILABLE', 'The API did not come up; the reason stands above.');
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
}
