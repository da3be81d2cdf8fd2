import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from '@alidade/database';
import type { Unit } from '@alidade/database';
import type { TestOrganization, TestPerson } from '../support/organization.js';
import { Program } from '../support/program.js';

const PERMISSIONS = '{ viewer { permissions scope { id } } }';
const GRANT = `mutation Grant($personId: ID!, $role: String!, $unitIds: [ID!]) {
  grantRole(personId: $personId, role: $role, unitIds: $unitIds) { id name } }`;
const REVOKE = `mutation Revoke($personId: ID!, $role: String!) {
  revokeRole(personId: $personId, role: $role) { id } }`;
const GRANTS =
  'query Grants($personId: ID!) { roleGrants(personId: $personId) { role units { id } grantedAt } }';
const TRAIL = `query Trail($subjectId: ID, $first: Int, $after: String) {
  auditTrail(subjectId: $subjectId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { action actor { id } subjectId recordedAt details { name values } } } } }`;

describe('a role', () => {
  let program: Program;
  let org: TestOrganization;
  let administrator: TestPerson;
  let token: string;
  let rui: TestPerson;
  let unit: Unit;
  let team: Unit;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    org = await program.organization();
    administrator = await org.person('Ana Duarte', ['ADMINISTRATOR']);
    token = await org.token(administrator);
    rui = await org.person('Rui Melo');
    unit = await org.unit('Operations');
    team = await org.unit('Planning', unit);
    await org.post(rui, { unit: team });
  });

  const grant = async (role: string, unitIds?: readonly string[], as = token, personId = rui.personId) =>
    program.as(as, GRANT, { personId, role, unitIds });
  const revoke = async (role: string, as = token, personId = rui.personId) =>
    program.as(as, REVOKE, { personId, role });
  const grantsOf = async (personId = rui.personId, as = token) =>
    (await program.as(as, GRANTS, { personId })).data.roleGrants.map(({ role, units }: any) => [
      role,
      units.map(({ id }: any) => id),
    ]);
  const trail = async (variables: object = {}) =>
    (await program.as(token, TRAIL, variables)).data.auditTrail.edges.map(({ node }: any) => node);

  const seenBy = async (asker: string) =>
    (await program.as(asker, TRAIL)).data.auditTrail.edges.map(({ node }: any) => node.subjectId);
  const change = (sql: string) => org.within((tx) => tx.query(sql));
  const countOfTrail = () => program.countQueries(() => trail());

  it('holds from the next request on, and until it is revoked', async () => {
    const hers = await org.token(rui);
    const mine = async () => (await program.as(hers, PERMISSIONS)).data.viewer.permissions;
    expect(await mine()).toEqual([]);
    expect((await grant('Executive viewer')).data.grantRole).toEqual({ id: rui.personId, name: 'Rui Melo' });
    expect(await mine()).toEqual(['READINESS_VIEW']);
    expect((await revoke('EXECUTIVE_VIEWER')).codes).toEqual([]);
    expect(await mine()).toEqual([]);
  });

  it('holds in the units named, and again granted in place of them', async () => {
    await grant('DESIGNER', [unit.id]);
    expect(await grantsOf()).toEqual([['DESIGNER', [unit.id]]]);
    await grant('designer', [team.id, team.id]);
    expect(await grantsOf()).toEqual([['DESIGNER', [team.id]]]);
    const { data } = await program.as(await org.token(rui), PERMISSIONS);
    expect(data.viewer.scope).toEqual([{ id: team.id }]);
    await grant('DESIGNER', []);
    expect(await grantsOf()).toEqual([['DESIGNER', []]]);
  });

  it('is refused when nobody knows it, naming those there are', async () => {
    const { codes, errors } = await grant('Emperor');
    expect(codes).toEqual(['INVALID_INPUT']);
    expect(errors[0].message).toMatch(/Emperor.*ADMINISTRATOR.*DESIGNER.*IMPORT_RATINGS/);
    expect(errors[0].extensions.fields).toMatchObject([{ path: 'role' }]);
    expect((await revoke('Emperor')).codes).toEqual(['INVALID_INPUT']);
  });

  it.each(['Participant', 'MANAGER', 'rater'])(
    'is not granted when the directory makes it: %s',
    async (role) => {
      const { codes, errors } = await grant(role);
      expect(codes).toEqual(['INVALID_INPUT']);
      expect(errors[0].message).toContain('directory');
    },
  );

  it('is for a person and units of the organization', async () => {
    const other = await program.organization();
    const stranger = await other.person('Eva Prado');
    const foreign = await other.unit();
    const none = crypto.randomUUID();
    const codes = [
      (await grant('DESIGNER', [], token, stranger.personId)).codes,
      (await grant('DESIGNER', [], token, none)).codes,
      (await grant('DESIGNER', [], token, 'nonsense')).codes,
      (await grant('DESIGNER', [foreign.id])).codes,
      (await grant('DESIGNER', [unit.id, none])).codes,
      (await grant('DESIGNER', ['nonsense'])).codes,
      (await revoke('DESIGNER', token, stranger.personId)).codes,
      (await program.as(token, GRANTS, { personId: stranger.personId })).codes,
    ];
    expect(codes).toEqual(codes.map(() => ['NOT_FOUND']));
    expect(await grantsOf()).toEqual([]);
  });

  it('of administrator is not taken from the last one of the whole organization, nor narrowed', async () => {
    const { personId } = administrator;
    const lose = async () => [
      (await revoke('ADMINISTRATOR', token, personId)).codes,
      (await grant('ADMINISTRATOR', [unit.id], token, personId)).codes,
    ];
    expect(await lose()).toEqual([['CONFLICT'], ['CONFLICT']]);
    await grant('ADMINISTRATOR', [unit.id]);
    expect(await lose()).toEqual([['CONFLICT'], ['CONFLICT']]);
    await grant('ADMINISTRATOR');
    await org.within((tx) =>
      tx.update(Person, { organizationId: rui.organizationId, id: rui.personId }, { leftOn: '2020-01-01' }),
    );
    expect(await lose()).toEqual([['CONFLICT'], ['CONFLICT']]);
    await grant('ADMINISTRATOR', [], token, (await org.person('Eva Prado')).personId);
    expect((await revoke('ADMINISTRATOR', token, personId)).codes).toEqual([]);
  });

  it('of administrator stays with one of two who take it from each other at once', async () => {
    await grant('ADMINISTRATOR');
    const hers = await org.token(rui);
    const both = await Promise.all([
      revoke('ADMINISTRATOR', token, rui.personId),
      revoke('ADMINISTRATOR', hers, administrator.personId),
    ]);
    expect(both.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    const holders = await org.within((tx) => tx.query(`SELECT FROM role_grant WHERE role = 'ADMINISTRATOR'`));
    expect(holders).toHaveLength(1);
  });

  it('is granted once when two grant it at once', async () => {
    const both = await Promise.all([grant('COACH', [unit.id]), grant('COACH', [unit.id])]);
    expect(both.flatMap(({ codes }) => codes)).toEqual([]);
    expect(await grantsOf()).toEqual([['COACH', [unit.id]]]);
    expect(await trail({ subjectId: rui.personId })).toHaveLength(1);
  });

  it('is revoked without a word when the person does not hold it', async () => {
    expect((await revoke('COACH')).codes).toEqual([]);
    expect(await trail()).toEqual([]);
  });

  describe('granted by an administrator of some units', () => {
    let scoped: string;
    beforeEach(async () => {
      scoped = await org.tokenOf(['ADMINISTRATOR'], [unit]);
    });

    it('holds within those units only', async () => {
      const elsewhere = await org.unit('Sales');
      expect((await grant('DESIGNER', [team.id], scoped)).codes).toEqual([]);
      expect((await grant('DESIGNER', [unit.id, elsewhere.id], scoped)).codes).toEqual(['NOT_FOUND']);
      expect((await grant('DESIGNER', [], scoped)).codes).toEqual(['FORBIDDEN']);
      expect((await grant('DESIGNER', undefined, scoped)).codes).toEqual(['FORBIDDEN']);
      expect(await grantsOf()).toEqual([['DESIGNER', [team.id]]]);
    });

    it('is for people of those units only', async () => {
      const outside = await org.person('Eva Prado');
      await org.post(outside, { unit: await org.unit('Sales') });
      const nowhere = await org.person('Ivo Ramos');
      for (const { personId } of [outside, nowhere]) {
        const codes = [
          // oxlint-disable-next-line no-await-in-loop
          (await grant('DESIGNER', [unit.id], scoped, personId)).codes,
          // oxlint-disable-next-line no-await-in-loop
          (await revoke('DESIGNER', scoped, personId)).codes,
          // oxlint-disable-next-line no-await-in-loop
          (await program.as(scoped, GRANTS, { personId })).codes,
        ];
        expect(codes).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']]);
      }
      expect(await grantsOf(rui.personId, scoped)).toEqual([]);
    });

    it('does not touch one that reaches further', async () => {
      await grant('DESIGNER');
      await grant('COACH', [team.id, (await org.unit('Sales')).id]);
      const before = await grantsOf();
      expect((await grant('DESIGNER', [team.id], scoped)).codes).toEqual(['FORBIDDEN']);
      expect((await revoke('DESIGNER', scoped)).codes).toEqual(['FORBIDDEN']);
      expect((await revoke('COACH', scoped)).codes).toEqual(['FORBIDDEN']);
      expect(await grantsOf()).toEqual(before);
    });
  });

  describe('in the audit trail', () => {
    it('is there with every change, newest first: who, to whom, what, where', async () => {
      await grant('DESIGNER', [unit.id]);
      await grant('DESIGNER', [unit.id]); // Changes nothing.
      await grant('DESIGNER', [team.id]);
      await revoke('DESIGNER');
      const [revoked, changed, granted, ...more] = await trail();
      expect(more).toEqual([]);
      const who = { actor: { id: administrator.personId }, subjectId: rui.personId };
      const role = { name: 'role', values: ['DESIGNER'] };
      expect(granted).toMatchObject({
        ...who,
        action: 'ROLE_GRANTED',
        details: expect.arrayContaining([role, { name: 'unitIds', values: [unit.id] }]),
      });
      expect(changed).toMatchObject({
        details: expect.arrayContaining([
          { name: 'unitIds', values: [team.id] },
          { name: 'unitIdsBefore', values: [unit.id] },
        ]),
      });
      expect(revoked).toMatchObject({ ...who, action: 'ROLE_REVOKED' });
    });

    it('is found by whom it concerns, page by page', async () => {
      await grant('DESIGNER');
      await grant('COACH');
      await grant('FACILITATOR');
      await grant('COACH', [], token, administrator.personId);
      const about = { subjectId: rui.personId, first: 2 };
      const { data } = await program.as(token, TRAIL, about);
      expect(data.auditTrail).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
      const rest = await trail({ ...about, after: data.auditTrail.pageInfo.endCursor });
      const roles = [...data.auditTrail.edges.map(({ node }: any) => node), ...rest].map(
        ({ details }) => details.find(({ name }: any) => name === 'role').values[0],
      );
      expect(roles).toEqual(['FACILITATOR', 'COACH', 'DESIGNER']);
      expect(await trail({ subjectId: crypto.randomUUID() })).toEqual([]);
      expect(await trail({ subjectId: 'nonsense' })).toEqual([]);
    });

    it('is there for an administrator of some units, of those units and their people', async () => {
      const elsewhere = await org.unit('Sales');
      const stranger = await org.person('Bo Lind');
      await org.post(stranger, { unit: elsewhere });
      await grant('COACH');
      await grant('COACH', [], token, stranger.personId);
      const seen = await seenBy(await org.tokenOf(['ADMINISTRATOR'], [unit]));
      expect(seen).toContain(rui.personId);
      expect(seen).not.toContain(stranger.personId);
      expect(await seenBy(await org.tokenOf(['ADMINISTRATOR'], [elsewhere]))).toEqual([stranger.personId]);
    });

    it('cannot be changed or taken out by the application', async () => {
      await grant('DESIGNER');
      await expect(change(`UPDATE audit_entry SET action = 'NOTHING'`)).rejects.toThrow(/permission denied/);
      await expect(change('DELETE FROM audit_entry')).rejects.toThrow(/permission denied/);
    });

    it('costs the same number of statements for one entry and for many', async () => {
      await grant('DESIGNER');
      const one = await countOfTrail();
      for (const role of ['COACH', 'FACILITATOR', 'EXECUTIVE_VIEWER', 'IMPORT_RATINGS'])
        // oxlint-disable-next-line no-await-in-loop
        await grant(role);
      expect(await countOfTrail()).toBe(one);
    });
  });
});
