import { CriticalRole } from '@alidade/database';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import { evidence, factsMade } from '../../support/readiness.js';

/** An executive of `unit` with a level that is kept as a fact, and what it is required for. */
async function assessed({ program, here, unit }: AccessWorld) {
  const executive = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
  const capability = await here.capability(`c-${crypto.randomUUID()}`);
  const strategy = await here.strategy(`S ${crypto.randomUUID()}`, [[capability, 4]]);
  await evidence(here, executive, capability, { level: 3, evidenceOn: '2026-03-31' });
  await factsMade(program, here);
  return { executive, capability, strategy };
}

/** Where a critical role may be. */
async function aPlace({ here, unit }: AccessWorld) {
  const capability = await here.capability(`c-${crypto.randomUUID()}`);
  const strategy = await here.strategy(`S ${crypto.randomUUID()}`, [[capability, 4]]);
  const level = await here.level();
  return { strategyId: strategy.id, leadershipLevelId: level.id, unitId: unit.id, needed: 1 };
}

async function aRole(world: AccessWorld): Promise<string> {
  const { organizationId } = world.here;
  const place = await aPlace(world);
  const { id } = await world.here.within((tx) => tx.save(CriticalRole, { organizationId, ...place }));
  return id;
}

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.executive',
    document: `query Readiness($id: ID!) {
      executive(id: $id) { readiness { strategy { id } } levels { capability { id } } required { reasons { id } } }
    }`,
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async (world) => {
      const { executive, strategy } = await assessed(world);
      return { variables: { id: executive.executiveId }, seen: strategy.id, also: [executive.token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.strategy',
    document: `query Readiness($id: ID!, $population: PopulationInput) {
      strategy(id: $id) { readiness(population: $population) { executives gaps { capability { id } } } }
    }`,
    // Of one executive: an executive viewer is answered too, without any figure.
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async (world) => {
      const { capability, strategy } = await assessed(world);
      const population = { unitId: world.unit.id };
      return { variables: { id: strategy.id, population }, seen: capability.id };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.strategy',
    document: `query Trend($id: ID!, $population: PopulationInput) {
      strategy(id: $id) { readinessTrend(population: $population, from: "2026-04-01", to: "2026-04-30") { asOf } }
    }`,
    roles: ['READINESS_VIEW_NAMED', 'EXECUTIVE_VIEWER', 'DESIGNER'],
    arrange: async (world) => {
      const { strategy } = await assessed(world);
      return {
        variables: { id: strategy.id, population: { unitId: world.unit.id } },
        seen: '2026-04-30',
      };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.strategy',
    document: `query HeatMap($id: ID!, $population: PopulationInput) {
      strategy(id: $id) { heatMap(by: LEADERSHIP_LEVEL, population: $population) { rows { capability { id } } } }
    }`,
    // Of the levels of a unit: an executive viewer is answered too, without any cell.
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async (world) => {
      const { capability, strategy } = await assessed(world);
      const population = { unitId: world.unit.id };
      return { variables: { id: strategy.id, population }, seen: capability.id };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.strategy',
    document: `query Compared($id: ID!, $population: PopulationInput) {
      strategy(id: $id) {
        readinessComparison(population: $population, from: "2026-03-01", to: "2026-04-30") { moves { after } }
      }
    }`,
    // An executive viewer is answered too, without what parts the days.
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async (world) => {
      const { strategy } = await assessed(world);
      return { variables: { id: strategy.id, population: { unitId: world.unit.id } }, seen: 'DEVELOPING' };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.nameCriticalRole',
    document: `mutation Name($input: NameCriticalRoleInput!) { nameCriticalRole(input: $input) { unit { id } } }`,
    roles: ['DESIGNER'],
    arrange: async (world) => ({ variables: { input: await aPlace(world) }, seen: world.unit.id }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.changeCriticalRole',
    document: `mutation Change($id: ID!) {
      changeCriticalRole(id: $id, expectedVersion: 1, needed: 2) { unit { id } }
    }`,
    roles: ['DESIGNER'],
    arrange: async (world) => ({ variables: { id: await aRole(world) }, seen: world.unit.id }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.dropCriticalRole',
    document: `mutation Drop($id: ID!) { dropCriticalRole(id: $id, expectedVersion: 1) }`,
    roles: ['DESIGNER'],
    arrange: async (world) => ({ variables: { id: await aRole(world) }, seen: 'true' }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
