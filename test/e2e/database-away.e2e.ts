import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CollectedLog } from '../support/collected-log.js';
import { Detour } from '../support/detour.js';
import { Program } from '../support/program.js';

const GOOD = '{ executives { edges { cursor } } viewer { permissions } }';
const WRITE = 'mutation { setLeadershipLevels(names: ["Director"]) { id } }';
const PATIENCE_MS = 2000;

async function timed<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
  return result;
}

describe('when the database is away', () => {
  const collected = new CollectedLog();
  let detour: Detour;
  let program: Program;
  let token: string;
  beforeAll(async () => {
    detour = await Detour.to(process.env['TEST_DATABASE_URL'] ?? '');
    program = await Program.start({ pool: 4, detour: (url) => detour.urlOf(url) }, collected.log);
    token = await (await program.organization()).administrator();
    await program.app.listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    await detour.recover();
    await expectGood();
  });
  afterAll(async () => {
    await program[Symbol.asyncDispose]();
    await detour[Symbol.asyncDispose]();
  });

  const codesOf = (query: string) => timed(async () => (await program.as(token, query)).codes);
  async function ofRoute() {
    const headers = { authorization: `Bearer ${token}` };
    const address = `${await program.app.getUrl()}/schema.graphql`;
    const response = await timed(() => fetch(address, { headers }));
    return { status: response.status, code: (await response.json()).code };
  }
  async function health(which: 'live' | 'ready') {
    const response = await timed(async () => fetch(`${await program.app.getUrl()}/health/${which}`));
    return { status: response.status, body: await response.json() };
  }
  /** It comes back by itself, within a few attempts: each takes a broken connection out of the pool. */
  async function expectGood(): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop
      if ((await program.as(token, GOOD)).codes.length === 0) return;
    }
    expect((await program.as(token, GOOD)).codes).toEqual([]);
    expect((await health('ready')).status).toBe(200);
  }
  const several = (query: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => codesOf(query)));

  it('says so within two seconds when it is gone, and answers again when it is back', async () => {
    await several(GOOD, 8);
    await detour.close();
    expect(new Set((await several(GOOD, 8)).flat())).toEqual(new Set(['SERVICE_UNAVAILABLE']));
    expect(await codesOf(WRITE)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(await ofRoute()).toEqual({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    await detour.recover();
    expect(await codesOf(GOOD)).toEqual([]);
  });

  it('says so within two seconds when it hangs, to however many ask', async () => {
    await several(GOOD, 8);
    detour.hang();
    expect(new Set((await several(GOOD, 12)).flat())).toEqual(new Set(['SERVICE_UNAVAILABLE']));
    expect(await codesOf(WRITE)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(await ofRoute()).toEqual({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    await detour.recover();
    expect(await codesOf(GOOD)).toEqual([]);
  });

  it('is alive without it, and not ready', async () => {
    expect(await health('ready')).toEqual({ status: 200, body: { status: 'ready' } });
    await detour.close();
    expect(await health('live')).toEqual({ status: 200, body: { status: 'live' } });
    expect(await health('ready')).toEqual({
      status: 503,
      body: { status: 'unavailable', reason: 'The database does not answer. Try again shortly.' },
    });
    await detour.recover();
    detour.hang();
    expect(await health('live')).toEqual({ status: 200, body: { status: 'live' } });
    const probes = await Promise.all([health('ready'), health('ready')]);
    expect(probes.map(({ status }) => status)).toEqual([503, 503]);
    await detour.recover();
    expect((await health('ready')).status).toBe(200);
  });

  it('is not ready without a migration that it needs', async () => {
    const [last] = await program.owner.query(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING *',
    );
    expect(await health('ready')).toEqual({
      status: 503,
      body: { status: 'unavailable', reason: `Migrations are missing: ${last[0].name}.` },
    });
    await program.owner.query('INSERT INTO migrations VALUES ($1, $2, $3)', Object.values(last[0]));
    expect((await health('ready')).status).toBe(200);
  });

  it('never asks it to know that it is alive', async () => {
    expect(await program.countQueries(() => health('live'))).toBe(0);
  });

  it('tells those who watch the log, and no accident', () => {
    expect(collected.named('unavailable').length).toBeGreaterThan(10);
    expect(collected.named('accident')).toEqual([]);
  });
});
