import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import type { LeadershipLevel } from '@alidade/database';
import { LATER, Populations, RELEASED_ON } from '../support/populations.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment } from '../support/programs.js';
import { evidence } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const OVERVIEW = `{ strategies { title readiness { readyNow readySoon developing insufficientEvidence meanReadiness meanCoverage
  gaps(first: 5) { capability { code } priority } } } }`;

describe('readiness of a population', () => {
  let program: Program;
  let worker: TestWorker;
  let world: Populations;
  let viewer: string;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    world = await Populations.begin(program);
    viewer = await world.org.tokenOf([GrantableRole.ExecutiveViewer]);
  });

  const WITHHELD = {
    suppressed: true,
    readyNow: null,
    insufficientEvidence: null,
    readyShare: null,
    meanReadiness: null,
    meanCoverage: null,
    recordedAt: null,
    gaps: [],
  };

  describe('for a viewer who may not see its people by name', () => {
    it('is shown in whole points and percent, on the day of the last release', async () => {
      const exact = await world.figures(await world.org.designer(), null);
      const shown = await world.figures(viewer, null);
      expect(exact).toMatchObject({ asOf: LATER, executives: 24, suppressed: false });
      expect(shown).toMatchObject({ asOf: RELEASED_ON, executives: 24, suppressed: false });
      expect(Number.isInteger(exact.meanReadiness)).toBe(false);
      expect(shown.meanReadiness).toBe(Math.round(exact.meanReadiness));
      expect(shown.meanCoverage).toBe(0.9);
      expect(shown.readyShare).toBe(Math.round(exact.readyShare * 100) / 100);
      expect(shown.gaps[0].priority).toBe(Math.round(exact.gaps[0].priority * 100) / 100);
    });

    it('is withheld under five people, and where fewer would be left of its parent', async () => {
      expect(await world.of(viewer, 'West')).toMatchObject({ executives: 3, ...WITHHELD });
      expect(await world.of(viewer, 'Sales')).toMatchObject({ executives: 16, suppressed: false });
      expect(await world.of(viewer, 'Operations')).toMatchObject({ executives: 8, suppressed: false });
      const level = ({ id }: LeadershipLevel) => world.figures(viewer, { leadershipLevelId: id });
      expect(await level(world.president)).toMatchObject({ executives: 3, ...WITHHELD });
      expect(await level(world.director)).toMatchObject({ executives: 21, ...WITHHELD });
    });

    it('is withheld of a unit whose sisters together would tell of a small one', async () => {
      // Sales less North and South would be the three of West.
      expect(await world.of(viewer, 'North')).toMatchObject({ suppressed: true });
      expect(await world.of(viewer, 'South')).toMatchObject({ suppressed: false });
    });

    it('stays the same on neighboring days, whoever comes, goes or is seen anew', async () => {
      const { org, pricing } = world;
      const { organizationId } = org;
      const before = await world.figures(viewer, null);
      const joined = await org.executive('New', {
        unit: world.unit('South'),
        level: world.director,
        from: '2026-05-01',
      });
      await evidence(org, joined, pricing, { level: 5, evidenceOn: '2026-05-02', source: 'MANAGER' });
      await org.within((tx) =>
        tx.query(`UPDATE posting SET valid_to = '2026-05-10' WHERE organization_id = $1 AND person_id = $2`, [
          organizationId,
          world.one('South').personId,
        ]),
      );
      await world.worked();
      expect((await world.figures(await org.designer(), null, '2026-05-05')).executives).toBe(25);
      for (const day of [RELEASED_ON, '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-10', LATER])
        // oxlint-disable-next-line no-await-in-loop
        expect(await world.figures(viewer, null, day)).toEqual(before);
    });

    it('is withheld on days before the first release', async () => {
      expect(await world.figures(viewer, null, '2026-03-30')).toMatchObject({
        asOf: '2026-03-30',
        executives: 24,
        ...WITHHELD,
      });
      const { data } = await program.as(
        viewer,
        'query Trend($id: ID!) { strategy(id: $id) { readinessTrend(from: "2026-02-01", to: "2026-05-15") { asOf suppressed } } }',
        { id: world.grow.id },
      );
      expect(data.strategy.readinessTrend).toEqual([
        { asOf: '2026-02-28', suppressed: true },
        { asOf: RELEASED_ON, suppressed: false },
        { asOf: RELEASED_ON, suppressed: false },
      ]);
    });

    it('tells no gap of a capability in which one to four are assessed, there or in the rest of the parent', async () => {
      for (let i = 0; i < 4; i += 1)
        // oxlint-disable-next-line no-await-in-loop
        await evidence(world.org, world.one('Operations', i), world.selling, {
          level: 2,
          evidenceOn: RELEASED_ON,
        });
      await world.worked();
      const hidden = {
        capability: { code: 'selling' },
        belowRequired: null,
        assessed: null,
        meanGap: null,
        priority: null,
      };
      expect((await world.of(viewer, 'Operations')).gaps).toMatchObject([
        { capability: { code: 'pricing' }, assessed: 8 },
        hidden,
      ]);
      expect((await world.figures(viewer, null)).gaps).toMatchObject([{ assessed: 24 }, hidden]);
      // Nobody is assessed in it here, but who is in the rest is four people.
      expect((await world.of(viewer, 'Sales')).gaps[1]).toMatchObject(hidden);
      const designer = await world.org.designer();
      expect((await world.of(designer, 'Operations')).gaps).toMatchObject([
        { assessed: 8 },
        { assessed: 4, belowRequired: 4 },
      ]);
    });

    it('is withheld of a cohort', async () => {
      const cohort = await aCohort(world.org, { maxSeats: 9 });
      for (let i = 0; i < 6; i += 1)
        // oxlint-disable-next-line no-await-in-loop
        await anEnrollment(world.org, cohort, world.one('South', i));
      expect(await world.figures(viewer, { cohortId: cohort.id })).toMatchObject({
        executives: 6,
        ...WITHHELD,
      });
    });
  });

  describe('for a viewer who may see all of it by name', () => {
    it('is exact, of any size, on the day asked', async () => {
      const named = await world.org.tokenOf([GrantableRole.ReadinessViewNamed], [world.unit('Sales')]);
      expect(await world.of(named, 'West')).toMatchObject({
        asOf: LATER,
        executives: 3,
        suppressed: false,
        developing: 3,
      });
      expect(await world.of(named, 'West', '2026-03-30')).toMatchObject({
        asOf: '2026-03-30',
        insufficientEvidence: 3,
      });
    });

    it('is that of a cohort, of those who hold a seat or have completed it', async () => {
      const cohort = await aCohort(world.org, { maxSeats: 9 });
      await anEnrollment(world.org, cohort, world.one('South', 6));
      await anEnrollment(world.org, cohort, world.one('West', 0), 'COMPLETED');
      await anEnrollment(world.org, cohort, world.one('North', 0), 'WITHDRAWN');
      await anEnrollment(world.org, cohort, world.one('North', 1), 'PENDING');
      const population = { cohortId: cohort.id };
      const designer = await world.org.designer();
      expect(await world.figures(designer, population)).toMatchObject({
        executives: 2,
        suppressed: false,
        readyNow: 1,
        developing: 1,
        // South 6 is at 2 + 12/7, West 0 at 2: (1 + 12/7)/3 and 1/3.
        meanReadiness: expect.closeTo(((100 * (1 + 12 / 7)) / 3 + 100 / 3) / 2, 9),
      });
      const inSales = await world.org.tokenOf([GrantableRole.ReadinessViewNamed], [world.unit('Sales')]);
      const inSouth = await world.org.tokenOf([GrantableRole.ReadinessViewNamed], [world.unit('South')]);
      expect(await world.figures(inSales, population)).toMatchObject({ executives: 2, suppressed: false });
      expect(await world.figures(inSouth, population)).toMatchObject({ suppressed: true });
      expect(await world.figures(designer, { cohortId: world.grow.id })).toEqual(['NOT_FOUND']);
    });

    it('is as for any other viewer where somebody has since moved out of sight', async () => {
      const { org } = world;
      const { organizationId } = org;
      const mover = world.one('South');
      const named = await org.tokenOf([GrantableRole.ReadinessViewNamed], [world.unit('Sales')]);
      await org.within((tx) =>
        tx.query(`UPDATE posting SET valid_to = '2026-06-15' WHERE organization_id = $1 AND person_id = $2`, [
          organizationId,
          mover.personId,
        ]),
      );
      await org.post(mover, { unit: world.unit('Operations'), level: world.director, from: '2026-06-15' });
      await world.worked();
      expect(await world.of(named, 'Sales', '2026-06-15')).toMatchObject({
        asOf: '2026-06-15',
        executives: 15,
      });
      expect(await world.of(named, 'Sales', '2026-06-14')).toMatchObject({
        asOf: RELEASED_ON,
        executives: 16,
      });
    });
  });

  it('is asked for by nobody without the permission, and not beyond the units of a role', async () => {
    const { org } = world;
    const salesOnly = await org.tokenOf([GrantableRole.ExecutiveViewer], [world.unit('Sales')]);
    expect(await world.of(salesOnly, 'Sales')).toMatchObject({ suppressed: false });
    expect(await world.of(salesOnly, 'South')).toMatchObject({ suppressed: false });
    expect(await world.of(salesOnly, 'Operations')).toEqual(['NOT_FOUND']);
    expect(await world.figures(salesOnly, null)).toEqual(['FORBIDDEN']);
    expect(await world.figures(salesOnly, { leadershipLevelId: world.director.id })).toEqual(['FORBIDDEN']);
    expect(await world.figures(await org.administrator(), null)).toEqual(['FORBIDDEN']);
    expect(await world.figures(world.one('West').token, null)).toEqual(['FORBIDDEN']);
    const foreign = await program.organization();
    expect(await world.figures(await foreign.designer(), null)).toEqual(['NOT_FOUND']);
  });

  it.each([0, 101])('is not asked for its %d largest gaps', async (first) => {
    const gaps = `{ strategies { readiness { gaps(first: ${first}) { priority } } } }`;
    const { codes, errors } = await program.as(viewer, gaps);
    expect(codes).toEqual(['INVALID_INPUT']);
    expect(errors[0].extensions.fields).toEqual([
      { path: 'first', message: expect.stringMatching(/^first /) },
    ]);
  });

  it('costs the same few statements for one strategy and for twelve', async () => {
    const { org, pricing } = world;
    const tokens = [viewer, await org.designer()];
    const counts = async () => {
      const found: number[] = [];
      for (const token of tokens)
        // oxlint-disable-next-line no-await-in-loop
        found.push(await program.countQueries(() => program.as(token, OVERVIEW)));
      return found;
    };
    // BEGIN, who asks, the strategies, what is in force, tallies, capabilities, COMMIT; for an audience also the day of the
    // last release and the tallies of what contains the population.
    const one = await counts();
    expect(one).toEqual([9, 7]);
    for (let i = 1; i < 12; i += 1)
      // oxlint-disable-next-line no-await-in-loop
      await org.strategy(`Strategy ${i}`, [[pricing, 3 + i / 10]]);
    await world.worked();
    const { data } = await program.as(viewer, OVERVIEW);
    expect(data.strategies).toHaveLength(12);
    expect(data.strategies.every(({ readiness }: any) => readiness.meanReadiness > 0)).toBe(true);
    expect(await counts()).toEqual(one);
  });
});
