import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { AuditEntry, PersonDiversity, PersonIdentity } from '@alidade/database';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';

const LEVELS = '{ organization { leadershipLevels { id name rank } } }';
const SET = `mutation Set($names: [String!]!) {
  setLeadershipLevels(names: $names) { leadershipLevels { id name rank } } }`;
const UPDATE = `mutation Update($timeZone: String, $linksAccountsByMail: Boolean) {
  updateOrganization(timeZone: $timeZone, linksAccountsByMail: $linksAccountsByMail) { timeZone linksAccountsByMail } }`;
const ERASE = 'mutation Erase($id: ID!) { erasePerson(id: $id) { name title } }';
const EXPORT = 'mutation Export($personId: ID!) { exportPersonalData(personId: $personId) }';

describe('an organization', () => {
  let program: Program;
  let org: TestOrganization;
  beforeAll(async () => {
    program = await Program.start();
  });
  beforeEach(async () => {
    org = await program.organization();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const codesOf = async (token: string | null, query: string, variables: object) =>
    (await program.as(token, query, variables)).codes;
  const audited = async (action: string) => {
    const { organizationId } = org;
    return (await org.within((tx) => tx.findBy(AuditEntry, { organizationId, action }))).length;
  };

  describe('has leadership levels that', () => {
    it('are set in order, and keep their id while their name stays', async () => {
      const token = await org.administrator();
      const { data } = await program.as(token, SET, { names: ['Director', 'Vice President', 'President'] });
      const before = data.setLeadershipLevels.leadershipLevels;
      expect(before.map(({ name, rank }: any) => `${rank} ${name}`)).toEqual([
        '1 Director',
        '2 Vice President',
        '3 President',
      ]);
      await program.as(token, SET, { names: ['President', ' Manager ', 'Director'] });
      const after = (await program.as(token, LEVELS)).data.organization.leadershipLevels;
      expect(after.map(({ name, rank }: any) => `${rank} ${name}`)).toEqual([
        '1 President',
        '2 Manager',
        '3 Director',
      ]);
      expect([after[2].id, after[0].id]).toEqual([before[0].id, before[2].id]);
      expect(await audited('LEADERSHIP_LEVELS_SET')).toBe(2);
    });

    it('cannot be left out while anybody holds them, has held them or is required something at them', async () => {
      const token = await org.administrator();
      const [held, past, required] = [
        await org.level('Held'),
        await org.level('Past'),
        await org.level('Required'),
      ];
      await org.executive('Ana Duarte', { level: held });
      await org.executive('Bo Lind', { level: past, to: '2020-01-01' });
      await org.strategy('Grow', [[await org.capability('pricing'), 3, { level: required }]]);
      expect(await codesOf(token, SET, { names: ['Held', 'Past'] })).toEqual(['INVALID_INPUT']);
      expect(await codesOf(token, SET, { names: ['Held', 'Required'] })).toEqual(['INVALID_INPUT']);
      expect(await codesOf(token, SET, { names: ['Past', 'Required'] })).toEqual(['INVALID_INPUT']);
      expect(await codesOf(token, SET, { names: ['Required', 'Past', 'New', 'Held'] })).toEqual([]);
    });

    it('need names that tell them apart', async () => {
      const token = await org.administrator();
      expect(await codesOf(token, SET, { names: ['Director', 'DIRECTOR'] })).toEqual(['INVALID_INPUT']);
      expect(await codesOf(token, SET, { names: ['Director', ' '] })).toEqual(['INVALID_INPUT']);
      expect(await codesOf(token, SET, { names: [] })).toEqual(['INVALID_INPUT']);
    });

    it('are set by those who edit the whole directory', async () => {
      const names = { names: ['Director'] };
      const unit = await org.unit();
      expect(await codesOf(null, SET, names)).toEqual(['UNAUTHENTICATED']);
      expect(await codesOf(await org.tokenOf([GrantableRole.ExecutiveViewer]), SET, names)).toEqual([
        'FORBIDDEN',
      ]);
      expect(await codesOf(await org.tokenOf([GrantableRole.Administrator], [unit]), SET, names)).toEqual([
        'FORBIDDEN',
      ]);
      expect(await codesOf(await (await program.organization()).administrator(), SET, names)).toEqual([]);
      expect((await program.as(await org.designer(), LEVELS)).data.organization.leadershipLevels).toEqual([]);
    });
  });

  it('has a time zone and a rule for linking accounts, which administrators set', async () => {
    const token = await org.administrator();
    const set = (variables: object) => program.as(token, UPDATE, variables);
    expect((await set({ timeZone: 'Europe/Zurich' })).data.updateOrganization).toEqual({
      timeZone: 'Europe/Zurich',
      linksAccountsByMail: true,
    });
    expect((await set({ linksAccountsByMail: false })).data.updateOrganization).toEqual({
      timeZone: 'Europe/Zurich',
      linksAccountsByMail: false,
    });
    expect(await audited('ORGANIZATION_UPDATED')).toBe(2);
    for (const timeZone of ['Mars/Olympus', '+01:00', ''])
      // oxlint-disable-next-line no-await-in-loop
      expect((await set({ timeZone })).codes).toEqual(['INVALID_INPUT']);
    expect(await codesOf(null, UPDATE, {})).toEqual(['UNAUTHENTICATED']);
    expect(await codesOf(await org.designer(), UPDATE, {})).toEqual(['FORBIDDEN']);
  });

  describe('erases a person', () => {
    it('by emptying what names them, while what they did stays under their id', async () => {
      const { organizationId } = org;
      const token = await org.administrator();
      const ana = await org.executive('Ana Duarte');
      const { personId } = ana;
      await org.within((tx) => tx.insert(PersonDiversity, { organizationId, personId, gender: 'female' }));
      expect((await program.as(token, ERASE, { id: personId })).data.erasePerson).toEqual({
        name: 'Erased person',
        title: null,
      });
      expect(await codesOf(ana.token, LEVELS, {})).toEqual(['UNAUTHENTICATED']);
      const kept = await org.within((tx) => tx.findOneByOrFail(PersonIdentity, { organizationId, personId }));
      expect(kept).toMatchObject({ name: null, email: null, title: null });
      expect(await org.within((tx) => tx.countBy(PersonDiversity, { organizationId }))).toBe(0);
      const query = '{ executives { edges { node { person { name } unit { name } } } } }';
      const { data } = await program.as(await org.designer(), query);
      expect(data.executives.edges).toMatchObject([{ node: { person: { name: 'Erased person' } } }]);
      expect(await audited('PERSON_ERASED')).toBe(1);
    });

    it('on the word of an administrator, of that organization, and never of themself', async () => {
      const own = await org.person('Rui Melo', [GrantableRole.Administrator]);
      const { personId: id } = await org.person('Ana Duarte');
      const unit = await org.unit();
      expect(await codesOf(null, ERASE, { id })).toEqual(['UNAUTHENTICATED']);
      expect(await codesOf(await org.designer(), ERASE, { id })).toEqual(['FORBIDDEN']);
      expect(await codesOf(await org.tokenOf([GrantableRole.Administrator], [unit]), ERASE, { id })).toEqual([
        'FORBIDDEN',
      ]);
      expect(await codesOf(await (await program.organization()).administrator(), ERASE, { id })).toEqual([
        'NOT_FOUND',
      ]);
      expect(await codesOf(await org.token(own), ERASE, { id: own.personId })).toEqual(['INVALID_INPUT']);
      expect(await org.nameOf({ ...own, personId: id })).toBe('Ana Duarte');
    });
  });

  it('hands out what is kept about a person, to that person and to administrators', async () => {
    const ana = await org.executive('Ana Duarte');
    const { personId } = ana;
    const told = await program.as(ana.token, EXPORT, { personId });
    const kept = JSON.parse(told.data.exportPersonalData);
    expect(kept.directory).toMatchObject({
      identity: { name: 'Ana Duarte', email: 'ana.duarte@example.org' },
      postings: [{ valid_from: '-infinity' }],
    });
    expect(kept).toMatchObject({ assessments: { rounds: null }, programs: null, direction: { owned: null } });
    expect(kept.signIn.credentials).toMatchObject([{ kind: 'ACCESS_TOKEN' }]);
    expect(told.data.exportPersonalData).not.toContain('secret');
    expect(await codesOf(await org.administrator(), EXPORT, { personId })).toEqual([]);
    expect(await audited('PERSONAL_DATA_EXPORTED')).toBe(2);
    expect(await codesOf(await org.designer(), EXPORT, { personId })).toEqual(['NOT_FOUND']);
    expect(await codesOf(await (await program.organization()).administrator(), EXPORT, { personId })).toEqual(
      ['NOT_FOUND'],
    );
    expect(await codesOf(null, EXPORT, { personId })).toEqual(['UNAUTHENTICATED']);
  });
});
