import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Populations, RELEASED_ON } from '../support/populations.js';
import { Program } from '../support/program.js';
import { workDone } from '../support/readiness.js';
import { ReadinessWorld } from '../support/readiness-world.js';
import { TestWorker } from '../support/worker.js';

const COMPARISON = /* GraphQL */ `
  query Comparison($id: ID!, $population: PopulationInput, $from: Date!, $to: Date!) {
    strategy(id: $id) {
      readinessComparison(population: $population, from: $from, to: $to) {
        before {
          asOf
          executives
          meanReadiness
          readyShare
        }
        after {
          asOf
          executives
          meanReadiness
          readyShare
        }
        changes {
          cause
          people
          meanReadiness
          readyShare
          parts {
            capability {
              code
            }
            meanReadiness
          }
        }
        moves {
          before
          after
          people
        }
      }
    }
  }
`;
const near = (value: number): number => expect.closeTo(value, 9) as unknown as number;
const onePart = (code: string, meanReadiness: number) => [
  { capability: { code }, meanReadiness: near(meanReadiness) },
];
const total = (changes: any[]) => changes.reduce((sum, { meanReadiness }) => sum + meanReadiness, 0);

describe('comparison of two days', () => {
  let program: Program;
  let worker: TestWorker;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const compared = async (token: string, variables: object) => {
    const { data, codes } = await program.as(token, COMPARISON, { population: null, ...variables });
    return codes.length > 0 ? codes : data.strategy.readinessComparison;
  };

  /** From August selling 4 is enough; Ana learns pricing, Dee is assessed, Cem leaves, Eve joins. */
  const autumn = async (world: ReadinessWorld) => {
    const { org, pricing, selling, president, grow } = world;
    const set = `mutation Set($input: SetRequirementsInput!) { setRequirements(input: $input) { id } }`;
    const requirements = [
      { capabilityId: pricing.id, requiredLevel: 4, weight: 2, critical: true },
      { capabilityId: pricing.id, requiredLevel: 5, weight: 2, leadershipLevelId: president.id },
      { capabilityId: selling.id, requiredLevel: 4, weight: 1 },
    ];
    const input = { strategyId: grow.id, expectedVersion: 1, requirements, effectiveFrom: '2026-08-01' };
    expect((await program.as(world.designer, set, { input })).codes).toEqual([]);
    await world.assess(world.ana, { pricing: 4 }, '2026-09-30');
    await world.assess(world.dee, { pricing: 4 }, '2026-09-30');
    await org.within((tx) =>
      tx.query(`UPDATE posting SET valid_to = '2026-10-01' WHERE organization_id = $1 AND person_id = $2`, [
        org.organizationId,
        world.cem.personId,
      ]),
    );
    const eve = await org.executive('Eve Moss', {
      unit: world.sales,
      level: world.director,
      from: '2026-10-01',
    });
    await world.assess(eve, { pricing: 2.5, selling: 4 }, '2026-10-15');
    await world.worked();
  };

  it('says by how much which cause moved the figures, on whom, and in which capability', async () => {
    const world = await ReadinessWorld.begin(program);
    await autumn(world);
    const [from, to] = ['2026-06-30', '2026-12-31'];
    const found = await compared(world.designer, { id: world.grow.id, from, to });
    // Ana 7/9, Bo 11/12, Cem 5/6 and nothing of Dee; then Ana, Bo and Dee 1, Eve 2/3.
    const before = (100 * 91) / 108;
    expect(found.before).toEqual({
      asOf: from,
      executives: 4,
      meanReadiness: near(before),
      readyShare: near(1 / 3),
    });
    expect(found.after).toEqual({
      asOf: to,
      executives: 4,
      meanReadiness: near(1100 / 12),
      readyShare: near(3 / 4),
    });
    const at = (cause: string) => found.changes.find((change: any) => change.cause === cause);
    expect(at('LEVELS')).toEqual({
      cause: 'LEVELS',
      people: 1,
      meanReadiness: near(200 / 9 / 4),
      readyShare: near(1 / 4),
      parts: onePart('pricing', 200 / 9 / 4),
    });
    expect(at('REQUIREMENTS')).toEqual({
      cause: 'REQUIREMENTS',
      people: 1,
      meanReadiness: near(100 / 12 / 4),
      readyShare: 0,
      parts: onePart('selling', 100 / 12 / 4),
    });
    expect(at('EVIDENCE')).toMatchObject({
      people: 1,
      meanReadiness: near((100 - before) / 4),
      readyShare: near(2 / 3 / 4),
    });
    expect(at('JOINED')).toMatchObject({
      people: 1,
      meanReadiness: near((200 / 3 - before) / 4),
      readyShare: near(-1 / 3 / 4),
    });
    expect(at('LEFT')).toMatchObject({
      people: 1,
      meanReadiness: near((before - 250 / 3) / 4),
      readyShare: near(1 / 3 / 4),
    });
    expect(found.changes).toHaveLength(5);
    expect(found.moves).toEqual([
      { before: 'DEVELOPING', after: 'READY_NOW', people: 1 },
      { before: 'INSUFFICIENT_EVIDENCE', after: 'READY_NOW', people: 1 },
      { before: 'READY_NOW', after: 'READY_NOW', people: 1 },
      { before: 'READY_SOON', after: null, people: 1 },
      { before: null, after: 'DEVELOPING', people: 1 },
    ]);
    // The other way round it is what made it fall.
    const back = await compared(world.designer, { id: world.grow.id, from: to, to: from });
    expect(total(back.changes)).toBeCloseTo(-total(found.changes), 9);
  });

  it('tells who moved between parts of the organization', async () => {
    const world = await ReadinessWorld.begin(program);
    const { org } = world;
    await org.within((tx) =>
      tx.query(`UPDATE posting SET valid_to = '2026-08-01' WHERE organization_id = $1 AND person_id = $2`, [
        org.organizationId,
        world.ana.personId,
      ]),
    );
    await org.post(world.ana, { unit: world.sales, level: world.director, from: '2026-08-01' });
    await world.worked();
    const asked = {
      id: world.grow.id,
      population: { unitId: world.sales.id },
      from: '2026-07-31',
      to: '2026-08-01',
    };
    // Bo is at 11/12; then Ana with 7/9 beside.
    expect((await compared(world.designer, asked)).changes).toEqual([
      {
        cause: 'MOVED',
        people: 1,
        meanReadiness: near((700 / 9 - 1100 / 12) / 2),
        readyShare: near(-1 / 2),
        parts: expect.any(Array),
      },
    ]);
  });

  it('shows a viewer who may not see names the figures of either day, and nothing of what parts them', async () => {
    const world = await Populations.begin(program);
    await workDone(program, world.org);
    const viewer = await world.org.tokenOf([GrantableRole.ExecutiveViewer]);
    const asked = { id: world.grow.id, from: '2026-04-01', to: '2026-06-30' };
    expect(await compared(viewer, asked)).toMatchObject({
      before: { asOf: RELEASED_ON, executives: 24 },
      after: { asOf: RELEASED_ON, executives: 24 },
      changes: [],
      moves: [],
    });
    expect((await compared(world.designer, asked)).moves.length).toBeGreaterThan(0);
    const salesOnly = await world.org.tokenOf([GrantableRole.ReadinessViewNamed], [world.unit('Sales')]);
    expect(await compared(salesOnly, asked)).toContain('FORBIDDEN');
    const operations = { unitId: world.unit('Operations').id };
    expect(await compared(salesOnly, { ...asked, population: operations })).toContain('NOT_FOUND');
    const sales = { unitId: world.unit('Sales').id };
    expect((await compared(salesOnly, { ...asked, population: sales })).moves.length).toBeGreaterThan(0);
  });
});
