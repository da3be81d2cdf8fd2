import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DesignTable, designWorld } from '../support/cohort-designs.js';
import type { DesignWorld } from '../support/cohort-designs.js';
import { Program } from '../support/program.js';
import { knockFrom, listening, Subscriber } from '../support/subscriber.js';
import { until } from '../support/until.js';

const PROGRESS = 'subscription P($id: ID!) { cohortRunProgress(id: $id) { id status progress objective } }';
const DEEP = `subscription P($id: ID!) { cohortRunProgress(id: $id) { copiedFrom { copiedFrom { copiedFrom { copiedFrom { copiedFrom { copiedFrom { copiedFrom { copiedFrom { copiedFrom { id } } } } } } } } } } }`;

describe('the progress of a run', () => {
  let program: Program;
  let host: string;
  let world: DesignWorld;
  let table: DesignTable;
  const subscribers: Subscriber[] = [];
  beforeAll(async () => {
    program = await Program.start();
    host = await listening(program);
    world = await designWorld(program, 2);
    table = new DesignTable(program, world.designer);
  });
  afterAll(async () => {
    await Promise.all(subscribers.map((each) => each.close()));
    await program[Symbol.asyncDispose]();
  });

  const subscriber = (token: string | null): Subscriber => {
    const one = new Subscriber(host, token);
    subscribers.push(one);
    return one;
  };
  /** What a worker does to the row of a job. */
  const job = (id: string, set: string) =>
    program.db.query(`UPDATE job SET ${set}, changed_at = clock_timestamp() WHERE id = $1`, [id]);
  const run = async (): Promise<string> => {
    const { id } = await table.create(world.cohorts);
    return (await table.start(id)).id;
  };

  it('is told at once, after every change, and until the run has ended', async () => {
    const id = await run();
    const seen: string[] = [];
    const heard = subscriber(world.designer).hear(PROGRESS, { id }, ({ status, progress }) =>
      seen.push(`${status} ${progress}`),
    );
    await until('the first event', async () => seen.length === 1);
    await job(id, `status = 'RUNNING', progress = 0.25`);
    await until('the second event', async () => seen.length === 2);
    await world.org.within((tx) => tx.query('UPDATE cohort_run SET objective = 1.5 WHERE id = $1', [id]));
    await job(id, `progress = 0.5`);
    await until('the third event', async () => seen.length === 3);
    await job(id, `status = 'CANCELLED'`);
    const { events, code } = await heard;
    expect(code).toBeNull();
    expect(seen).toEqual(['QUEUED 0', 'RUNNING 0.25', 'RUNNING 0.5', 'CANCELLED 0.5']);
    expect(events[2]).toEqual({ id, status: 'RUNNING', progress: 0.5, objective: 1.5 });
    const again = await subscriber(world.designer).hear(PROGRESS, { id });
    expect(again.events).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('is for designers of the organization only, and not for whoever shows nothing', async () => {
    const id = await run();
    const code = async (token: string | null, query = PROGRESS) =>
      (await subscriber(token).hear(query, { id })).code;
    expect(await code(null)).toBe('UNAUTHENTICATED');
    expect(await code('ald_wrong')).toBe('UNAUTHENTICATED');
    expect(await code(await world.org.tokenOf(['EXECUTIVE_VIEWER']))).toBe('FORBIDDEN');
    expect(await code(await world.org.tokenOf(['DESIGNER'], [world.units[0]]))).toBe('NOT_FOUND');
    expect(await code(await (await program.organization()).designer())).toBe('NOT_FOUND');
  });

  it('ends when the role or the token that began it is revoked', async () => {
    const id = await run();
    const person = await world.org.person(`Person ${crypto.randomUUID()}`, ['DESIGNER']);
    let events = 0;
    const heard = subscriber(await world.org.token(person)).hear(PROGRESS, { id }, () => (events += 1));
    await until('the first event', async () => events === 1);
    await world.org.within((tx) =>
      tx.query('DELETE FROM role_grant WHERE person_id = $1', [person.personId]),
    );
    await job(id, `progress = 0.1`);
    expect((await heard).code).toBe('FORBIDDEN');
  });

  it('is refused when the document is not valid or too deep', async () => {
    const id = await run();
    const one = subscriber(world.designer);
    expect(
      (await one.hear('subscription P($id: ID!) { cohortRunProgress(id: $id) { nonsense } }', { id })).code,
    ).toBe('INVALID_INPUT');
    expect((await one.hear(DEEP, { id })).code).toBe('INVALID_INPUT');
    expect((await one.hear('{ cohortDesigns { id } }', {})).code).not.toBeNull();
  });

  it('is not told to pages of other sites', async () => {
    expect(await knockFrom(host, 'https://elsewhere.example')).toBe(403);
    expect(await knockFrom(host, `http://${host}`)).toBe(101);
  });

  it('lets one person watch so many at a time and no more, and holds no connection between events', async () => {
    const id = await run();
    const one = subscriber(await world.org.designer());
    let first = 0;
    const heard = Array.from({ length: 20 }, () => one.hear(PROGRESS, { id }, () => (first += 1)));
    await until('every first event', async () => first === 20);
    expect((await one.hear(PROGRESS, { id })).code).toBe('RATE_LIMITED');
    const idle = await until('the snapshots to end', async () => {
      const [{ count }] = await program.owner.query(
        `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      return count === 0 && 'none';
    });
    expect(idle).toBe('none');
    await job(id, `status = 'CANCELLED'`);
    expect((await Promise.all(heard)).map(({ code }) => code)).toEqual(heard.map(() => null));
  });

  it('ends soon when the process does', async () => {
    const other = await Program.start();
    const there = await listening(other);
    const { designer, cohorts } = await designWorld(other, 2);
    const desk = new DesignTable(other, designer);
    const { id } = await desk.start((await desk.create(cohorts)).id);
    let events = 0;
    const one = new Subscriber(there, designer);
    const heard = one.hear(PROGRESS, { id }, () => (events += 1));
    await until('the first event', async () => events === 1);
    const asked = Date.now();
    await other[Symbol.asyncDispose]();
    expect(Date.now() - asked).toBeLessThan(5000);
    expect((await heard).events).toHaveLength(1);
    await one.close();
  });
});
