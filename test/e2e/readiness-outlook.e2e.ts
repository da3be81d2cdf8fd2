import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Program } from '../support/program.js';
import { ReadinessWorld } from '../support/readiness-world.js';
import { TestWorker } from '../support/worker.js';

const JUNE = '2026-06-30';
const OUTLOOK = /* GraphQL */ `
  query Outlook($id: ID!, $population: PopulationInput, $asOf: Date, $first: Int) {
    strategy(id: $id) {
      whatWouldHelpMost(population: $population, asOf: $asOf, first: $first) {
        capability {
          code
        }
        people
        meanReadiness
        priority
        wouldBeReady
      }
      almostReady(population: $population, asOf: $asOf, first: $first) {
        executive {
          person {
            name
          }
        }
        missing
        readiness {
          value
          band
        }
        wouldMakeReady {
          code
        }
      }
    }
  }
`;
const ROLES = /* GraphQL */ `
  query Roles($id: ID!, $asOf: Date) {
    strategy(id: $id) {
      criticalRoles(asOf: $asOf) {
        unit {
          name
        }
        leadershipLevel {
          name
        }
        needed
        bench {
          readyNow
          short
          strength
        }
      }
    }
  }
`;
const NAME = `mutation Name($input: NameCriticalRoleInput!) { nameCriticalRole(input: $input) { id version } }`;
const CHANGE = `mutation Change($id: ID!, $expectedVersion: Int!, $needed: Int!) {
  changeCriticalRole(id: $id, expectedVersion: $expectedVersion, needed: $needed) { needed version }
}`;
const DROP = `mutation Drop($id: ID!, $expectedVersion: Int!) { dropCriticalRole(id: $id, expectedVersion: $expectedVersion) }`;
const near = (value: number): number => expect.closeTo(value, 9) as unknown as number;
const roles = (unit: string, level: string, bench: object) =>
  expect.objectContaining({ unit: { name: unit }, leadershipLevel: { name: level }, bench });

describe('what is within reach', () => {
  let program: Program;
  let worker: TestWorker;
  let world: ReadinessWorld;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    world = await ReadinessWorld.begin(program);
  });

  const asked = async (document: string, token: string, more: object = {}) => {
    const variables = { id: world.grow.id, asOf: JUNE, ...more };
    const { data, codes } = await program.as(token, document, variables);
    return codes.length > 0 ? codes : data.strategy;
  };

  it('is who is just below ready, and which capability would help most, weighed by the strategy', async () => {
    const found = await asked(OUTLOOK, world.designer);
    // Ana is at 7/9 and lacks a level of pricing, Cem at 5/6 and lacks one, Bo at 11/12 and lacks one of selling.
    expect(found.whatWouldHelpMost).toEqual([
      {
        capability: { code: 'pricing' },
        people: 2,
        meanReadiness: near((200 / 9 + 100 / 6) / 3),
        priority: near((2 * (200 / 9 + 100 / 6)) / 3),
        wouldBeReady: 2,
      },
      {
        capability: { code: 'selling' },
        people: 1,
        meanReadiness: near(100 / 12 / 3),
        priority: near((2 * 100) / 12 / 3),
        wouldBeReady: 0,
      },
    ]);
    expect(found.almostReady).toEqual([
      {
        executive: { person: { name: 'Cem Aksoy' } },
        missing: near(90 - 500 / 6),
        readiness: { value: near(500 / 6), band: 'READY_SOON' },
        wouldMakeReady: [{ code: 'pricing' }],
      },
      {
        executive: { person: { name: 'Ana Duarte' } },
        missing: near(90 - 700 / 9),
        readiness: { value: near(700 / 9), band: 'DEVELOPING' },
        wouldMakeReady: [{ code: 'pricing' }],
      },
    ]);
    const first = await asked(OUTLOOK, world.designer, { first: 1 });
    expect([first.whatWouldHelpMost, first.almostReady].map(({ length }) => length)).toEqual([1, 1]);
    const sales = await asked(OUTLOOK, world.designer, { population: { unitId: world.sales.id } });
    expect(sales).toMatchObject({ whatWouldHelpMost: [{ people: 1 }], almostReady: [] });
  });

  it('is told to nobody who may not see everybody of the population by name', async () => {
    const viewer = await world.org.tokenOf([GrantableRole.ExecutiveViewer]);
    const nothing = { whatWouldHelpMost: [], almostReady: [] };
    expect(await asked(OUTLOOK, viewer)).toEqual(nothing);
    const named = await world.org.tokenOf([GrantableRole.ReadinessViewNamed], [world.sales]);
    const population = { unitId: world.sales.id };
    expect(await asked(OUTLOOK, named, { population })).toMatchObject({ whatWouldHelpMost: [{ people: 1 }] });
    expect(await asked(OUTLOOK, named)).toContain('FORBIDDEN');
    expect(await asked(OUTLOOK, world.ana.token)).toContain('FORBIDDEN');
    expect(await asked(OUTLOOK, world.designer, { asOf: '2026-03-30' })).toEqual(nothing);
  });

  const role = (unitId: string, leadershipLevelId: string, needed: number) => ({
    input: { strategyId: world.grow.id, unitId, leadershipLevelId, needed },
  });

  it('is the bench of critical roles, on any day, of the unit with all its sub-units', async () => {
    const { sales, operations, director, president } = world;
    for (const one of [
      role(sales.id, director.id, 3),
      role(operations.id, president.id, 1),
      role(operations.id, director.id, 1),
    ])
      // oxlint-disable-next-line no-await-in-loop
      expect((await program.as(world.designer, NAME, one)).codes).toEqual([]);
    expect((await asked(ROLES, world.designer)).criticalRoles).toEqual([
      roles('Operations', 'President', { readyNow: 0, short: 1, strength: 0 }),
      roles('Operations', 'Director', { readyNow: 0, short: 1, strength: 0 }),
      roles('Sales', 'Director', { readyNow: 1, short: 2, strength: near(1 / 3) }),
    ]);
    // Ana, a director of Planning within Operations, learns pricing.
    await world.assess(world.ana, { pricing: 4 }, '2026-09-30');
    await world.worked();
    const later = (await asked(ROLES, world.designer, { asOf: '2026-10-01' })).criticalRoles;
    expect(later[1]).toMatchObject({ bench: { readyNow: 1, short: 0, strength: 1 } });
  });

  it('shows no bench to who may not see its people by name, and no role of a unit out of sight', async () => {
    const { sales, operations, director, president, org } = world;
    await program.as(world.designer, NAME, role(sales.id, director.id, 3));
    await program.as(world.designer, NAME, role(operations.id, president.id, 1));
    const viewer = await org.tokenOf([GrantableRole.ExecutiveViewer]);
    const seen = (await asked(ROLES, viewer)).criticalRoles;
    expect(seen).toMatchObject([
      { needed: 1, bench: null },
      { needed: 3, bench: null },
    ]);
    const named = await org.tokenOf([GrantableRole.ReadinessViewNamed], [sales]);
    expect((await asked(ROLES, named)).criticalRoles).toMatchObject([
      { unit: { name: 'Sales' }, bench: { readyNow: 1 } },
    ]);
    expect((await asked(ROLES, world.bo.token)).criticalRoles).toEqual([]);
    const count = (token: string) => program.countQueries(() => asked(ROLES, token));
    const before = [await count(world.designer), await count(named)];
    await program.as(world.designer, NAME, role(sales.id, president.id, 1));
    expect([await count(world.designer), await count(named)]).toEqual(before);
  });

  it('lets a designer change and drop a role, and names it once', async () => {
    const { designer, sales, director } = world;
    const { data } = await program.as(designer, NAME, role(sales.id, director.id, 3));
    const { id } = data.nameCriticalRole;
    expect((await program.as(designer, NAME, role(sales.id, director.id, 4))).codes).toEqual(['CONFLICT']);
    expect((await program.as(designer, NAME, role(sales.id, director.id, 0))).codes).toEqual([
      'INVALID_INPUT',
    ]);
    const change = { id, expectedVersion: 1, needed: 5 };
    const changed = await program.as(designer, CHANGE, change);
    expect(changed.data.changeCriticalRole).toEqual({ needed: 5, version: 2 });
    expect((await program.as(designer, CHANGE, change)).codes).toEqual(['CONFLICT']);
    expect((await program.as(designer, CHANGE, { ...change, needed: 0 })).codes).toEqual(['INVALID_INPUT']);
    expect((await program.as(designer, DROP, { id, expectedVersion: 1 })).codes).toEqual(['CONFLICT']);
    expect((await program.as(designer, DROP, { id, expectedVersion: 2 })).data.dropCriticalRole).toBe(true);
    expect((await asked(ROLES, designer)).criticalRoles).toEqual([]);
  });
});
