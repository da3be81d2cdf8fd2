import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialKind, LinkedAccount, Person } from '@alidade/database';
import { generateKeyPair } from 'jose';
import request from 'supertest';
import { IdentityProvider } from '../support/identity-provider.js';
import type { Claimed } from '../support/identity-provider.js';
import type { TestOrganization, TestPerson } from '../support/organization.js';
import { Program } from '../support/program.js';

const OWN_ID = '{ viewer { person { id } } }';
const now = () => Math.floor(Date.now() / 1000);

describe('a bearer token', () => {
  let identity: IdentityProvider;
  let program: Program;
  let org: TestOrganization;
  let slug: string;
  let ana: TestPerson;
  const subject = 'ana-at-the-provider';
  beforeAll(async () => {
    identity = await IdentityProvider.start('http://127.0.0.1:9');
    program = await Program.start({ port: 9, environment: identity.environment });
    slug = 'here';
    org = await program.organization(slug);
    await program.organization('elsewhere');
    ana = await org.person('Ana Duarte');
    await link(ana, subject);
  });
  afterAll(async () => {
    await program[Symbol.asyncDispose]();
    await identity[Symbol.asyncDispose]();
  });

  async function link(person: TestPerson, account: string): Promise<void> {
    await org.within((tx) =>
      tx.insert(LinkedAccount, { ...person, issuer: identity.issuer, subject: account }),
    );
  }

  async function ask(authorization: string, headers: Record<string, string> = {}) {
    const { body } = await request(program.app.getHttpServer())
      .post('/graphql')
      .set({ authorization, ...headers })
      .send({ query: OWN_ID });
    return {
      id: body.data?.viewer.person.id,
      code: body.errors?.[0].extensions.code,
      message: body.errors?.[0].message,
    };
  }

  const headersOf = async (account: string) => ({
    authorization: `Bearer ${await identity.token(account)}`,
    'alidade-organization': slug,
  });
  const routesAnswer = async (account: string) => {
    const server = program.app.getHttpServer();
    const file = request(server)
      .post('/imports/people?dryRun=true')
      .set({ ...(await headersOf(account)), 'content-type': 'text/csv' })
      .send('external_id,name,email,unit\n');
    const schema = request(server)
      .get('/schema.graphql')
      .set(await headersOf(account));
    return [(await file).status, (await schema).status];
  };
  const withToken = async (token: string, organization: string | null = slug) =>
    ask(`Bearer ${token}`, organization === null ? {} : { 'alidade-organization': organization });

  it('of the provider is taken for the person its account is linked to', async () => {
    expect(await withToken(await identity.token(subject))).toMatchObject({ id: ana.personId });
  });

  it('is taken, or refused, by the routes beside GraphQL in the same way', async () => {
    const uploader = await org.person('Eva Prado', ['ADMINISTRATOR']);
    await link(uploader, 'eva');
    expect(await routesAnswer('eva')).toEqual([202, 200]);
    expect(await routesAnswer(subject)).toEqual([403, 200]);
    expect(await routesAnswer('a stranger')).toEqual([401, 401]);
  });

  it('may name the organization itself, and then opens no other', async () => {
    const token = await identity.token(subject, { claims: { organization: slug } });
    expect(await withToken(token, null)).toMatchObject({ id: ana.personId });
    expect(await withToken(token, 'elsewhere')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is told to name the organization where it may be one of several', async () => {
    expect(await withToken(await identity.token(subject), null)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('alidade-organization'),
    });
  });

  it('opens no organization in which its account is not linked, whatever is wished', async () => {
    const token = await identity.token(subject);
    expect(await withToken(token, 'elsewhere')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await withToken(token, 'no-such-organization')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await withToken(await identity.token('a stranger'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('opens nothing once its person has left', async () => {
    const rui = await org.person('Rui Melo');
    await link(rui, 'rui');
    const token = await identity.token('rui');
    expect(await withToken(token)).toMatchObject({ id: rui.personId });
    await org.within((tx) =>
      tx.update(Person, { organizationId: rui.organizationId, id: rui.personId }, { leftOn: '2020-01-01' }),
    );
    expect(await withToken(token)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  const foreign = generateKeyPair('RS256');
  const faulty = {
    'has expired': [async () => ({ claims: { exp: now() - 60 } }), /expired/],
    'never expires': [async () => ({ claims: { exp: null as any } }), /exp/],
    'is for another application': [async () => ({ claims: { aud: 'another' } }), /aud/],
    'was issued by somebody else': [
      async () => ({ claims: { iss: 'https://other.example' } }),
      /identity provider/,
    ],
    'was signed by somebody else': [async () => ({ key: (await foreign).privateKey }), /signature/],
    'was signed by a key the provider does not have': [
      async () => ({ header: { kid: 'unknown' } }),
      /signature/,
    ],
    'was signed with a secret anybody may know': [
      async () => ({ header: { alg: 'HS256' }, key: new TextEncoder().encode('k'.repeat(32)) }),
      /signature/,
    ],
    'does not hold yet': [async () => ({ claims: { nbf: now() + 600 } }), /nbf/],
    'is an ID token': [async () => ({ claims: { nonce: 'n' } }), /ID token/],
  } as const;
  it.each(Object.entries(faulty))('that %s is refused with the reason', async (_what, [how, reason]) => {
    const spoiled: Claimed = await how();
    const token = await identity.token(subject, spoiled);
    expect(await withToken(token)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(reason),
    });
  });

  it.each(['Bearer', 'Bearer ', 'Bearer opaque', 'Bearer a.b.c', 'Bearer two words', 'bearer ald_nonsense'])(
    'is refused when it is none: %s',
    async (authorization) => {
      expect(await ask(authorization)).toMatchObject({ code: 'UNAUTHENTICATED' });
    },
  );

  it('says of an opaque token which kinds can be checked', async () => {
    expect((await ask('Bearer 2YotnFZFEjr1zCsicMWpAA')).message).toMatch(/ald_.*JWT.*opaque/);
  });

  it('that opens nothing is not helped by a session that comes along', async () => {
    const session = await org.token(ana, CredentialKind.Session);
    const cookie = `alidade=${session}`;
    expect(await ask('', { cookie })).toMatchObject({ id: ana.personId });
    expect(await ask('Bearer opaque', { cookie })).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('may be a personal access token, and neither an expired one nor a session', async () => {
    const token = await org.token(ana);
    expect(await withToken(token, null)).toMatchObject({ id: ana.personId });
    const refused = [
      await org.token(ana, CredentialKind.AccessToken, -1),
      await org.token(ana, CredentialKind.Session),
      token.replace('ald_', 'als_'),
    ];
    for (const text of refused)
      // oxlint-disable-next-line no-await-in-loop
      expect(await withToken(text, null)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await ask('', { cookie: `alidade=${token}` })).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is answered with SERVICE_UNAVAILABLE when the provider cannot be asked for its keys', async () => {
    const gone = await IdentityProvider.start('http://127.0.0.1:9');
    const token = await gone.token(subject);
    await gone[Symbol.asyncDispose]();
    await using other = await Program.start({ port: 9, environment: gone.environment });
    const { codes } = await other.as(token, OWN_ID);
    expect(codes).toEqual(['SERVICE_UNAVAILABLE']);
  });
});
