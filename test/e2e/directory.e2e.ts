import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { EnrollmentStatus } from '@alidade/database';
import type { Unit } from '@alidade/database';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment } from '../support/programs.js';

const NAMES = `query Names($population: PopulationInput, $search: String, $asOf: Date) {
  executives(population: $population, search: $search, asOf: $asOf) { totalCount edges { node { person { name } } } } }`;
const RECORD = `query Record($id: ID!, $asOf: Date) {
  executive(id: $id, asOf: $asOf) { person { name unit { name } } unit { name parent { name } } leadershipLevel { name rank } manager { name } } }`;
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('the directory', () => {
  let program: Program;
  let org: TestOrganization;
  beforeAll(async () => {
    program = await Program.start();
  });
  beforeEach(async () => {
    org = await program.organization();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  async function names(token: string, variables: object = {}): Promise<string[]> {
    const { data, codes } = await program.as(token, NAMES, variables);
    expect(codes).toEqual([]);
    const found: string[] = data.executives.edges.map(({ node }: any) => node.person.name);
    expect(data.executives.totalCount).toBe(found.length);
    return found;
  }
  const codesOf = async (token: string | null, query: string, variables: object = {}) =>
    (await program.as(token, query, variables)).codes;

  /** Operations with Supply chain and Planning below it, and Sales. */
  async function tree() {
    const operations = await org.unit('Operations');
    const supply = await org.unit('Supply chain', operations);
    const planning = await org.unit('Planning', supply);
    const sales = await org.unit('Sales');
    return { operations, supply, planning, sales };
  }

  describe('lists executives', () => {
    it('by unit with its sub-units, by leadership level, or all of them, in the order of their names', async () => {
      const { operations, planning, sales } = await tree();
      const [director, president] = [await org.level('Director'), await org.level('President')];
      await org.executive('Ana Duarte', { unit: planning, level: director });
      await org.executive('Cem Aksoy', { unit: operations, level: president });
      await org.executive('Bo Lind', { unit: sales, level: director });
      const designer = await org.designer();
      expect(await names(designer)).toEqual(['Ana Duarte', 'Bo Lind', 'Cem Aksoy']);
      expect(await names(designer, { population: { unitId: operations.id } })).toEqual([
        'Ana Duarte',
        'Cem Aksoy',
      ]);
      expect(await names(designer, { population: { leadershipLevelId: director.id } })).toEqual([
        'Ana Duarte',
        'Bo Lind',
      ]);
      expect(await names(designer, { population: { unitId: null } })).toHaveLength(3);
    });

    it('refuses two populations at once, and knows none of another organization', async () => {
      const unit = await org.unit();
      const level = await org.level();
      const foreign = await (await program.organization()).unit();
      const designer = await org.designer();
      const refused = (population: object) => codesOf(designer, NAMES, { population });
      expect(await refused({ unitId: unit.id, leadershipLevelId: level.id })).toEqual(['INVALID_INPUT']);
      expect(await refused({ unitId: foreign.id })).toEqual(['NOT_FOUND']);
      expect(await refused({ leadershipLevelId: NOBODY })).toEqual(['NOT_FOUND']);
      expect(await refused({ cohortId: NOBODY })).toEqual(['NOT_FOUND']);
      expect(await refused({ unitId: 'no id at all' })).toEqual(['NOT_FOUND']);
    });

    it('by cohort: those who hold a seat in it or have completed it', async () => {
      const cohort = await aCohort(org);
      for (const status of Object.values(EnrollmentStatus)) {
        // oxlint-disable-next-line no-await-in-loop
        await anEnrollment(org, cohort, await org.executive(status), status);
      }
      await org.executive('Somebody else');
      const population = { cohortId: cohort.id };
      expect(await names(await org.designer(), { population })).toEqual(['COMPLETED', 'CONFIRMED']);
      const foreign = { population: { cohortId: (await aCohort(await program.organization())).id } };
      expect(await codesOf(await org.designer(), NAMES, foreign)).toEqual(['NOT_FOUND']);
    });

    it('finds part of a name in any case, and takes no character of it for a wildcard', async () => {
      await org.executive('Ana Duarte');
      await org.executive('Rui 100% Melo');
      const designer = await org.designer();
      expect(await names(designer, { search: 'dUARt' })).toEqual(['Ana Duarte']);
      expect(await names(designer, { search: '%' })).toEqual(['Rui 100% Melo']);
      expect(await names(designer, { search: '_' })).toEqual([]);
      expect(await names(designer, { search: '  ' })).toHaveLength(2);
    });

    it('page by page, each executive once, with what lies before and after', async () => {
      const unit = await org.unit();
      for (let i = 0; i < 5; i += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await org.executive('Ana Duarte', { unit }, `ana${i}@example.org`);
      }
      const designer = await org.designer();
      const page = async (after: string | null) =>
        (
          await program.as(
            designer,
            `query Page($after: String) { executives(first: 2, after: $after) {
              totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } }`,
            { after },
          )
        ).data.executives;
      const first = await page(null);
      const second = await page(first.pageInfo.endCursor);
      const third = await page(second.pageInfo.endCursor);
      const ids = [first, second, third].flatMap(({ edges }) => edges.map(({ node }: any) => node.id));
      expect(new Set(ids).size).toBe(5);
      expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      expect(second.pageInfo.startCursor).toBe(second.edges[0].cursor);
      expect([first, third].map(({ totalCount }) => totalCount)).toEqual([5, 5]);
    });

    it('with the same number of statements for one and for fifty', async () => {
      const { planning, sales } = await tree();
      const level = await org.level();
      const manager = await org.person('Cleo Marsh');
      await org.executive('Ana Duarte', { unit: planning, level, manager });
      const designer = await org.designer();
      const query = `{ executives(first: 100) { totalCount edges { node { person { name unit { name } } leadershipLevel { name }
        unit { name parent { name } children { name } } manager { name unit { name } } } } } }`;
      const one = await program.countQueries(() => program.as(designer, query));
      for (let i = 0; i < 49; i += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await org.executive(`Person ${i}`, { unit: sales, level, manager });
      }
      expect(await program.countQueries(() => program.as(designer, query))).toBe(one);
    });
  });

  describe('shows executives only to', () => {
    it('themselves, those they report to, and viewers of named levels in the scope of these', async () => {
      const { operations, planning, sales } = await tree();
      const manager = await org.person('Cleo Marsh');
      const ana = await org.executive('Ana Duarte', { unit: planning, manager });
      const bo = await org.executive('Bo Lind', { unit: sales });
      const asked: [string, string[]][] = [
        [ana.token, ['Ana Duarte']],
        [await org.token(manager), ['Ana Duarte']],
        [await org.tokenOf([GrantableRole.ReadinessViewNamed], [operations]), ['Ana Duarte']],
        [await org.tokenOf([GrantableRole.ReadinessViewNamed], [sales]), ['Bo Lind']],
        [await org.tokenOf([GrantableRole.ReadinessViewNamed]), ['Ana Duarte', 'Bo Lind']],
        [await org.administrator(), []],
        [await org.tokenOf([GrantableRole.ExecutiveViewer]), []],
        [await (await program.organization()).designer(), []],
      ];
      for (const [token, seen] of asked) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await names(token)).toEqual(seen);
        for (const { executiveId, name } of [
          { ...ana, name: 'Ana Duarte' },
          { ...bo, name: 'Bo Lind' },
        ]) {
          // oxlint-disable-next-line no-await-in-loop
          const codes = await codesOf(token, RECORD, { id: executiveId });
          expect(codes).toEqual(seen.includes(name) ? [] : ['NOT_FOUND']);
        }
      }
      expect(await codesOf(null, RECORD, { id: ana.executiveId })).toEqual(['UNAUTHENTICATED']);
    });

    it('those who may see them today, whatever past day is asked', async () => {
      const { operations, sales } = await tree();
      const level = await org.level();
      const [before, now] = [await org.person('Manager before'), await org.person('Manager now')];
      const mover = await org.executive('Ana Duarte', {
        unit: sales,
        level,
        manager: now,
        from: '2026-01-01',
      });
      await org.post(mover, { unit: operations, level, manager: before, to: '2026-01-01' });
      const asOf = '2025-06-30';
      expect(await names(await org.token(before), { asOf })).toEqual([]);
      expect(await names(await org.token(now), { asOf })).toEqual(['Ana Duarte']);
      const there = await org.tokenOf([GrantableRole.ReadinessViewNamed], [operations]);
      expect(await names(there, { asOf })).toEqual([]);
    });
  });

  describe('on a past day', () => {
    it('shows who was an executive then, and where', async () => {
      const { operations, planning, sales } = await tree();
      const [director, president] = [await org.level('Director'), await org.level('President')];
      const manager = await org.person('Cleo Marsh');
      const ana = await org.executive('Ana Duarte', {
        unit: planning,
        level: director,
        from: '2024-02-01',
        to: '2026-01-01',
      });
      await org.post(ana, { unit: sales, level: president, manager, from: '2026-01-01' });
      const designer = await org.designer();
      const at = async (asOf: string) =>
        (await program.as(designer, RECORD, { id: ana.executiveId, asOf })).data.executive;
      expect(await at('2025-12-31')).toEqual({
        person: { name: 'Ana Duarte', unit: { name: 'Planning' } },
        unit: { name: 'Planning', parent: { name: 'Supply chain' } },
        leadershipLevel: { name: 'Director', rank: 1 },
        manager: null,
      });
      expect(await at('2026-01-01')).toMatchObject({
        unit: { name: 'Sales', parent: null },
        leadershipLevel: { name: 'President' },
        manager: { name: 'Cleo Marsh' },
      });
      const population = { unitId: operations.id };
      expect(await names(designer, { population, asOf: '2025-12-31' })).toEqual(['Ana Duarte']);
      expect(await names(designer, { population, asOf: '2026-01-01' })).toEqual([]);
      expect(await names(designer, { asOf: '2024-01-31' })).toEqual([]);
    });

    it('shows an executive who has left with the unit and level last held', async () => {
      const { operations, sales } = await tree();
      const level = await org.level('Director');
      const left = await org.executive('Ana Duarte', { unit: sales, level, to: '2025-03-01' });
      const designer = await org.designer();
      expect(await names(designer)).toEqual([]);
      expect(await names(designer, { asOf: '2025-02-28' })).toEqual(['Ana Duarte']);
      const { data } = await program.as(designer, RECORD, { id: left.executiveId });
      expect(data.executive).toEqual({
        person: { name: 'Ana Duarte', unit: null },
        unit: { name: 'Sales', parent: null },
        leadershipLevel: { name: 'Director', rank: 1 },
        manager: null,
      });
      const elsewhere = await org.tokenOf([GrantableRole.ReadinessViewNamed], [operations]);
      expect(await codesOf(elsewhere, RECORD, { id: left.executiveId })).toEqual(['NOT_FOUND']);
    });
  });

  it('tells the viewer who they are, as an executive too, and what bounds them', async () => {
    const query = '{ viewer { person { name } executive { id } permissions scope { name } } }';
    const { operations, sales } = await tree();
    const ana = await org.executive('Ana Duarte', { unit: sales });
    await org.grant(ana, GrantableRole.ReadinessViewNamed, [operations, sales]);
    await org.grant(ana, GrantableRole.ImportRatings);
    const { data } = await program.as(ana.token, query);
    expect(data.viewer).toMatchObject({ person: { name: 'Ana Duarte' }, executive: { id: ana.executiveId } });
    expect(data.viewer.scope.map((unit: Unit) => unit.name).toSorted()).toEqual(['Operations', 'Sales']);
    const designer = await program.as(await org.designer(), query);
    expect(designer.data.viewer).toMatchObject({ executive: null, scope: [] });
    expect(await codesOf(null, query)).toEqual(['UNAUTHENTICATED']);
  });

  it('lists everybody to those who edit it, of the units they edit', async () => {
    const query =
      'query P($search: String) { people(search: $search) { totalCount edges { node { name } } } }';
    const { operations, planning, sales } = await tree();
    await org.post(await org.person('Rui Melo'), { unit: planning });
    await org.post(await org.person('Rui Prado'), { unit: sales });
    const found = async (token: string) =>
      (await program.as(token, query, { search: 'rui' })).data.people.edges.map(({ node }: any) => node.name);
    expect(await found(await org.designer())).toEqual(['Rui Melo', 'Rui Prado']);
    expect(await found(await org.tokenOf([GrantableRole.Administrator], [operations]))).toEqual(['Rui Melo']);
    expect(await found(await (await program.organization()).designer())).toEqual([]);
    expect(await codesOf(await org.tokenOf([GrantableRole.ExecutiveViewer]), query)).toEqual(['FORBIDDEN']);
    expect(await codesOf(null, query)).toEqual(['UNAUTHENTICATED']);
  });
});
