import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, Posting } from '@alidade/database';
import request from 'supertest';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';

const SET = `mutation Set($names: [String!]!) {
  setLeadershipLevels(names: $names) { id name leadershipLevels { id name rank } } }`;
const NAMES = ['Director', 'Vice President'];
const codesOf = (body: any): string[] => (body.errors ?? []).map((error: any) => error.extensions.code);

describe('a mutation with an Idempotency-Key', () => {
  let program: Program;
  let org: TestOrganization;
  let token: string;
  beforeAll(async () => {
    program = await Program.start();
  });
  beforeEach(async () => {
    org = await program.organization();
    token = await org.administrator();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  async function send(key: string, names: readonly string[] = NAMES, as = token, query = SET) {
    const { body } = await request(program.app.getHttpServer())
      .post('/graphql')
      .set('authorization', `Bearer ${as}`)
      .set('idempotency-key', key)
      .send({ query, variables: { names } });
    return body;
  }
  const timesDone = () => {
    const { organizationId } = org;
    return org.within((tx) => tx.countBy(AuditEntry, { organizationId, action: 'LEADERSHIP_LEVELS_SET' }));
  };

  it('answers the same again, down to the fields below, and is done once', async () => {
    const first = await send('k');
    expect(first.data.setLeadershipLevels.leadershipLevels).toHaveLength(2);
    for (let i = 0; i < 4; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await send('k')).toEqual(first);
    }
    expect(await timesDone()).toBe(1);
  });

  it('is done once when it is sent several times at once', async () => {
    const bodies = await Promise.all(Array.from({ length: 6 }, () => send('k')));
    expect(bodies.flatMap(codesOf)).toEqual([]);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(await timesDone()).toBe(1);
  });

  it('is done each time under keys of their own, and without any', async () => {
    await send('a');
    await send('b');
    await program.as(token, SET, { names: NAMES });
    await program.as(token, SET, { names: NAMES });
    expect(await timesDone()).toBe(4);
  });

  it('is refused with CONFLICT when the key was sent with another body', async () => {
    await send('k');
    expect(codesOf(await send('k', ['Director']))).toEqual(['CONFLICT']);
    expect(codesOf(await send('k', NAMES, token, `${SET} `))).toEqual(['CONFLICT']);
    expect(await timesDone()).toBe(1);
  });

  it('is not mixed up with that of another person, here or elsewhere', async () => {
    const elsewhere = await program.organization();
    await send('k');
    await send('k', ['Director'], await org.administrator());
    const { data } = await send('k', ['Director'], await elsewhere.administrator());
    expect(data.setLeadershipLevels.id).toBe(elsewhere.organizationId);
    expect(await timesDone()).toBe(2);
  });

  it('can be sent again under its key after it failed', async () => {
    const { organizationId } = org;
    await org.post(await org.person('Ana Duarte'), { level: await org.level('Partner') });
    expect(codesOf(await send('k'))).toEqual(['INVALID_INPUT']);
    await org.within((tx) => tx.delete(Posting, { organizationId }));
    expect(codesOf(await send('k'))).toEqual([]);
    expect(await timesDone()).toBe(1);
  });

  it('is not answered any more to somebody who may no longer do it', async () => {
    await send('k');
    await org.within((tx) => tx.query('DELETE FROM role_grant'));
    expect(codesOf(await send('k'))).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['a key that cannot be one', 'with space', SET],
    ['two mutations', 'k', SET.replace('{ id', '{ id } other: setLeadershipLevels(names: $names) { id')],
    [
      'two mutations, one in a fragment',
      'k',
      `mutation Set($names: [String!]!) { ...one two: setLeadershipLevels(names: $names) { id } }
       fragment one on Mutation { setLeadershipLevels(names: $names) { id } }`,
    ],
  ])('is refused before anything is done with %s', async (_what, key, query) => {
    expect(codesOf(await send(key, NAMES, token, query))).toEqual(['INVALID_INPUT']);
    expect(await timesDone()).toBe(0);
  });
});
