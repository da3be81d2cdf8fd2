import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Person } from '@alidade/database';
import { Program } from '../support/program.js';
import { evidence, workDone } from '../support/readiness.js';
import { ReadinessWorld } from '../support/readiness-world.js';
import { roundInOrganization } from '../support/rounds.js';
import { TestWorker } from '../support/worker.js';

const LIST = `{ executives(first: 100) { edges { node { levels { level round { name } } readiness { value strategy { title } parts { contribution requirement { capability { name } } } } required { gap reasons { id } } } } } }`;

const near = (value: number) => expect.closeTo(value, 9);

describe("an executive's readiness", () => {
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

  let world: ReadinessWorld;
  beforeEach(async () => {
    world = await ReadinessWorld.begin(program);
  });

  const only = async (...of: Parameters<ReadinessWorld['executive']>) => {
    const { readiness } = await world.executive(...of);
    expect(readiness).toHaveLength(1);
    return readiness[0];
  };

  it('unfolds into parts that add up', async () => {
    const ana = await only(world.ana);
    expect(ana).toMatchObject({
      strategy: { title: 'Grow' },
      asOf: '2026-06-30',
      value: near((100 * 7) / 9),
      coverage: 1,
      policyVersion: 1,
      parts: [
        {
          requirement: { capability: { code: 'pricing' }, requiredLevel: 4, leadershipLevel: null },
          level: { level: 3, stale: false },
          attainment: near(2 / 3),
          share: near(2 / 3),
          contribution: near((100 * 4) / 9),
        },
        {
          requirement: { capability: { code: 'selling' }, requiredLevel: 5 },
          level: { level: 5 },
          attainment: 1,
          share: near(1 / 3),
          contribution: near(100 / 3),
        },
      ],
    });
    // Var = (2/3 · 100 · 0.3/3)² + (1/3 · 100 · 0.3/4)²
    expect(ana.low).toBeCloseTo((100 * 7) / 9 - 1.96 * Math.hypot((2 / 3) * 10, (1 / 3) * 7.5), 9);
  });

  it('is held at DEVELOPING by a critical capability that is missed, whatever the number', async () => {
    expect(await only(world.ana)).toMatchObject({ band: 'DEVELOPING', value: near((100 * 7) / 9) });
    await evidence(world.org, world.ana, world.pricing, { level: 3.5, evidenceOn: '2026-05-01' });
    await world.worked({ from: '2026-05-01', executiveId: world.ana.executiveId });
    expect(await only(world.ana)).toMatchObject({ band: 'READY_SOON', low: null });
    expect(await only(world.ana, '2026-04-30')).toMatchObject({ band: 'DEVELOPING' });
  });

  it('has no number where too little is known, and says how much is', async () => {
    expect(await only(world.dee)).toMatchObject({
      band: 'INSUFFICIENT_EVIDENCE',
      value: null,
      low: null,
      coverage: near(1 / 3),
      parts: [
        { level: null, attainment: null, share: null, contribution: null },
        { level: { level: 5 }, attainment: 1, share: null, contribution: null },
      ],
    });
  });

  it('asks of a leadership level what is required of it instead of all', async () => {
    expect((await only(world.cem)).parts[0]).toMatchObject({
      requirement: { requiredLevel: 5, leadershipLevel: { name: 'President' } },
      attainment: near(3 / 4),
    });
  });

  it('shows what has turned stale, and counts it no longer', async () => {
    const { levels, readiness } = await world.executive(world.bo, '2027-09-30');
    expect(levels).toMatchObject([
      {
        capability: { code: 'pricing' },
        level: 4,
        source: 'MULTI_RATER',
        stale: true,
        evidenceOn: '2026-03-31',
      },
      { capability: { code: 'selling' }, level: 4, stale: true },
    ]);
    expect(readiness).toMatchObject([
      {
        band: 'INSUFFICIENT_EVIDENCE',
        coverage: 0,
        parts: [{ level: { stale: true }, attainment: null }, {}],
      },
    ]);
    expect((await world.executive(world.bo, '2026-03-30')).levels).toEqual([]);
  });

  it('knows what is required over all statements, the strictest first, with own level and gap', async () => {
    await world.org.strategy('Candor', [
      [world.pricing, 4.5],
      [world.selling, 2, { level: world.president }],
    ]);
    await world.worked();
    const { required } = await world.executive(world.ana);
    expect(required).toEqual([
      {
        capability: { code: 'pricing' },
        requiredLevel: 4.5,
        level: { level: 3 },
        gap: 1.5,
        reasons: [
          { strategy: { title: 'Candor' }, requiredLevel: 4.5 },
          { strategy: { title: 'Grow' }, requiredLevel: 4 },
        ],
      },
      {
        capability: { code: 'selling' },
        requiredLevel: 5,
        level: { level: 5 },
        gap: 0,
        reasons: [{ strategy: { title: 'Grow' }, requiredLevel: 5 }],
      },
    ]);
    expect((await world.executive(world.ana)).readiness.map(({ strategy }: any) => strategy.title)).toEqual([
      'Grow',
      'Candor',
    ]);
    expect((await world.executive(world.dee)).required[0]).toMatchObject({ level: null, gap: null });
  });

  it('comes from ratings: of a pool where groups are small, of the manager alone where nothing else is', async () => {
    const { org, pricing, selling, ana, bo } = world;
    const rounds = await roundInOrganization(program, org);
    for (const { personId } of [ana, bo])
      // oxlint-disable-next-line no-await-in-loop
      await org.within((tx) =>
        tx.update(Person, { organizationId: org.organizationId, id: personId }, { externalId: personId }),
      );
    const before = await world.executive(ana, '2026-04-29');
    const id = await rounds.open([ana, bo], [pricing, selling], {
      occasion: 'FOLLOW_UP',
      opensOn: '2026-04-01',
      closesOn: '2026-04-30',
    });
    const imported = await rounds.upload(id, [
      [ana.personId, 'boss', 'MANAGER', 'pricing', '5'],
      [ana.personId, 'p1', 'PEER', 'pricing', '3'],
      [ana.personId, 'p2', 'PEER', 'pricing', '4'],
      [ana.personId, 'd1', 'DIRECT_REPORT', 'pricing', '5'],
      [ana.personId, 'o1', 'OTHER', 'selling', '1'],
      [bo.personId, 'boss', 'MANAGER', 'pricing', '1'],
    ]);
    expect(imported).toMatchObject({ status: 'SUCCEEDED' });
    await rounds.release(id);
    await workDone(program, org);
    // Ana: the manager's 5 and the pool's (3 + 4 + 5) / 3, so 4.5; her selling, of one other rater, stays at 5.
    const { levels, readiness } = await world.executive(ana, '2026-04-30');
    expect(levels).toMatchObject([
      { level: 4.5, source: 'MULTI_RATER', evidenceOn: '2026-04-30' },
      { level: 5, source: 'MULTI_RATER', evidenceOn: '2026-03-31' },
    ]);
    expect(readiness).toMatchObject([{ band: 'READY_NOW', value: near(100) }]);
    // Bo: a manager's alone is no match for the multi-rater level of March.
    expect((await world.executive(bo, '2026-04-30')).levels[0]).toMatchObject({
      level: 4,
      source: 'MULTI_RATER',
    });
    expect(await world.executive(ana, '2026-04-29')).toEqual(before);
  });

  it('is for the executive, for those they report to, and for viewers by name where they are', async () => {
    const { org, ana, bo, planning, sales } = world;
    const manager = await org.person('Cleo Marsh');
    const led = await org.executive('Eli Wirth', { unit: sales, level: world.director, manager });
    await world.assess(led, { pricing: 5, selling: 5 });
    await world.worked();
    const asked = async (token: string, who = led) => {
      const answer = await world.executive(who, '2026-06-30', token);
      return Array.isArray(answer) ? answer : answer.readiness[0].band;
    };
    expect(await asked(led.token)).toBe('READY_NOW');
    expect(await asked(await org.token(manager))).toBe('READY_NOW');
    expect(await asked(await org.tokenOf([GrantableRole.ReadinessViewNamed], [sales]))).toBe('READY_NOW');
    for (const token of [
      bo.token,
      await org.tokenOf([GrantableRole.ExecutiveViewer]),
      await org.tokenOf([GrantableRole.ReadinessViewNamed], [planning]),
      await org.administrator(),
      await (await program.organization()).designer(),
    ])
      // oxlint-disable-next-line no-await-in-loop
      expect(await asked(token)).toEqual(['NOT_FOUND']);
    expect(await asked(ana.token, ana)).toBe('DEVELOPING');
  });

  it('costs the same number of statements for one executive and for fifty', async () => {
    const { org, designer } = world;
    const one = await program.countQueries(() => program.as(designer, LIST));
    for (let i = 0; i < 46; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const who = await org.executive(`Person ${i}`, { unit: world.sales, level: world.director });
      // oxlint-disable-next-line no-await-in-loop
      await world.assess(who, { pricing: 3, selling: 4 });
    }
    await world.worked();
    const { data, codes } = await program.as(designer, LIST);
    expect(codes).toEqual([]);
    expect(data.executives.edges).toHaveLength(50);
    expect(await program.countQueries(() => program.as(designer, LIST))).toBe(one);
  });
});
