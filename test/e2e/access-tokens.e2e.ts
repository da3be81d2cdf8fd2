import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Credential, CredentialKind, IdempotentWrite } from '@alidade/database';
import request from 'supertest';
import type { TestOrganization, TestPerson } from '../support/organization.js';
import { Program } from '../support/program.js';

const OWN_ID = '{ viewer { person { id } permissions } }';
const LIST = '{ accessTokens { id name createdAt expiresAt } }';
const CREATE = `mutation Create($name: String!, $days: Int!) {
  createAccessToken(name: $name, days: $days) { text accessToken { id name expiresAt } } }`;
const REVOKE = 'mutation Revoke($id: ID!) { revokeAccessToken(id: $id) { id name } }';
const TRAIL = '{ auditTrail { edges { node { action actor { id } subjectId details { name values } } } } }';
const DAY_MS = 86_400_000;

describe('a personal access token', () => {
  let program: Program;
  let org: TestOrganization;
  let ana: TestPerson;
  let token: string;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    org = await program.organization();
    ana = await org.person('Ana Duarte', ['ADMINISTRATOR']);
    token = await org.token(ana);
  });

  const create = async (name = 'a script', days = 30, as = token) =>
    (await program.as(as, CREATE, { name, days })).data.createAccessToken;

  const names = async (who: string) =>
    (await program.as(who, LIST)).data.accessTokens.map(({ name }: any) => name);

  it('is shown once, does what its owner may, and ends on its day', async () => {
    const { text, accessToken } = await create('a script', 30);
    const { data } = await program.as(text, OWN_ID);
    expect(data.viewer).toMatchObject({ person: { id: ana.personId } });
    expect(data.viewer.permissions).toContain('ROLE_GRANT');
    const days = (new Date(accessToken.expiresAt).getTime() - Date.now()) / DAY_MS;
    expect(days).toBeCloseTo(30, 2);
    const listed = await program.as(token, LIST);
    expect(listed.data.accessTokens).toContainEqual(expect.objectContaining({ name: 'a script' }));
    expect(JSON.stringify(listed.data)).not.toContain(text.split('_').slice(2).join('_'));
  });

  it('is kept as a hash only', async () => {
    const { text } = await create();
    const rows = await org.within((tx) =>
      tx.query('SELECT row_to_json(credential)::text AS text FROM credential'),
    );
    expect(JSON.stringify(rows)).not.toContain(text.split('_').slice(2).join('_'));
  });

  it.each([
    ['no day', 'x', 0],
    ['more than a year', 'x', 367],
    ['no name', ' ', 30],
    ['a name without end', 'x'.repeat(101), 30],
  ])('is refused with %s', async (_what, name, days) => {
    expect((await program.as(token, CREATE, { name, days })).codes).toEqual(['INVALID_INPUT']);
  });

  it('is listed for its owner only, and not with their sessions', async () => {
    await create('of Ana');
    await org.token(ana, CredentialKind.Session);
    const rui = await org.tokenOf(['ADMINISTRATOR']);
    expect(await names(token)).toEqual(['of Ana', null]);
    expect(await names(rui)).toEqual([null]);
  });

  it('opens nothing once revoked, by its owner and nobody else', async () => {
    const { text, accessToken } = await create();
    const { id } = accessToken;
    const colleague = await org.tokenOf(['ADMINISTRATOR']);
    const elsewhere = await (await program.organization()).administrator();
    for (const stranger of [colleague, elsewhere])
      // oxlint-disable-next-line no-await-in-loop
      expect((await program.as(stranger, REVOKE, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await program.as(text, OWN_ID)).codes).toEqual([]);
    expect((await program.as(token, REVOKE, { id })).data).toMatchObject({ revokeAccessToken: { id } });
    expect((await program.as(text, OWN_ID)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await program.as(token, REVOKE, { id })).codes).toEqual(['NOT_FOUND']);
  });

  it('may revoke itself, but no session', async () => {
    const { text, accessToken } = await create();
    expect((await program.as(text, REVOKE, { id: accessToken.id })).codes).toEqual([]);
    await org.token(ana, CredentialKind.Session);
    const session = await org.within((tx) =>
      tx.findOneByOrFail(Credential, { organizationId: ana.organizationId, kind: CredentialKind.Session }),
    );
    expect((await program.as(token, REVOKE, { id: session.id })).codes).toEqual(['NOT_FOUND']);
  });

  it('leaves a trace when it is made and when it is revoked, without its text and name', async () => {
    const { text, accessToken } = await create('Ana at home');
    const { id } = accessToken;
    await program.as(token, REVOKE, { id });
    const { data } = await program.as(token, TRAIL);
    const entries = data.auditTrail.edges.map(({ node }: any) => node);
    const actor = { id: ana.personId };
    expect(entries).toMatchObject([
      { action: 'ACCESS_TOKEN_REVOKED', actor, subjectId: id },
      { action: 'ACCESS_TOKEN_CREATED', actor, subjectId: id, details: [{ name: 'expiresAt' }] },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(
      new RegExp(`Ana at home|${text.split('_').slice(2).join('_')}`),
    );
  });

  it('is one token however often its making is sent, and nobody can read it meanwhile', async () => {
    const send = async () => {
      const { body } = await request(program.app.getHttpServer())
        .post('/graphql')
        .set({ authorization: `Bearer ${token}`, 'idempotency-key': 'once' })
        .send({ query: CREATE, variables: { name: 'once', days: 1 } });
      return body.data.createAccessToken;
    };
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
    expect((await program.as(second.text, OWN_ID)).codes).toEqual([]);
    expect((await program.as(token, LIST)).data.accessTokens).toHaveLength(2);
    const kept = await org.within((tx) => tx.findBy(IdempotentWrite, { organizationId: ana.organizationId }));
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(first.text.split('_').slice(2).join('_'));
  });

  it('is refused to somebody who has a hundred', async () => {
    for (let made = 1; made < 100; made += 1)
      // oxlint-disable-next-line no-await-in-loop
      await org.token(ana);
    expect((await program.as(token, CREATE, { name: 'one more', days: 1 })).codes).toEqual(['CONFLICT']);
  });
});
