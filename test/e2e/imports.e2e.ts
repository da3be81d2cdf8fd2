import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry, ImportPart, Unit } from '@alidade/database';
import { GrantableRole, Permission } from '@alidade/access';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ImportSweep } from '../../apps/api/src/imports/import-sweep.js';
import type { ImportReader } from '../../apps/api/src/imports/import-reader.js';
import { ImportReaders } from '../../apps/api/src/imports/import-readers.js';
import { exampleReader } from '../support/example-import.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { importWhen, upload } from '../support/upload.js';
import { TestWorker } from '../support/worker.js';

const ratingsReader: ImportReader = {
  ...exampleReader,
  kind: 'RATINGS',
  permission: Permission.ImportRatings,
  parameters: ['roundId'],
};
const NAMES = Array.from({ length: 1000 }, (_, i) => `Unit ${i}`);
const FILE = `name,size\n${NAMES.map((name) => `${name},1\n`).join('')}`;

describe('an import', () => {
  let program: Program;
  let org: TestOrganization;
  let token: string;
  let worker: TestWorker | undefined;
  beforeAll(async () => {
    program = await Program.start({ pool: 3 });
    for (const reader of [exampleReader, ratingsReader]) program.app.get(ImportReaders).register(reader);
    await program.app.listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const freshOrganization = async () => {
    org = await program.organization();
    token = await org.administrator();
  };
  const startWorker = async (...readers: ImportReader[]) => {
    worker = await TestWorker.start(program, { readers: [exampleReader, ratingsReader, ...readers] });
  };
  const send = (path: string, file: string, more: object = {}) =>
    upload(program, token, path, { file, ...more });
  const take = async (path: string, file: string) => {
    const { status, body } = await send(path, file);
    expect([status, Object.keys(body)]).toEqual([202, ['importId']]);
    return importWhen(program, token, body.importId);
  };
  const units = () => org.within((tx) => tx.countBy(Unit, { organizationId: org.organizationId }));
  const parts = () => org.within((tx) => tx.countBy(ImportPart, { organizationId: org.organizationId }));

  it('takes all of a file, counts its rows, and changes nothing the second time', async () => {
    await freshOrganization();
    await startWorker();
    const first = await take('people', FILE);
    expect(first).toMatchObject({
      kind: 'PEOPLE',
      status: 'SUCCEEDED',
      dryRun: false,
      progress: 1,
      failure: null,
    });
    expect(first).toMatchObject({
      rows: 1000,
      created: 1000,
      updated: 0,
      unchanged: 0,
      faults: [],
      faultCount: 0,
    });
    expect(await units()).toBe(1000);
    const second = await take('people', FILE);
    expect(second).toMatchObject({ status: 'SUCCEEDED', rows: 1000, created: 0, unchanged: 1000 });
    expect([await units(), await parts()]).toEqual([1000, 0]);
  });

  it('tells in a dry run what would become of the file, and keeps nothing', async () => {
    await freshOrganization();
    await startWorker();
    const job = await take('people?dryRun=true', FILE);
    expect(job).toMatchObject({ status: 'SUCCEEDED', dryRun: true, rows: 1000, created: 1000 });
    expect([await units(), await parts()]).toEqual([0, 0]);
  });

  it('refuses a faulty file whole, with every fault and the first hundred of them by line', async () => {
    await freshOrganization();
    await startWorker();
    const faulty = `name,size\nGood,1\n${',x\n'.repeat(75)}`;
    const job = await take('people', faulty);
    expect(job).toMatchObject({ status: 'REJECTED', rows: 0, created: 0, updated: 0, unchanged: 0 });
    expect(job.faultCount).toBe(150);
    expect(job.faults.length).toBe(100);
    expect(job.faults.slice(0, 2)).toEqual([
      { line: 3, column: 'name', message: 'name is needed in every row.' },
      { line: 3, column: 'size', message: 'A size is a whole number.' },
    ]);
    expect([await units(), await parts()]).toEqual([0, 0]);
    expect(await take('people', '')).toMatchObject({
      status: 'REJECTED',
      faultCount: 1,
      faults: [{ line: 1 }],
    });
  });

  it('is refused at once to nobody, to who may not, for an unknown kind, and with wrong settings', async () => {
    await freshOrganization();
    const answers = await Promise.all([
      upload(program, null, 'people', { file: FILE }),
      upload(program, await org.tokenOf(['COACH']), 'people', { file: FILE }),
      upload(program, await org.tokenOf(['ADMINISTRATOR'], [await org.unit()]), 'people', { file: FILE }),
      send('horoscopes', FILE),
      send('people?dryRun=maybe&colour=red', FILE),
      upload(program, await org.tokenOf([GrantableRole.ImportRatings]), 'ratings', { file: FILE }),
      send('people', 'name=1', { type: 'application/x-www-form-urlencoded' }),
      send('people', FILE, { key: 'not visible' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [404, 'NOT_FOUND'],
      [400, 'INVALID_INPUT'],
      [400, 'INVALID_INPUT'],
      [415, 'INVALID_INPUT'],
      [400, 'INVALID_INPUT'],
    ]);
    expect(answers[4]?.body.message).toMatch(/no setting colour.*dryRun is true or false/);
    expect(answers[5]?.body.message).toMatch(/roundId is missing/);
    expect(answers[6]?.body.message).toMatch(/text\/csv/);
    expect(await parts()).toBe(0);
  });

  it('stops taking a file that is too large, says so while it is still sent, and keeps no piece of it', async () => {
    await freshOrganization();
    const { port } = program.app.getHttpServer().address() as AddressInfo;
    for (const announced of [true, false]) {
      const request = http.request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/imports/people',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'text/csv',
          ...(announced && { 'content-length': 5 * 1024 * 1024 }),
        },
      });
      const answered = once(request, 'response');
      for (let i = 0; i < 80; i += 1) request.write(Buffer.alloc(64 * 1024, 'x'));
      request.end();
      // oxlint-disable-next-line no-await-in-loop
      const [response] = await answered;
      let text = '';
      // oxlint-disable-next-line no-await-in-loop
      for await (const chunk of response) text += String(chunk);
      expect(response.statusCode).toBe(413);
      expect(JSON.parse(text)).toEqual({
        code: 'INVALID_INPUT',
        message:
          'This file is larger than 3 MB, the most that is taken. Cut it into several, each with the first line.',
      });
      // oxlint-disable-next-line no-await-in-loop
      expect(await parts()).toBe(0);
    }
  });

  it('holds no connection while its file comes slowly, and is no import when the sender goes away', async () => {
    await freshOrganization();
    const { port } = program.app.getHttpServer().address() as AddressInfo;
    const slow = Array.from({ length: 6 }, () => {
      const request = http.request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/imports/people',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      });
      request.on('error', () => undefined);
      request.write(FILE);
      request.write(Buffer.alloc(300_000, 'x'));
      return request;
    });
    for (let i = 0; i < 100 && (await parts()) < 6; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(20);
    }
    expect(await parts()).toBe(6);
    expect(await program.as(token, '{ organization { id } }')).toMatchObject({ codes: [] });
    for (const request of slow) request.destroy();
    for (let i = 0; i < 100 && (await parts()) > 0; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(20);
    }
    expect(await parts()).toBe(0);
  });

  it('is one import however often the same file is sent with the same Idempotency-Key', async () => {
    await freshOrganization();
    const [first, second] = await Promise.all([1, 2].map(() => send('people', FILE, { key: 'monday' })));
    const third = await send('people', FILE, { key: 'monday' });
    expect([second?.body, third.body]).toEqual([first?.body, first?.body]);
    expect(await send('people', `${FILE}more,1\n`, { key: 'monday' })).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    });
    expect(await send('people?dryRun=true', FILE, { key: 'monday' })).toMatchObject({ status: 409 });
    const other = await upload(program, await org.administrator(), 'people', { file: FILE, key: 'monday' });
    expect(other.body.importId).not.toBe(first?.body.importId);
    const [files] = await org.within((tx) => tx.query('SELECT count(*) AS n FROM import_file'));
    expect([files, await parts()]).toEqual([{ n: 2 }, 2]);
  });

  it('is on the audit trail when it brings ratings', async () => {
    await freshOrganization();
    const rater = await org.tokenOf([GrantableRole.ImportRatings]);
    const roundId = crypto.randomUUID();
    const { body } = await upload(program, rater, `ratings?roundId=${roundId}`, { file: FILE });
    const { organizationId } = org;
    const entries = await org.within((tx) =>
      tx.findBy(AuditEntry, { organizationId, action: 'RATINGS_UPLOADED' }),
    );
    expect(entries).toMatchObject([
      { subjectId: roundId, detail: { importId: body.importId, dryRun: false } },
    ]);
  });

  it('is cancelled while it waits and while it runs, keeps nothing, and cannot be cancelled once it has ended', async () => {
    await freshOrganization();
    const cancel = (id: string) =>
      program.as(token, `mutation ($id: ID!) { cancelImport(id: $id) { id } }`, { id });
    const waiting = await send('people', FILE);
    expect((await cancel(waiting.body.importId)).codes).toEqual([]);
    const endless: ImportReader = {
      ...exampleReader,
      async read(file, context) {
        const counts = await exampleReader.read(file, context);
        // What other tests left waiting is not kept from its end.
        while (context.viewer.organizationId === org.organizationId) {
          // oxlint-disable-next-line no-await-in-loop
          await context.progress(0.9);
          // oxlint-disable-next-line no-await-in-loop
          await pause(20);
        }
        return counts;
      },
    };
    await startWorker(endless);
    expect(await importWhen(program, token, waiting.body.importId)).toMatchObject({
      status: 'CANCELLED',
      rows: 0,
    });

    const running = await send('people', FILE);
    await importWhen(program, token, running.body.importId, ['RUNNING']);
    expect((await cancel(running.body.importId)).codes).toEqual([]);
    expect(await importWhen(program, token, running.body.importId)).toMatchObject({
      status: 'CANCELLED',
      rows: 0,
    });
    expect([await units(), await parts()]).toEqual([0, 0]);
    expect((await cancel(running.body.importId)).codes).toEqual(['CONFLICT']);
  });

  it('sweeps what no import will read: of uploads that never ended after a day, and of imports that have ended', async () => {
    await freshOrganization();
    const { body } = await send('people', FILE);
    const { organizationId } = org;
    const piece = (importId: string, age: string) =>
      org.within((tx) =>
        tx.query(
          `INSERT INTO import_part (organization_id, import_id, part, bytes, created_at)
           VALUES ($1, $2, 7, 'x', now() - $3::interval)`,
          [organizationId, importId, age],
        ),
      );
    await piece(crypto.randomUUID(), '25 hours');
    await piece(crypto.randomUUID(), '23 hours');
    await piece(body.importId, '25 hours');
    const sweep = new ImportSweep(program.db);
    await sweep.sweep();
    expect(await parts()).toBe(3);
    await org.within((tx) => tx.query(`UPDATE job SET status = 'FAILED' WHERE id = $1`, [body.importId]));
    await sweep.sweep();
    expect(await parts()).toBe(1);
  });
});
