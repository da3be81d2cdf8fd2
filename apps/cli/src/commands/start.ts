import { createDataSource, OF_LONG_WORK } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Child } from '../child.js';
import { read } from '../command-line.js';
import type { Command } from '../command-line.js';
import { dataDirectory, localDatabase, secretIn } from '../local-database.js';
import type { LocalDatabase } from '../local-database.js';
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
    const database = await localDatabase();
    try {
      const people = await prepare(database);
      const env = await environment(database, people);
      const reviving = keepAlive(database, ended.signal);
      const api = new Child(new URL('../../../api/src/main.js', import.meta.url), env);
      const worker = new Child(new URL('../../../api/src/worker.js', import.meta.url), {
        ...env,
        METRICS_PORT: '',
      });
      try {
        const address = `http://${host}:${port}`;
        await untilReady(address, ended.signal);
        if (!ended.signal.aborted)
          process.stdout.write(
            `${['', `Alidade is at ${process.env['PUBLIC_URL'] ?? address}`, ...people, ''].join('\n')}\n`,
          );
        if (!ended.signal.aborted) await once(ended.signal, 'abort');
      } finally {
        ended.abort();
        await Promise.all([api.stop(), worker.stop(), reviving]);
      }
    } finally {
      await database.release();
    }
  },
};

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

/** Brings the schema up to date. @returns who can sign in, a line each */
async function prepare({ urls }: LocalDatabase): Promise<string[]> {
  const owner = await createDataSource(urls.owner, 2, OF_LONG_WORK).initialize();
  try {
    await owner.runMigrations();
    return await whoCanSignIn(owner);
  } finally {
    await owner.destroy();
  }
}

async function environment({ urls }: LocalDatabase, people: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const SESSION_SECRET = process.env['SESSION_SECRET'] ?? (await secretIn(dataDirectory(), 'session'));
  return { ...process.env, DATABASE_URL: urls.app, SESSION_SECRET, LOCAL_IDENTITY_HINT: people.join('\n') };
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
