import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { AuditEntry } from '@alidade/database';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';

const MOVE = `mutation Move($unitId: ID!, $parentId: ID, $on: Date) {
  moveUnit(unitId: $unitId, parentId: $parentId, on: $on) { name parent { name } } }`;
const RENAME = `mutation Rename($unitId: ID!, $name: String!) { renameUnit(unitId: $unitId, name: $name) { name } }`;
const NAMES = `query Names($population: PopulationInput, $asOf: Date) {
  executives(population: $population, asOf: $asOf) { edges { node { person { name } } } } }`;
const PATHS = `query Paths($asOf: Date) { organization { units(asOf: $asOf) { name parent { name } children { name } } } }`;

describe('a reorganization', () => {
  let program: Program;
  let org: TestOrganization;
  let designer: string;
  beforeAll(async () => {
    program = await Program.start();
  });
  beforeEach(async () => {
    org = await program.organization();
    designer = await org.designer();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const codesOf = async (token: string | null, query: string, variables: object) =>
    (await program.as(token, query, variables)).codes;
  const move = (unitId: string, parentId: string | null, on: string) =>
    codesOf(designer, MOVE, { unitId, parentId, on });
  const names = async (variables: object) =>
    (await program.as(designer, NAMES, variables)).data.executives.edges.map(
      ({ node }: any) => node.person.name,
    );
  const who = (unitId: string, asOf: string) => names({ population: { unitId }, asOf });
  /** How many are below the unit before, between and after the two moves. */
  const under = (unitId: string) =>
    Promise.all(
      ['2025-12-31', '2026-02-28', '2026-03-01'].map(async (asOf) => (await who(unitId, asOf)).length),
    );
  async function parents(asOf?: string): Promise<Record<string, string | null>> {
    const { data } = await program.as(designer, PATHS, { asOf });
    return Object.fromEntries(
      data.organization.units.map(({ name, parent }: any) => [name, parent?.name ?? null]),
    );
  }
  async function tree() {
    const operations = await org.unit('Operations');
    const supply = await org.unit('Supply chain', operations);
    const planning = await org.unit('Planning', supply);
    const sales = await org.unit('Sales');
    return { operations, supply, planning, sales };
  }

  it('holds from its day on and keeps the past, for the unit and all units below it', async () => {
    const { operations, supply, planning, sales } = await tree();
    await org.executive('Ana Duarte', { unit: planning });
    const moved = await program.as(designer, MOVE, {
      unitId: supply.id,
      parentId: sales.id,
      on: '2026-01-01',
    });
    expect(moved.data.moveUnit).toEqual({ name: 'Supply chain', parent: { name: 'Sales' } });
    expect(await who(operations.id, '2025-12-31')).toEqual(['Ana Duarte']);
    expect(await who(operations.id, '2026-01-01')).toEqual([]);
    expect(await who(sales.id, '2025-12-31')).toEqual([]);
    expect(await who(sales.id, '2026-01-01')).toEqual(['Ana Duarte']);
    expect(await parents('2025-12-31')).toMatchObject({
      'Supply chain': 'Operations',
      Planning: 'Supply chain',
    });
    expect(await parents()).toMatchObject({ 'Supply chain': 'Sales', Planning: 'Supply chain' });
    const { data } = await program.as(designer, PATHS);
    expect(data.organization.units.find(({ name }: any) => name === 'Sales').children).toEqual([
      { name: 'Supply chain' },
    ]);
  });

  it('may be followed by another one, and on its own day be put right', async () => {
    const { operations, supply, planning, sales } = await tree();
    await org.executive('Ana Duarte', { unit: planning });
    expect(await move(supply.id, null, '2026-01-01')).toEqual([]);
    expect(await move(supply.id, sales.id, '2026-01-01')).toEqual([]);
    expect(await move(planning.id, operations.id, '2026-03-01')).toEqual([]);
    expect(await move(supply.id, operations.id, '2025-12-01')).toEqual(['INVALID_INPUT']);
    expect(await under(operations.id)).toEqual([1, 0, 1]);
    expect(await under(supply.id)).toEqual([1, 1, 0]);
    expect(await under(sales.id)).toEqual([0, 1, 0]);
  });

  it('never puts a unit under itself, on no day to come either', async () => {
    const { operations, planning, sales } = await tree();
    expect(await move(operations.id, operations.id, '2026-01-01')).toEqual(['INVALID_INPUT']);
    expect(await move(operations.id, planning.id, '2026-01-01')).toEqual(['INVALID_INPUT']);
    expect(await move(sales.id, planning.id, '2030-01-01')).toEqual([]);
    expect(await move(operations.id, sales.id, '2026-01-01')).toEqual(['INVALID_INPUT']);
  });

  it('leaves no two units of one name under one parent, moved or renamed', async () => {
    const { operations, sales } = await tree();
    const other = await org.unit('planning', sales);
    const planning = await org.unit('Planning', operations);
    const asked = { unitId: other.id, parentId: operations.id };
    expect(await codesOf(designer, MOVE, asked)).toEqual(['CONFLICT']);
    expect(await parents()).toMatchObject({ planning: 'Sales' });
    const rename = (name: string) => codesOf(designer, RENAME, { unitId: planning.id, name });
    expect(await rename('supply CHAIN')).toEqual(['CONFLICT']);
    expect(await rename('Supply / chain')).toEqual(['INVALID_INPUT']);
    expect(await rename('  ')).toEqual(['INVALID_INPUT']);
    expect(await rename('Foresight')).toEqual([]);
    expect(await codesOf(designer, MOVE, asked)).toEqual([]);
  });

  it('is done once when two are made at the same time', async () => {
    const { supply, sales } = await tree();
    const both = await Promise.all([
      codesOf(designer, MOVE, { unitId: supply.id, parentId: sales.id, on: '2026-01-01' }),
      codesOf(designer, MOVE, { unitId: sales.id, parentId: supply.id, on: '2026-01-01' }),
    ]);
    expect(both.toSorted()).toEqual([[], ['INVALID_INPUT']]);
  });

  it('is for those who edit both places', async () => {
    const { operations, supply, planning, sales } = await tree();
    const asked = { unitId: planning.id, parentId: operations.id };
    const within = await org.tokenOf([GrantableRole.Administrator], [operations]);
    const beside = await org.tokenOf([GrantableRole.Administrator], [sales]);
    expect(await codesOf(null, MOVE, asked)).toEqual(['UNAUTHENTICATED']);
    expect(await codesOf(await org.tokenOf([GrantableRole.ExecutiveViewer]), MOVE, asked)).toEqual([
      'FORBIDDEN',
    ]);
    expect(await codesOf(beside, MOVE, asked)).toEqual(['NOT_FOUND']);
    expect(await codesOf(await (await program.organization()).designer(), MOVE, asked)).toEqual([
      'NOT_FOUND',
    ]);
    expect(await codesOf(within, MOVE, { ...asked, parentId: sales.id })).toEqual(['NOT_FOUND']);
    expect(await codesOf(within, MOVE, { ...asked, parentId: null })).toEqual(['FORBIDDEN']);
    expect(await codesOf(within, MOVE, { unitId: operations.id, parentId: supply.id })).toEqual([
      'FORBIDDEN',
    ]);
    expect(await codesOf(within, MOVE, asked)).toEqual([]);
    expect(await codesOf(beside, RENAME, { unitId: planning.id, name: 'X' })).toEqual(['NOT_FOUND']);
    expect(await codesOf(within, RENAME, { unitId: planning.id, name: 'Foresight' })).toEqual([]);
  });

  it('is noted in the audit trail with who made it', async () => {
    const { supply, sales } = await tree();
    await program.as(designer, MOVE, { unitId: supply.id, parentId: sales.id, on: '2026-01-01' });
    await program.as(designer, MOVE, { unitId: supply.id, parentId: sales.id, on: '2026-01-01' });
    const { organizationId } = org;
    const entries = await org.within((tx) => tx.findBy(AuditEntry, { organizationId, subjectId: supply.id }));
    expect(entries).toMatchObject([
      { action: 'UNIT_MOVED', actorId: expect.any(String), detail: { to: sales.id, on: '2026-01-01' } },
    ]);
  });
});
