import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createDataSource,
  Job,
  JobStatus,
  Person,
  provision,
  registerOrganization,
  Strategy,
} from '@alidade/database';
import { startPostgres } from '@alidade/embedded-postgres';
import type { EmbeddedPostgres } from '@alidade/embedded-postgres';
import { readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/src/create-app.js';
import { createLog } from '../../apps/api/src/platform/log.js';
import { TestOrganization } from '../support/organization.js';
import { testEnv } from '../support/program.js';
import { until } from '../support/until.js';
import { buildApplication, WorkerProcess } from '../support/worker-process.js';

const DIRECTORY = `.data/killed-${process.pid}`;
const WRITERS = 4;
const KILLS = 2;
const PEOPLE = 2000;
const FILE = [
  'external_id,name,email,unit',
  ...Array.from({ length: PEOPLE }, (_, i) => `e${i},Person ${i},person.${i}@example.org,Area ${i % 40}`),
  '',
].join('\n');
const CREATE = `mutation Create($title: String!) {
  createStrategy(input: { title: $title, narrative: "Because.", weight: 1 }) { id }
}`;

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  const connected = await once(socket, 'connect').catch(() => null);
  socket.destroy();
  return connected !== null;
};

describe('a database server that is killed', () => {
  let server: EmbeddedPostgres;
  let owner: DataSource;
  let db: DataSource;
  let app: NestFastifyApplication;
  let worker: WorkerProcess;
  let org: TestOrganization;
  let address: string;
  beforeAll(async () => {
    buildApplication();
    server = await startPostgres(DIRECTORY); // With fsync: what it has acknowledged has to be there afterwards.
    const urls = await provision(server.url, 'alidade', { owner: 'test', app: 'test' });
    owner = await createDataSource(urls.owner, 2).initialize();
    await owner.runMigrations();
    const organizationId = await registerOrganization(owner, { name: 'Killed' }, async (_tx, id) => id);
    db = await createDataSource(urls.app, 2).initialize();
    org = new TestOrganization(db, organizationId);
    app = await createApp(testEnv(urls.app), createLog('silent'));
    await app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    worker = WorkerProcess.start(urls.app);
  }, 180_000);
  afterAll(async () => {
    await worker?.kill();
    await app?.close();
    await Promise.all([owner, db].map((each) => each?.destroy()));
    await server?.discard().catch(() => undefined);
    await rm(DIRECTORY, { recursive: true, force: true });
  });

  /** The server and all its processes at once, as when the power fails; then it is started again. */
  const killAndRevive = async (): Promise<void> => {
    const [pid] = (await readFile(`${DIRECTORY}/postmaster.pid`, 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const { port } = new URL(server.url);
    await until('its end', async () => !(await answers(Number(port))));
    // Its processes notice that it is gone, and until they are, no other starts on their data.
    server = await until('the server', () => startPostgres(DIRECTORY).catch(() => null));
  };

  /** Sends one write until it is acknowledged, always with the same key. */
  const write = async (
    token: string,
    title: string,
  ): Promise<{ id: string; tries: number; codes: string[] }> => {
    const codes: string[] = [];
    for (let tries = 1; ; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': title.replaceAll(' ', '-'),
        },
        body: JSON.stringify({ query: CREATE, variables: { title } }),
      });
      // oxlint-disable-next-line no-await-in-loop
      const { data, errors } = await response.json();
      if (!errors) return { id: data.createStrategy.id, tries, codes };
      codes.push(errors[0].extensions.code);
      // oxlint-disable-next-line no-await-in-loop
      await pause(50);
    }
  };

  it('loses no write that was acknowledged and doubles none that was sent again; an import comes to its end', async () => {
    const token = await org.designer();
    const uploaded = await fetch(`${address}/imports/people`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
      body: FILE,
    });
    expect(uploaded.status).toBe(202);
    await until('the worker', () => db.getRepository(Job).existsBy({ status: JobStatus.RUNNING }));

    const over = new AbortController();
    const acknowledged = new Map<string, string>();
    const codes: string[] = [];
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; !over.signal.aborted; n += 1) {
        const title = `Strategy ${writer} ${n}`;
        // oxlint-disable-next-line no-await-in-loop
        const written = await write(token, title);
        acknowledged.set(title, written.id);
        codes.push(...written.codes);
      }
    });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = acknowledged.size;
      // oxlint-disable-next-line no-await-in-loop
      await until('writes', async () => acknowledged.size >= before + 20);
      // oxlint-disable-next-line no-await-in-loop
      await killAndRevive();
    }
    const before = acknowledged.size;
    await until('writes after the last kill', async () => acknowledged.size >= before + 20);
    over.abort();
    await Promise.all(writers);

    const { organizationId } = org;
    const kept = await org.within((tx) => tx.findBy(Strategy, { organizationId }));
    expect(new Map(kept.map(({ title, id }) => [title, id]))).toEqual(acknowledged);
    expect(kept.length).toBe(acknowledged.size);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => code !== 'SERVICE_UNAVAILABLE')).toEqual([]);

    // Whoever did it when the server died has left a lease of ten seconds behind.
    const [file] = await until('the import', async () => {
      const found = await org.within((tx) =>
        tx.query(
          `SELECT created, rows FROM import_file JOIN job USING (organization_id, id) WHERE status = 'SUCCEEDED'`,
        ),
      );
      return found.length > 0 && found;
    });
    expect(file).toEqual({ created: PEOPLE, rows: PEOPLE });
    expect(await org.within((tx) => tx.countBy(Person, { organizationId }))).toBe(PEOPLE + 1);
  });
});
