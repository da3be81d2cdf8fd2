import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry, LinkedAccount, OrganizationSetting, Person, PersonIdentity } from '@alidade/database';
import { generateKeyPair } from 'jose';
import { setTimeout as pause } from 'node:timers/promises';
import { SignInService } from '../../apps/api/src/sign-in/sign-in.service.js';
import { Browser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { IdentityProvider } from '../support/identity-provider.js';
import type { TestOrganization, TestPerson } from '../support/organization.js';
import { Program } from '../support/program.js';

const OWN_ID = '{ viewer { person { id } } }';
const ACCOUNTS =
  'query Accounts($personId: ID!) { linkedAccounts(personId: $personId) { id issuer linkedAt } }';
const UNLINK = 'mutation Unlink($id: ID!) { unlinkAccount(id: $id) { id } }';
const LONG_AGO = '2020-01-01';

async function whoIs(browser: Browser): Promise<string | undefined> {
  const { text } = await browser.open('/graphql', {
    method: 'POST',
    body: JSON.stringify({ query: OWN_ID }),
    headers: { 'content-type': 'application/json' },
  });
  return JSON.parse(text).data?.viewer.person.id;
}

const linksOf = ({ organizationId }: TestPerson, org: TestOrganization) =>
  org.within((tx) => tx.findBy(LinkedAccount, { organizationId }));

const trailOf = (org: TestOrganization) =>
  org.within(async (tx) => {
    const entries = await tx.findBy(AuditEntry, { organizationId: org.organizationId });
    return entries.map(({ action, actorId, subjectId, detail }) => ({
      action,
      actorId,
      subjectId,
      reason: detail['reason'],
    }));
  });

describe('an account of the identity provider', () => {
  let identity: IdentityProvider;
  let program: Program;
  let home: string;
  let organizations = 0;
  beforeAll(async () => {
    const port = await freePort();
    home = `http://127.0.0.1:${port}`;
    identity = await IdentityProvider.start(home);
    program = await Program.start({ port, environment: identity.environment });
    await program.app.listen(port, '127.0.0.1');
  });
  afterAll(async () => {
    await program[Symbol.asyncDispose]();
    await identity[Symbol.asyncDispose]();
  });

  async function organization(): Promise<{ org: TestOrganization; slug: string }> {
    organizations += 1;
    const slug = `organization-${organizations}`;
    return { org: await program.organization(slug), slug };
  }

  /** An account nobody has seen before. @returns its subject */
  function account(email: string, verified = true): string {
    const subject = `subject-${crypto.randomUUID()}`;
    identity.accounts.set(subject, { email, verified });
    return subject;
  }

  async function signIn(slug: string, subject: string): Promise<Browser & { status: number }> {
    const browser = new Browser(home);
    const form = await browser.open(`/auth/sign-in?organization=${slug}`);
    const { status } = await browser.submit(form, { account: subject });
    return Object.assign(browser, { status });
  }

  it('is linked by the verified address at its first sign-in, and that is on record', async () => {
    const { org, slug } = await organization();
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    const subject = account('Ana@Example.org');
    expect(await whoIs(await signIn(slug, subject))).toBe(ana.personId);
    expect(await linksOf(ana, org)).toMatchObject([
      { personId: ana.personId, issuer: identity.issuer, subject },
    ]);
    const { personId } = ana;
    expect(await trailOf(org)).toEqual([
      { action: 'ACCOUNT_LINKED', actorId: personId, subjectId: personId, reason: undefined },
    ]);
  });

  it('stays linked whatever becomes of the address, at the provider and in the directory', async () => {
    const { org, slug } = await organization();
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    const subject = account('ana@example.org');
    await signIn(slug, subject);
    identity.accounts.set(subject, { email: 'ana.melo@elsewhere.example', verified: false });
    await org.within((tx) =>
      tx.update(
        PersonIdentity,
        { organizationId: ana.organizationId, personId: ana.personId },
        { email: 'new@example.org' },
      ),
    );
    expect(await whoIs(await signIn(slug, subject))).toBe(ana.personId);
    expect(await linksOf(ana, org)).toHaveLength(1);
  });

  it('does not get in with an address that another account was linked by', async () => {
    const { org, slug } = await organization();
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    const first = account('ana@example.org');
    await signIn(slug, first);
    identity.accounts.set(first, { email: 'ana.melo@example.org', verified: true });
    const second = await signIn(slug, account('ana@example.org'));
    expect(second.status).toBe(401);
    expect(await whoIs(second)).toBeUndefined();
    expect(await linksOf(ana, org)).toHaveLength(1);
    expect(await trailOf(org)).toContainEqual({
      action: 'SIGN_IN_REFUSED',
      actorId: null,
      subjectId: ana.personId,
      reason: 'HAS_ANOTHER_ACCOUNT',
    });
  });

  it('is the only one let in of several that come with one address at the same moment', async () => {
    const { org, slug } = await organization();
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    const service = program.app.get(SignInService);
    const arrive = (subject: string) =>
      service.open(slug, { issuer: identity.issuer, subject, verifiedMail: 'ana@example.org' });
    // Nobody can link before all have come as far as they get.
    const { arriving } = await org.within(async (tx) => {
      await tx.query('LOCK TABLE linked_account IN SHARE MODE');
      const started = Promise.allSettled(['a', 'b', 'c', 'd'].map(arrive));
      await pause(500);
      return { arriving: started };
    });
    const all = await arriving;
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await linksOf(ana, org)).toHaveLength(1);
  });

  it.each([
    ['an address that is not verified', 'MAIL_NOT_VERIFIED', false],
    ['an address that nobody has', 'MAIL_UNKNOWN', true],
  ])('is not linked by %s', async (_what, reason, verified) => {
    const { org, slug } = await organization();
    await org.person('Ana Duarte', [], 'ana@example.org');
    const email = verified ? 'nobody@example.org' : 'ana@example.org';
    expect(await signIn(slug, account(email, verified))).toMatchObject({ status: 401 });
    expect(await trailOf(org)).toEqual([
      { action: 'SIGN_IN_REFUSED', actorId: null, subjectId: null, reason },
    ]);
  });

  it('is not linked where the administrator does not allow it, but stays where it was', async () => {
    const { org, slug } = await organization();
    const { organizationId } = org;
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    await org.person('Rui Melo', [], 'rui@example.org');
    const subject = account('ana@example.org');
    await signIn(slug, subject);
    await org.within((tx) =>
      tx.update(OrganizationSetting, { organizationId }, { linksAccountsByMail: false }),
    );
    expect(await signIn(slug, account('rui@example.org'))).toMatchObject({ status: 401 });
    expect(await whoIs(await signIn(slug, subject))).toBe(ana.personId);
    expect(await trailOf(org)).toContainEqual(expect.objectContaining({ reason: 'LINKING_NOT_ALLOWED' }));
  });

  it('opens nothing for somebody who has left, and what they had open ends', async () => {
    const { org, slug } = await organization();
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    const rui = await org.person('Rui Melo', [], 'rui@example.org');
    const leave = ({ organizationId, personId }: TestPerson) =>
      org.within((tx) => tx.update(Person, { organizationId, id: personId }, { leftOn: LONG_AGO }));
    const subject = account('ana@example.org');
    const session = await signIn(slug, subject);
    expect(await whoIs(session)).toBe(ana.personId);
    await leave(ana);
    expect(await whoIs(session)).toBeUndefined();
    expect(await signIn(slug, subject)).toMatchObject({ status: 401 });
    await leave(rui);
    expect(await signIn(slug, account('rui@example.org'))).toMatchObject({ status: 401 });
    const refusals = (await trailOf(org)).filter(({ reason }) => reason === 'HAS_LEFT');
    expect(refusals.map(({ subjectId }) => subjectId)).toEqual([ana.personId, rui.personId]);
  });

  it('opens nothing in an organization that its person does not belong to', async () => {
    const [here, elsewhere] = [await organization(), await organization()];
    await here.org.person('Ana Duarte', [], 'ana@example.org');
    const subject = account('ana@example.org');
    await signIn(here.slug, subject);
    expect(await signIn(elsewhere.slug, subject)).toMatchObject({ status: 401 });
    expect(await signIn('no-such-organization', subject)).toMatchObject({ status: 401 });
  });

  it('is unlinked by an administrator, which ends what is open and lets another account in', async () => {
    const { org, slug } = await organization();
    const ana = await org.person('Ana Duarte', [], 'ana@example.org');
    const administrator = await org.administrator();
    const [first, second] = [account('ana@example.org'), account('ana@example.org')];
    const session = await signIn(slug, first);
    const token = await org.token(ana);
    const { personId } = ana;
    const { data } = await program.as(administrator, ACCOUNTS, { personId });
    expect(data.linkedAccounts).toMatchObject([{ issuer: identity.issuer }]);
    const { id } = data.linkedAccounts[0];
    expect((await program.as(administrator, UNLINK, { id })).data.unlinkAccount).toEqual({ id });
    expect(await whoIs(session)).toBeUndefined();
    expect((await program.as(token, OWN_ID)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await whoIs(await signIn(slug, second))).toBe(personId);
    expect(await signIn(slug, first)).toMatchObject({ status: 401 });
    expect((await trailOf(org)).map(({ action }) => action).toSorted()).toEqual([
      'ACCOUNT_LINKED',
      'ACCOUNT_LINKED',
      'ACCOUNT_UNLINKED',
      'SIGN_IN_REFUSED',
    ]);
  });

  it('leaves no address in the audit trail', async () => {
    const { org, slug } = await organization();
    await org.person('Ana Duarte', [], 'ana@example.org');
    await signIn(slug, account('ana@example.org'));
    await signIn(slug, account('nobody@example.org'));
    await signIn(slug, account('ana@example.org', false));
    const entries = await org.within((tx) => tx.findBy(AuditEntry, { organizationId: org.organizationId }));
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toMatch(/@|Duarte|subject-/);
  });

  describe('of which the ID token', () => {
    const spoiled = {
      'was signed by somebody else': async () => ({ key: (await generateKeyPair('RS256')).privateKey }),
      'was made for another application': async () => ({ claims: { aud: 'another' } }),
      'was issued by somebody else': async () => ({ claims: { iss: 'https://other.example' } }),
      'has expired': async () => ({ claims: { exp: Math.floor(Date.now() / 1000) - 600 } }),
      'answers another departure': async () => ({ claims: { nonce: 'of-somebody-else' } }),
      'is another than the one user information is about': async () => ({ claims: { sub: 'another' } }),
    };
    it.each(Object.entries(spoiled))('%s opens nothing', async (_what, how) => {
      const { org, slug } = await organization();
      await org.person('Ana Duarte', [], 'ana@example.org');
      const subject = account('ana@example.org');
      identity.spoil = await how();
      try {
        expect(await signIn(slug, subject)).toMatchObject({ status: 401 });
      } finally {
        identity.spoil = null;
      }
      expect(await trailOf(org)).toEqual([]);
      expect(await whoIs(await signIn(slug, subject))).toBeDefined();
    });
  });
});
