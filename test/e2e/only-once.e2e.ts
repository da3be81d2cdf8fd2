import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetOldWrites, IdempotentWrite, inOrganization } from '@alidade/database';
import { createHash } from 'node:crypto';
import { Program } from '../support/program.js';
import type { TestPerson, TestOrganization } from '../support/organization.js';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

describe('a write that may happen only once', () => {
  let program: Program;
  let org: TestOrganization;
  let person: TestPerson;
  let done: number;
  let begun: () => void;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    org = await program.organization();
    person = await org.person('Ana Duarte');
    done = 0;
    begun = () => undefined;
  });

  /** @returns which time this was, and when */
  function write(key: string, { request = 'a', by = person, fails = false } = {}) {
    const once = { personId: by.personId, key, requestHash: hashOf(request) };
    return inOrganization(program.db, { organizationId: by.organizationId, once }, async (tx) => {
      begun(); // It holds the key by now.
      await tx.query('SELECT pg_sleep(0.2)');
      if (fails) throw new Error('changed my mind');
      done += 1;
      return { time: done, at: new Date() };
    });
  }

  const age = (hours: number) =>
    org.within((tx) =>
      tx.query(`UPDATE idempotent_write SET created_at = now() - $1 * interval '1 hour'`, [hours]),
    );

  it('answers the same again, as JSON, without being done again', async () => {
    const first = await write('k');
    expect(await write('k')).toEqual({ time: 1, at: first.at.toISOString() });
    expect(done).toBe(1);
  });

  it('is done once when it is sent several times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => write('k')));
    expect(answers.map(({ time }) => time)).toEqual([1, 1, 1, 1, 1]);
    expect(done).toBe(1);
  });

  it('is refused when its key was used for another request', async () => {
    await write('k');
    await expect(write('k', { request: 'b' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(done).toBe(1);
  });

  it('knows nothing of the keys of other people, here and elsewhere', async () => {
    await write('k');
    const elsewhere = await program.organization();
    expect(await write('k', { by: await org.person('Rui Melo') })).toMatchObject({ time: 2 });
    expect(await write('k', { by: await elsewhere.person('Ana Duarte') })).toMatchObject({ time: 3 });
  });

  it('can be tried again when it failed', async () => {
    await expect(write('k', { fails: true })).rejects.toThrow('changed my mind');
    expect(await write('k', { request: 'b' })).toMatchObject({ time: 1 });
  });

  it('is done by the second of two at once when the first fails', async () => {
    const holding = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = write('k', { fails: true });
    await holding;
    const second = write('k');
    await expect(first).rejects.toThrow('changed my mind');
    expect(await second).toMatchObject({ time: 1 });
  });

  it('keeps its key for a day', async () => {
    await write('k');
    await age(23.9);
    expect(await write('k')).toMatchObject({ time: 1 });
    await age(24.1);
    const again = await Promise.all([write('k', { request: 'b' }), write('k', { request: 'b' })]);
    expect(again).toMatchObject([{ time: 2 }, { time: 2 }]);
    await expect(write('k')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('leaves nothing behind after that day, whatever its organization', async () => {
    const { organizationId } = org;
    const kept = () => org.within((tx) => tx.countBy(IdempotentWrite, { organizationId }));
    await write('old');
    await age(24.1);
    await write('new');
    await forgetOldWrites(program.db);
    expect(await kept()).toBe(1);
  });
});
