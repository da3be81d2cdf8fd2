import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '@alidade/database';
import { requirementsImport } from '../../apps/api/src/direction/requirements.import.js';
import { dayFromToday, directionWorld, need } from '../support/direction.js';
import type { DirectionWorld } from '../support/direction.js';
import { takeIn } from '../support/import-file.js';
import type { TestPerson } from '../support/organization.js';
import { Program } from '../support/program.js';

const HEADER = 'strategy,capability_code,leadership_level,required_level,weight,critical';

describe('a file of requirements', () => {
  let program: Program;
  let world: DirectionWorld;
  let by: TestPerson;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    world = await directionWorld(program);
    by = await world.org.person('Ana Duarte');
  });

  const take = (...rows: string[]) =>
    takeIn(world.org, requirementsImport, {
      text: [HEADER, ...rows].join('\n'),
      today: dayFromToday(0),
      by,
    });
  const approved = (title: string, more: object = {}) =>
    world.editor.approved(title, [need(world.pricing, 4)], more);

  it('changes drafts in place and gives what is approved a new approved version from today', async () => {
    const { editor } = world;
    const draft = await editor.create('Candor', { kind: 'VALUE' });
    const grow = await approved('Grow');
    const counts = await take(
      'Grow,selling,President,3.5,2,true',
      'Candor,pricing,,2,1,',
      'Grow,pricing,,4.5,1,false',
      'Grow,pricing,director,2,1,false',
    );
    expect(counts).toEqual({ created: 3, updated: 1, unchanged: 0, faults: [] });
    expect(await editor.required(draft)).toEqual([['pricing', 2, undefined]]);
    expect(await editor.days(draft)).toEqual([[1, 'DRAFT', null, null]]);
    expect(await editor.required(grow)).toEqual([
      ['pricing', 4.5, undefined],
      ['pricing', 2, 'Director'],
      ['selling', 3.5, 'President'],
    ]);
    expect(await editor.days(grow)).toEqual([
      [1, 'ENDED', null, dayFromToday(0)],
      [2, 'IN_FORCE', dayFromToday(0), null],
    ]);
    expect((await editor.read(grow)).version).toBe(grow.version + 1);
    expect((await editor.read(grow)).requirements[2]).toMatchObject({ weight: 2, critical: true });
  });

  it('replaces all that the statements named require, and touches no other', async () => {
    const { editor, pricing, selling } = world;
    const grow = await editor.approved('Grow', [need(pricing, 4), need(selling, 2)]);
    const other = await approved('Other');
    expect(await take('Grow,pricing,,4,1,')).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await editor.required(grow)).toEqual([['pricing', 4, undefined]]);
    expect(await editor.required(grow, { asOf: dayFromToday(-1) })).toHaveLength(2);
    expect(await editor.read(other)).toMatchObject({ version: other.version });
  });

  it('changes nothing the second time', async () => {
    const { editor } = world;
    const [draft, grow] = [await editor.create('Candor'), await approved('Grow')];
    const rows = ['Grow,pricing,,4.25,1,', 'Candor,pricing,Director,1.0,1,'];
    expect(await take(...rows)).toMatchObject({ created: 1, updated: 1 });
    const before = [await editor.read(draft), await editor.read(grow)];
    expect(await take(...rows)).toEqual({ created: 0, updated: 0, unchanged: 2, faults: [] });
    expect([await editor.read(draft), await editor.read(grow)]).toEqual(before);
  });

  it('does not let what is approved for a later day begin today', async () => {
    const { editor } = world;
    const grow = await approved('Grow', { effectiveFrom: dayFromToday(30) });
    await take('Grow,pricing,,5,1,');
    expect(await editor.required(grow, { asOf: dayFromToday(0) })).toEqual([]);
    expect(await editor.required(grow, { asOf: dayFromToday(30) })).toEqual([['pricing', 5, undefined]]);
    expect(await take('Grow,pricing,,5,1,')).toMatchObject({ unchanged: 1 });
  });

  it('is refused whole with every fault by line, column and reason', async () => {
    const { editor } = world;
    const [grow, old] = [await approved('Grow'), await approved('Old')];
    await editor.retire(old);
    await (await program.organization()).capability('foreign');
    const { faults, ...counts } = await take(
      'Grow,pricing,,5,1,',
      'Gorw,pricing,,5,1,',
      'Old,pricing,,5,1,',
      'Grow,foreign,,5.5,0,yes',
      'Grow,pricing,Chief,1e0,-1,',
      'Grow,selling,,,1,',
      'Grow,pricing,,3,1,',
      ',pricing,,NaN,Infinity,',
    );
    expect(faults).toEqual([
      [3, 'strategy', 'There is no strategy, value or vision "Gorw".'],
      [4, 'strategy', '"Old" is retired and stays as it was.'],
      [5, 'required_level', 'A level is a number from 1 to 5, not 5.5.'],
      [5, 'weight', 'A weight is a number above 0, not 0.'],
      [5, 'critical', 'critical is true or false, not yes.'],
      [5, 'capability_code', 'There is no capability "foreign".'],
      [6, 'required_level', 'A level is a number from 1 to 5, not 1e0.'],
      [6, 'weight', 'A weight is a number above 0, not -1.'],
      [6, 'leadership_level', 'There is no leadership level "Chief"; there are: Director, President.'],
      [7, 'required_level', 'required_level is needed in every row.'],
      [8, null, 'Line 2 is for the same strategy, capability and leadership level.'],
      [9, 'strategy', 'strategy is needed in every row.'],
      [9, 'required_level', 'A level is a number from 1 to 5, not NaN.'],
      [9, 'weight', 'A weight is a number above 0, not Infinity.'],
    ]);
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: 0 });
    expect(await editor.read(grow)).toMatchObject({ version: grow.version });
  });

  it('is told in the trail under the name of who uploaded it', async () => {
    const { organizationId } = world.org;
    const grow = await approved('Grow');
    await take('Grow,pricing,,5,1,');
    const where = { organizationId, subjectId: grow.id, actorId: by.personId };
    const entries = await world.org.within((tx) => tx.findBy(AuditEntry, where));
    expect(entries).toMatchObject([
      { action: 'REQUIREMENTS_SET', detail: { version: 2, from: dayFromToday(0) } },
    ]);
  });

  it('of a whole matrix takes as many statements of SQL as one of a few rows', async () => {
    const { org } = world;
    await approved('Grow');
    const codes = Array.from({ length: 40 }, (_, i) => `capability-${i}`);
    // oxlint-disable-next-line no-await-in-loop
    for (const code of codes) await org.capability(code);
    const rows = codes.map((code) => `Grow,${code},,3,1,`);
    const few = await program.countQueries(() => take(...rows.slice(0, 1)));
    expect(await program.countQueries(() => take(...rows))).toBe(few);
  });
});
