import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayFromToday, DirectionEditor, directionWorld, need, refusal } from '../support/direction.js';
import type { DirectionWorld } from '../support/direction.js';
import { Program } from '../support/program.js';

describe('an edit of the direction', () => {
  let program: Program;
  let world: DirectionWorld;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    world = await directionWorld(program);
  });

  const approved = (more: object = {}) => world.editor.approved('Grow', [need(world.pricing, 4)], more);
  const weights = async (strategy: { id: string }): Promise<number[]> =>
    (await world.editor.read(strategy)).versions.map(({ weight }: any) => weight);

  it('changes a draft in place, also the day from which it will hold', async () => {
    const { editor, pricing, selling } = world;
    const draft = await editor.require(await editor.create('Grow'), [need(pricing, 4), need(selling, 2)]);
    const again = await editor.require(draft, [need(selling, 3)], { effectiveFrom: '2025-06-01' });
    expect(await editor.required(draft)).toEqual([['selling', 3, undefined]]);
    expect(await editor.days(draft)).toEqual([[1, 'DRAFT', '2025-06-01', null]]);
    const revised = await editor.revise(again, {
      narrative: 'New',
      weight: 7,
      effectiveFrom: '2025-07-01',
    });
    expect(revised).toMatchObject({ narrative: 'New', weight: 7, title: 'Grow' });
    expect(await editor.days(draft)).toEqual([[1, 'DRAFT', '2025-07-01', null]]);
    expect(await editor.required(draft)).toEqual([['selling', 3, undefined]]);
    const empty = await editor.require(revised, []);
    expect(await editor.required(empty)).toEqual([]);
  });

  it('gives what is approved a new approved version from a day, and past days keep the old one', async () => {
    const { editor, pricing } = world;
    const grow = await approved({ effectiveFrom: '2024-01-01' });
    await editor.require(grow, [need(pricing, 5)], { effectiveFrom: '2025-01-01' });
    expect(await editor.days(grow)).toEqual([
      [1, 'ENDED', '2024-01-01', '2025-01-01'],
      [2, 'IN_FORCE', '2025-01-01', null],
    ]);
    expect(await editor.required(grow)).toEqual([['pricing', 5, undefined]]);
    expect(await editor.required(grow, { asOf: '2024-12-31' })).toEqual([['pricing', 4, undefined]]);
    expect(await editor.required(grow, { asOf: '2025-01-01' })).toEqual([['pricing', 5, undefined]]);
    expect(await editor.required(grow, { asOf: '2023-12-31' })).toEqual([]);
    const { versions } = await editor.read(grow);
    expect(versions.map((each: any) => each.requirements)).toEqual([
      [{ requiredLevel: 4 }],
      [{ requiredLevel: 5 }],
    ]);
  });

  it('holds from today unless a day is named, and shows nothing of a later one before', async () => {
    const { editor, pricing } = world;
    const grow = await editor.require(await approved(), [need(pricing, 5)]);
    await editor.require(grow, [need(pricing, 1)], { effectiveFrom: dayFromToday(30) });
    expect(await editor.days(grow)).toEqual([
      [1, 'ENDED', null, dayFromToday(0)],
      [2, 'IN_FORCE', dayFromToday(0), dayFromToday(30)],
      [3, 'UPCOMING', dayFromToday(30), null],
    ]);
    expect(await editor.required(grow)).toEqual([['pricing', 5, undefined]]);
    expect(await editor.required(grow, { asOf: dayFromToday(30) })).toEqual([['pricing', 1, undefined]]);
  });

  it('holds from its day on whatever was recorded before: a version that never begins stays as a record', async () => {
    const { editor, pricing } = world;
    const grow = await editor.require(await approved(), [need(pricing, 5)], { effectiveFrom: '2025-06-01' });
    await editor.require(grow, [need(pricing, 2)], { effectiveFrom: '2025-01-01' });
    expect(await editor.days(grow)).toEqual([
      [1, 'ENDED', null, '2025-01-01'],
      [2, 'REPLACED', '2025-06-01', '2025-06-01'],
      [3, 'IN_FORCE', '2025-01-01', null],
    ]);
    expect(await editor.required(grow, { asOf: '2025-07-01' })).toEqual([['pricing', 2, undefined]]);
  });

  it('shows, where nothing is in force, what comes next and, once retired, what was last', async () => {
    const { editor, pricing } = world;
    let grow = await approved({ effectiveFrom: dayFromToday(10) });
    grow = await editor.require(grow, [need(pricing, 5)], { effectiveFrom: dayFromToday(20) });
    expect(await editor.required(grow)).toEqual([['pricing', 4, undefined]]);
    expect(await editor.read(grow)).toMatchObject({ effectiveFrom: dayFromToday(10), status: 'APPROVED' });
    grow = await editor.require(grow, [need(pricing, 2)], { effectiveFrom: '2025-01-01' });
    grow = await editor.require(grow, [need(pricing, 3)], { effectiveFrom: '2025-06-01' });
    await editor.retire(grow, '2025-07-01');
    expect(await editor.required(grow)).toEqual([['pricing', 3, undefined]]);
    expect(await editor.read(grow)).toMatchObject({ effectiveFrom: '2025-06-01', status: 'RETIRED' });
  });

  it('does not let a statement begin earlier when it names no day', async () => {
    const { editor, pricing } = world;
    const grow = await approved({ effectiveFrom: dayFromToday(60) });
    await editor.require(grow, [need(pricing, 5)]);
    expect(await editor.days(grow)).toEqual([
      [1, 'REPLACED', dayFromToday(60), dayFromToday(60)],
      [2, 'UPCOMING', dayFromToday(60), null],
    ]);
    expect(await editor.required(grow)).toEqual([['pricing', 5, undefined]]);
    expect(await editor.required(grow, { asOf: dayFromToday(0) })).toEqual([]);
  });

  it('of narrative or weight keeps the requirements, and one of title or owner makes no version', async () => {
    const { org, editor } = world;
    const grow = await approved();
    const said = { weight: 3, narrative: 'Faster', effectiveFrom: '2025-01-01' };
    const revised = await editor.revise(grow, said);
    expect(revised).toMatchObject({ weight: 3, narrative: 'Faster', version: grow.version + 1 });
    const { personId } = await org.person('Ana Duarte');
    const renamed = await editor.revise(revised, { ...said, title: ' Grow more ', ownerId: personId });
    expect(renamed).toMatchObject({ title: 'Grow more', owner: { name: 'Ana Duarte' }, weight: 3 });
    expect(await editor.revise(renamed, { ownerId: null })).toMatchObject({
      owner: null,
      title: 'Grow more',
    });
    expect(await editor.days(grow)).toEqual([
      [1, 'ENDED', null, '2025-01-01'],
      [2, 'IN_FORCE', '2025-01-01', null],
    ]);
    expect((await editor.read(grow)).versions).toMatchObject([
      { weight: 1, requirements: [{ requiredLevel: 4 }] },
      { weight: 3, requirements: [{ requiredLevel: 4 }] },
    ]);
  });

  it('starts, for a later day, from what is to hold then, and backward from what is said today', async () => {
    const { editor, pricing } = world;
    const grow = await approved();
    let { version } = await editor.revise(grow, { weight: 2, effectiveFrom: dayFromToday(10) });
    const require = async (level: number, effectiveFrom: string) => {
      ({ version } = await editor.require({ id: grow.id, version }, [need(pricing, level)], {
        effectiveFrom,
      }));
    };
    await require(5, dayFromToday(20));
    expect(await weights(grow)).toEqual([1, 2, 2]);
    await require(3, '2025-01-01');
    expect(await weights(grow)).toEqual([1, 2, 2, 1]);
  });

  it('is refused when the statement has another version than was seen, and leaves it as it is', async () => {
    const { editor, pricing } = world;
    const grow = await approved();
    const seen = { id: grow.id, version: grow.version - 1 };
    const draft = await editor.create('Draft');
    await editor.require(draft, [need(pricing, 1)]);
    const writes = [
      editor.require(seen, [need(pricing, 5)]),
      editor.revise(seen, { weight: 2 }),
      editor.retire(seen),
      editor.approve(draft),
    ];
    for (const outcome of await Promise.all(writes.map(refusal)))
      expect(outcome).toMatchObject({ code: 'CONFLICT' });
    expect(await editor.read(grow)).toMatchObject({ version: grow.version, status: 'APPROVED', weight: 1 });
    expect(await editor.days(grow)).toHaveLength(1);
  });

  it('is taken from one of several who make it at the same time', async () => {
    const { editor, pricing } = world;
    const grow = await approved();
    const writes = [2, 3, 5].map((level) => refusal(editor.require(grow, [need(pricing, level)])));
    expect((await Promise.all(writes)).filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await editor.days(grow)).toHaveLength(2);
  });

  it('cannot give a title that another statement of the organization has', async () => {
    const { editor } = world;
    await editor.create('Grow');
    expect(await refusal(editor.create(' Grow '))).toMatchObject({ code: 'CONFLICT' });
    const other = await editor.create('Other');
    expect(await refusal(editor.revise(other, { title: 'Grow' }))).toMatchObject({ code: 'CONFLICT' });
    const elsewhere = await program.organization();
    await new DirectionEditor(program, await elsewhere.designer()).create('Grow');
  });

  it.each([
    ['a weight of 0', { weight: 0 }, ['input.weight']],
    ['no title', { title: ' ' }, ['input.title']],
    ['both', { weight: -1, title: '' }, ['input.title', 'input.weight']],
  ])('with %s is refused by path', async (_what, more, paths) => {
    const { editor } = world;
    expect(await refusal(editor.create('Grow', more))).toMatchObject({ code: 'INVALID_INPUT', paths });
    const draft = await editor.create('Grow');
    expect(await refusal(editor.revise(draft, more))).toMatchObject({ code: 'INVALID_INPUT', paths });
  });

  it.each([
    ['a day that the database has not', { effectiveFrom: '0000-01-01' }],
    ['a text that it cannot keep', { narrative: 'a\0b' }],
  ])('with %s is refused', async (_what, more) => {
    expect(await refusal(world.editor.create('Grow', more))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('with requirements off the scale, without weight or twice is refused, each by its path', async () => {
    const { editor, pricing, selling, director } = world;
    const draft = await editor.create('Grow');
    const of = (...requirements: object[]) => refusal(editor.require(draft, requirements));
    expect(await of(need(pricing, 5.1), need(selling, 0.9, { weight: 0 }))).toMatchObject({
      code: 'INVALID_INPUT',
      paths: [
        'input.requirements.0.requiredLevel',
        'input.requirements.1.requiredLevel',
        'input.requirements.1.weight',
      ],
    });
    const forDirectors = { leadershipLevelId: director.id };
    expect(
      await of(
        need(pricing, 1),
        need(pricing, 2, forDirectors),
        need(pricing, 3),
        need(pricing, 4, forDirectors),
      ),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      paths: ['input.requirements.2', 'input.requirements.3'],
    });
  });

  it('cannot leave what is approved without requirements', async () => {
    expect(await refusal(world.editor.require(await approved(), []))).toMatchObject({
      code: 'INVALID_INPUT',
      paths: ['input.requirements'],
    });
  });

  it('that names an owner who is not there or not ours is refused by path', async () => {
    const { editor } = world;
    const stranger = await (await program.organization()).person('Ana Duarte');
    const draft = await editor.create('Draft');
    const refused = { code: 'NOT_FOUND', message: expect.stringContaining('input.ownerId') };
    for (const ownerId of [stranger.personId, crypto.randomUUID(), 'nobody']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusal(editor.create('Grow', { ownerId }))).toMatchObject(refused);
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusal(editor.revise(draft, { ownerId }))).toMatchObject(refused);
    }
  });

  it('that names a strategy, a capability or a level that is not there or not ours is refused by path', async () => {
    const { editor, pricing, selling } = world;
    const elsewhere = await program.organization();
    const [capability, level] = [await elsewhere.capability('pricing'), await elsewhere.level()];
    const draft = await editor.create('Grow');
    const refused = await refusal(
      editor.require(draft, [
        need(pricing, 1),
        need(capability, 1),
        need(selling, 1, { capabilityId: 'none' }),
        need(selling, 1, { leadershipLevelId: level.id }),
      ]),
    );
    expect(refused).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(
        /requirements\.1\.capabilityId.*requirements\.2\.capabilityId.*requirements\.3\.leadershipLevelId/,
      ),
    });
    for (const id of ["1' OR '1'='1", crypto.randomUUID()]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusal(editor.require({ id, version: 1 }, []))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
