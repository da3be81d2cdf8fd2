import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Crowd } from '../support/crowd.js';
import { LATER, Populations, RELEASED_ON } from '../support/populations.js';
import { Program } from '../support/program.js';
import { HEAT_MAP } from '../support/readiness-world.js';
import { singlesOut } from '../attacks/singled-out.js';
import { TestWorker } from '../support/worker.js';

const HIDDEN = { suppressed: true, assessed: null, belowRequired: null, meanGap: null };
const NOBODY = { suppressed: false, assessed: 0, belowRequired: 0, meanGap: null };

const cellsIn = (map: any, code: string) =>
  map.rows.find(({ capability }: any) => capability.code === code)?.cells;

describe('heat map', () => {
  let program: Program;
  let worker: TestWorker;
  let world: Populations;
  let viewer: string;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
    world = await Populations.begin(program);
    viewer = await world.org.tokenOf([GrantableRole.ExecutiveViewer]);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const heatMap = async (token: string, by: string, population: object | null = null, more = {}) => {
    const variables = { id: world.grow.id, by, population, asOf: LATER, ...more };
    const { data, codes } = await program.as(token, HEAT_MAP, variables);
    return codes.length > 0 ? codes : data.strategy.heatMap;
  };

  const counted = (token: string, population: object | null) =>
    program.countQueries(() => heatMap(token, 'UNIT', population));

  it('shows where which capability is missing, by unit, the weightiest capability first', async () => {
    // The gaps in pricing are 2 - 2i/7 levels of the i-th of each unit.
    const ofAll = await heatMap(world.designer, 'UNIT');
    expect(ofAll).toMatchObject({
      asOf: LATER,
      columns: [
        { unit: { name: 'Operations' }, leadershipLevel: null, executives: 8, suppressed: false },
        { unit: { name: 'Sales' }, executives: 16 },
      ],
    });
    expect(ofAll.rows.map(({ capability }: any) => capability.code)).toEqual(['pricing', 'selling']);
    expect(cellsIn(ofAll, 'pricing')).toEqual([
      { suppressed: false, assessed: 8, belowRequired: 7, meanGap: expect.closeTo(1, 9) },
      { suppressed: false, assessed: 16, belowRequired: 16, meanGap: expect.closeTo(146 / 7 / 16, 9) },
    ]);
    expect(cellsIn(ofAll, 'selling')).toEqual([NOBODY, NOBODY]);
    const ofSales = await heatMap(world.designer, 'UNIT', { unitId: world.unit('Sales').id }, { first: 1 });
    expect(ofSales.columns.map(({ unit }: any) => unit.name)).toEqual(['North', 'South', 'West']);
    expect(ofSales.rows).toHaveLength(1);
    expect(cellsIn(ofSales, 'pricing')).toMatchObject([
      { assessed: 6, meanGap: expect.closeTo(9 / 7, 9) },
      { assessed: 7, meanGap: expect.closeTo(8 / 7, 9) },
      { assessed: 3, meanGap: expect.closeTo(12 / 7, 9) },
    ]);
    const ofNorth = await heatMap(world.designer, 'UNIT', { unitId: world.unit('North').id });
    expect(ofNorth).toMatchObject({ columns: [], rows: [{ cells: [] }, { cells: [] }] });
  });

  it('shows the units below a single root, which alone would divide nobody', async () => {
    const org = await program.organization();
    const strategy = await org.strategy('Grow', [[await org.capability('pricing'), 4]]);
    const designer = await org.designer();
    const root = await org.unit('Group');
    const namesOf = async () => {
      const map = await heatMap(designer, 'UNIT', null, { id: strategy.id });
      return map.columns.map(({ unit }: any) => unit.name);
    };
    expect(await namesOf()).toEqual(['Group']);
    const plants = await org.unit('Plants', root);
    expect(await namesOf()).toEqual(['Plants']);
    await org.unit('Foundry', plants);
    await org.unit('Trade', root);
    expect(await namesOf()).toEqual(['Plants', 'Trade']);
    await org.unit('Ventures');
    expect(await namesOf()).toEqual(['Group', 'Ventures']);
  });

  it('shows it by leadership level, of all and of a unit', async () => {
    const ofAll = await heatMap(world.designer, 'LEADERSHIP_LEVEL');
    expect(ofAll.columns).toMatchObject([
      { unit: null, leadershipLevel: { name: 'Director' }, executives: 21 },
      { leadershipLevel: { name: 'President' }, executives: 3 },
    ]);
    expect(cellsIn(ofAll, 'pricing')).toMatchObject([{ assessed: 21 }, { assessed: 3, belowRequired: 3 }]);
    const ofUnit = await heatMap(world.designer, 'LEADERSHIP_LEVEL', { unitId: world.unit('Operations').id });
    expect(cellsIn(ofUnit, 'pricing')).toMatchObject([
      { assessed: 5, belowRequired: 4, meanGap: expect.closeTo(4 / 7, 9) },
      { assessed: 3, meanGap: expect.closeTo(12 / 7, 9) },
    ]);
  });

  it('withholds small cells, and the second where one alone would be found by subtraction', async () => {
    const ofSales = await heatMap(viewer, 'UNIT', { unitId: world.unit('Sales').id });
    expect(ofSales).toMatchObject({
      asOf: RELEASED_ON,
      columns: [{ suppressed: true }, { suppressed: false }, { suppressed: true }],
    });
    expect(cellsIn(ofSales, 'pricing')).toEqual([
      HIDDEN,
      { suppressed: false, assessed: 7, belowRequired: 7, meanGap: 1.14 },
      HIDDEN,
    ]);
    const byLevel = await heatMap(viewer, 'LEADERSHIP_LEVEL');
    expect(cellsIn(byLevel, 'pricing')).toEqual([HIDDEN, HIDDEN]);
    const inUnit = await heatMap(viewer, 'LEADERSHIP_LEVEL', { unitId: world.unit('Operations').id });
    expect(inUnit).toMatchObject({ columns: [{ suppressed: true }, { suppressed: true }], rows: [] });
    expect(await heatMap(viewer, 'UNIT', null, { asOf: '2026-03-30' })).toMatchObject({
      columns: [{ suppressed: true }, { suppressed: true }],
      rows: [],
    });
  });

  it('is refused where the figures are, and of other populations than the organization and its units', async () => {
    const salesOnly = await world.org.tokenOf([GrantableRole.ExecutiveViewer], [world.unit('Sales')]);
    const of = (name: 'Sales' | 'Operations') => ({ unitId: world.unit(name).id });
    expect(await heatMap(salesOnly, 'UNIT', of('Sales'))).toMatchObject({ asOf: RELEASED_ON });
    expect(await heatMap(salesOnly, 'UNIT', of('Operations'))).toEqual(['NOT_FOUND']);
    expect(await heatMap(salesOnly, 'UNIT')).toEqual(['FORBIDDEN']);
    expect(await heatMap(world.one('West').token, 'UNIT')).toEqual(['FORBIDDEN']);
    const director = { leadershipLevelId: world.director.id };
    expect(await heatMap(world.designer, 'UNIT', director)).toEqual(['INVALID_INPUT']);
  });

  it('costs the same number of statements for few units and capabilities and for many', async () => {
    const sales = { unitId: world.unit('Sales').id };
    // One more says that the unit is there, and one that it is within what a viewer may see.
    expect(await counted(viewer, sales)).toBe((await counted(viewer, null)) + 2);
    expect(await counted(world.designer, sales)).toBe((await counted(world.designer, null)) + 2);
  });

  it('never lets a viewer single out fewer than five people, by units, their parents, levels, days and capabilities', async () => {
    const crowd = await Crowd.begin(program);
    const asked = await crowd.askedBy(await crowd.org.tokenOf([GrantableRole.ExecutiveViewer]));
    for (const told of ['all', 'pricing', 'selling']) {
      expect({ told, rows: asked.told(told).rows.length > 2 }).toEqual({ told, rows: true });
      expect({ told, singledOut: singlesOut(asked.told(told)) }).toEqual({ told, singledOut: false });
    }
    // With what a designer sees the same attack finds somebody.
    const designer = await crowd.askedBy(await crowd.org.designer());
    expect(singlesOut(designer.told('pricing'))).toBe(true);
  });
});
