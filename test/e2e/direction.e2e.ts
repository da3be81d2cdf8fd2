import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { AuditEntry } from '@alidade/database';
import { dayFromToday, DirectionEditor, directionWorld, need, refusal } from '../support/direction.js';
import { STRATEGIES, STRATEGY } from '../support/direction.js';
import type { DirectionWorld } from '../support/direction.js';
import { Program } from '../support/program.js';

const EVERYTHING = `{
  strategies {
    title
    owner { name }
    requirements { capability { code parent { code } anchors { level } } leadershipLevel { name } strategy { title } }
    then: requirements(asOf: "2025-01-01") { requiredLevel }
    versions { approvedBy { name } requirements { requiredLevel } }
  }
}`;

const OF_TWO_DAYS = /* GraphQL */ `
  {
    strategies(status: APPROVED) {
      earlier: requirements(asOf: "2025-05-31") {
        strategy {
          weight
        }
      }
      later: requirements(asOf: "2025-06-01") {
        strategy {
          weight
        }
      }
    }
  }
`;

describe('a statement of direction', () => {
  let program: Program;
  let world: DirectionWorld;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    world = await directionWorld(program);
  });

  const titles = async (token: string, asked: object = {}): Promise<string[]> => {
    const { data } = await program.as(token, STRATEGIES, asked);
    return data.strategies.map(({ title }: any) => title);
  };
  const codesOf = async (token: string, variables: object): Promise<string[]> =>
    (await program.as(token, STRATEGY, variables)).codes;
  const approved = (title: string, more: object = {}) =>
    world.editor.approved(title, [need(world.pricing, 4)], more);

  describe('begins', () => {
    it('as a strategy, a value or a vision, with an owner, a weight and requirements', async () => {
      const { org, editor, pricing, selling, president } = world;
      const { personId } = await org.person('Ana Duarte');
      const more = { kind: 'VALUE', weight: 2.5, ownerId: personId, effectiveFrom: '2025-01-01' };
      const draft = await editor.create('Candor', more);
      await editor.create('Be first', { kind: 'VISION', weight: 1 });
      await editor.create('Grow', { weight: 2 });
      const { version } = await editor.require(draft, [
        need(selling, 3.5, { leadershipLevelId: president.id, weight: 2, critical: true }),
        need(pricing, 2),
      ]);
      expect(await editor.read(draft)).toMatchObject({
        kind: 'VALUE',
        title: 'Candor',
        narrative: 'Why Candor.',
        weight: 2.5,
        status: 'DRAFT',
        version,
        effectiveFrom: '2025-01-01',
        owner: { name: 'Ana Duarte' },
        requirements: [
          {
            capability: { code: 'pricing' },
            leadershipLevel: null,
            requiredLevel: 2,
            weight: 1,
            critical: false,
            strategy: { id: draft.id },
          },
          {
            capability: { code: 'selling' },
            leadershipLevel: { name: 'President' },
            requiredLevel: 3.5,
            weight: 2,
            critical: true,
          },
        ],
        versions: [{ number: 1, state: 'DRAFT', approvedAt: null, approvedBy: null }],
      });
      expect(await titles(editor.token)).toEqual(['Candor', 'Grow', 'Be first']);
      expect(await titles(editor.token, { kinds: ['STRATEGY', 'VISION'] })).toEqual(['Grow', 'Be first']);
    });

    it('to count when it is approved: not without a requirement, and only once', async () => {
      const { editor, pricing } = world;
      const draft = await editor.create('Grow');
      expect(await refusal(editor.approve(draft))).toMatchObject({ code: 'INVALID_INPUT' });
      const approval = await editor.approve(await editor.require(draft, [need(pricing, 4)]));
      expect(await refusal(editor.approve(approval))).toMatchObject({ code: 'CONFLICT' });
    });

    it('without a beginning, or on the day that was planned', async () => {
      const { editor } = world;
      const [ever, planned] = [await approved('A'), await approved('B', { effectiveFrom: '2025-03-01' })];
      expect(await editor.days(ever)).toEqual([[1, 'IN_FORCE', null, null]]);
      expect(await editor.days(planned)).toEqual([[1, 'IN_FORCE', '2025-03-01', null]]);
      expect(await editor.required(ever, { asOf: '1999-01-01' })).toHaveLength(1);
      expect(await editor.required(planned, { asOf: '2025-02-28' })).toEqual([]);
      expect(await editor.required(planned, { asOf: '2025-03-01' })).toHaveLength(1);
    });

    it('by somebody who is named with the time', async () => {
      const { org, pricing } = world;
      const lead = await org.token(await org.person('Rui Melo', [GrantableRole.Designer]));
      const editor = new DirectionEditor(program, lead);
      const { versions } = await editor.read(await editor.approved('Grow', [need(pricing, 4)]));
      expect(versions).toMatchObject([
        { approvedBy: { name: 'Rui Melo' }, approvedAt: expect.stringMatching(/Z$/) },
      ]);
    });

    it('unseen by those who do not edit the direction, until it is approved', async () => {
      const { editor, reader, pricing } = world;
      const draft = await editor.create('Secret');
      await approved('Grow');
      expect(await titles(reader)).toEqual(['Grow']);
      expect(await titles(editor.token)).toEqual(['Grow', 'Secret']);
      expect(await codesOf(reader, { id: draft.id })).toEqual(['NOT_FOUND']);
      await editor.approve(await editor.require(draft, [need(pricing, 2)]));
      expect(await titles(reader)).toEqual(['Grow', 'Secret']);
      expect(await codesOf(reader, { id: draft.id })).toEqual([]);
    });
  });

  describe('is read', () => {
    it('by leadership level: the requirement for the level replaces the one for all', async () => {
      const { editor, pricing, selling, director, president } = world;
      const grow = await editor.approved('Grow', [
        need(pricing, 3),
        need(pricing, 5, { leadershipLevelId: president.id }),
        need(selling, 2, { leadershipLevelId: director.id }),
      ]);
      expect(await editor.required(grow)).toEqual([
        ['pricing', 3, undefined],
        ['pricing', 5, 'President'],
        ['selling', 2, 'Director'],
      ]);
      for (const asOf of [undefined, dayFromToday(0)]) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await editor.required(grow, { asOf, level: president.id })).toEqual([
          ['pricing', 5, 'President'],
        ]);
        // oxlint-disable-next-line no-await-in-loop
        expect(await editor.required(grow, { asOf, level: director.id })).toEqual([
          ['pricing', 3, undefined],
          ['selling', 2, 'Director'],
        ]);
      }
      const foreign = await (await program.organization()).level();
      for (const level of [foreign.id, 'no id']) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await codesOf(editor.token, { id: grow.id, level })).toEqual(['NOT_FOUND']);
      }
    });

    it('as it stood on a past day, with the weight and the words of that day', async () => {
      const { editor } = world;
      await editor.retire(await approved('Old', { weight: 9, effectiveFrom: '2024-01-01' }), '2025-01-01');
      const grow = await approved('Grow', { effectiveFrom: '2024-06-01' });
      await editor.revise(grow, { weight: 5, narrative: 'More.', effectiveFrom: '2025-06-01' });
      await editor.create('Not yet');
      const on = (asOf: string) => titles(editor.token, { asOf });
      expect(await on('2023-12-31')).toEqual([]);
      expect(await on('2024-12-31')).toEqual(['Old', 'Grow']);
      expect(await on('2025-01-01')).toEqual(['Grow']);
      expect(await editor.ask(STRATEGIES, { asOf: '2025-05-31' })).toMatchObject([
        {
          weight: 1,
          narrative: 'Why Grow.',
          effectiveFrom: '2024-06-01',
          requirements: [{ strategy: { weight: 1 } }],
        },
      ]);
      expect(await editor.ask(OF_TWO_DAYS)).toEqual([
        { earlier: [{ strategy: { weight: 1 } }], later: [{ strategy: { weight: 5 } }] },
      ]);
      expect(await editor.ask(STRATEGIES, { status: 'APPROVED' })).toMatchObject([
        {
          weight: 5,
          narrative: 'More.',
          effectiveFrom: '2025-06-01',
          requirements: [{ strategy: { weight: 5 } }],
        },
      ]);
      expect(await titles(editor.token, { status: 'RETIRED' })).toEqual(['Old']);
      expect(await titles(editor.token, { status: 'DRAFT' })).toEqual(['Not yet']);
    });

    it('in as many statements of SQL for fifty as for one', async () => {
      const { org, reader, pricing, selling, director } = world;
      const statements = () => program.countQueries(() => program.as(reader, EVERYTHING));
      await approved('First', { ownerId: (await org.person('Ana Duarte')).personId });
      const one = await statements();
      for (let i = 0; i < 49; i += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await org.strategy(`Strategy ${i}`, [
          [pricing, 3],
          [selling, 4, { level: director }],
        ]);
      }
      expect(await statements()).toBe(one);
      expect((await program.as(reader, EVERYTHING)).data.strategies).toHaveLength(50);
    });
  });

  describe('ends', () => {
    it('today or on the day named, and keeps the days before', async () => {
      const { editor, reader } = world;
      const [now, then] = [await approved('Now'), await approved('Then')];
      expect(await editor.retire(now)).toMatchObject({ status: 'RETIRED', version: now.version + 1 });
      await editor.retire(then, '2025-01-01');
      expect(await editor.days(now)).toEqual([[1, 'ENDED', null, dayFromToday(0)]]);
      expect(await editor.required(now, { asOf: dayFromToday(-1) })).toHaveLength(1);
      expect(await editor.required(now, { asOf: dayFromToday(0) })).toEqual([]);
      expect(await editor.days(then)).toEqual([[1, 'ENDED', null, '2025-01-01']]);
      expect(await titles(reader)).toEqual(['Now', 'Then']);
    });

    it('with what was still to come', async () => {
      const { editor, pricing } = world;
      const later = { effectiveFrom: dayFromToday(9) };
      await editor.retire(await editor.require(await approved('Grow'), [need(pricing, 5)], later));
      const [{ id }] = await editor.ask('{ strategies { id } }');
      expect(await editor.days({ id })).toEqual([
        [1, 'ENDED', null, dayFromToday(0)],
        [2, 'REPLACED', dayFromToday(9), dayFromToday(9)],
      ]);
    });

    it('not before it began, and on its first day as if it had never been', async () => {
      const { editor } = world;
      const grow = await approved('Grow', { effectiveFrom: '2025-03-01' });
      expect(await refusal(editor.retire(grow, '2025-02-28'))).toMatchObject({
        code: 'INVALID_INPUT',
        paths: ['on'],
      });
      await editor.retire(grow, '2025-03-01');
      expect(await editor.days(grow)).toEqual([[1, 'REPLACED', '2025-03-01', '2025-03-01']]);
    });

    it('for good', async () => {
      const { editor, pricing } = world;
      const retired = await editor.retire(await approved('Grow'));
      const writes = [
        editor.require(retired, [need(pricing, 5)]),
        editor.revise(retired, { weight: 2 }),
        editor.approve(retired),
        editor.retire(retired),
        editor.delete(retired),
      ];
      for (const outcome of await Promise.all(writes.map(refusal)))
        expect(outcome).toMatchObject({ code: 'CONFLICT' });
    });

    it('as a draft by being deleted, and only as a draft', async () => {
      const { editor, pricing } = world;
      const created = await editor.create('Draft');
      const draft = await editor.require(created, [need(pricing, 4)]);
      expect(await refusal(editor.retire(draft))).toMatchObject({ code: 'CONFLICT' });
      expect(await refusal(editor.delete(created))).toMatchObject({ code: 'CONFLICT' });
      expect(await editor.delete(draft)).toBe(draft.id);
      expect(await codesOf(editor.token, { id: draft.id })).toEqual(['NOT_FOUND']);
      expect(await refusal(editor.delete(await approved('Grow')))).toMatchObject({ code: 'CONFLICT' });
    });
  });

  it('leaves a trail of who approved, changed and retired it, and from which day', async () => {
    const { org, pricing } = world;
    const { organizationId, personId } = await org.person('Rui Melo', [GrantableRole.Designer]);
    const editor = new DirectionEditor(program, await org.token({ organizationId, personId }));
    const grow = await editor.approved('Grow', [need(pricing, 4)]);
    const changed = await editor.require(grow, [need(pricing, 5)], { effectiveFrom: '2025-01-01' });
    await editor.retire(changed, '2025-06-01');
    const where = { organizationId, subjectId: grow.id };
    const entries = await org.within((tx) => tx.find(AuditEntry, { where, order: { recordedAt: 'ASC' } }));
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['REQUIREMENTS_SET', { version: 1 }],
      ['STRATEGY_APPROVED', { version: 1, from: '-infinity' }],
      ['REQUIREMENTS_SET', { version: 2, from: '2025-01-01' }],
      ['STRATEGY_RETIRED', { from: '2025-06-01' }],
    ]);
    expect(new Set(entries.map(({ actorId }) => actorId))).toEqual(new Set([personId]));
  });
});
