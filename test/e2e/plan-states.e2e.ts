import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TestExecutive } from '../support/organization.js';
import { ADD, PlanWorld, RECORD, SET } from '../support/plan-world.js';

type Status = 'DRAFT' | 'WAITING_FOR_REVIEW' | 'ACTIVE' | 'COMPLETED';

/** What the product is expected to be, in as few words as will do. */
interface Model {
  status: Status;
  version: number;
  goals: { title: string; state: 'ACTIVE' | 'WAITING' | 'CLOSED'; actions: number; proven: boolean }[];
  history: string[];
}

interface Real {
  readonly world: PlanWorld;
  readonly executive: TestExecutive;
  readonly planId: string;
}

const MOVES = {
  submitPlan: ['DRAFT', 'WAITING_FOR_REVIEW', 'SUBMITTED'],
  approvePlan: ['WAITING_FOR_REVIEW', 'ACTIVE', 'APPROVED'],
  returnPlan: ['WAITING_FOR_REVIEW', 'DRAFT', 'RETURNED'],
  completePlan: ['ACTIVE', 'COMPLETED', 'COMPLETED'],
} as const;

function settle(goals: Model['goals']): void {
  let active = 0;
  for (const goal of goals)
    if (goal.state !== 'CLOSED') goal.state = (active += 1) <= 3 ? 'ACTIVE' : 'WAITING';
}

/** Reads the plan and compares all of it with the model. */
async function expectSame({ goals, ...model }: Model, { world, executive }: Real): Promise<any> {
  const plan = await world.planOf(executive);
  const seen = {
    status: plan.status,
    version: plan.version,
    history: plan.history.map(({ act }: any) => act),
  };
  expect(seen).toEqual(model);
  expect(plan.goals.map(({ title, state, actions }: any) => [title, state, actions.length])).toEqual(
    goals.map(({ title, state, actions }) => [title, state, actions]),
  );
  return plan;
}

type Command = fc.AsyncCommand<Model, Real>;
const command = (name: string, run: Command['run']): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

function refusalOf(
  { status, goals }: Model,
  name: keyof typeof MOVES,
  who: 'executive' | 'manager',
  stale: boolean,
): string | null {
  if (who === 'executive' && (name === 'approvePlan' || name === 'returnPlan')) return 'FORBIDDEN';
  if (name === 'submitPlan' && goals.length === 0) return 'INVALID_INPUT';
  return status !== MOVES[name][0] || stale ? 'CONFLICT' : null;
}

const move = (name: keyof typeof MOVES, who: 'executive' | 'manager', stale: boolean): Command =>
  command(`${name} by ${who}${stale ? ', stale' : ''}`, async (model, real) => {
    const [, to, act] = MOVES[name];
    const token = who === 'executive' ? real.executive.token : real.world.parts.manager.token;
    const at = { id: real.planId, version: model.version - (stale ? 1 : 0) };
    const { codes } = await real.world.move(token, name, at, name === 'returnPlan' ? 'Not yet' : undefined);
    const refusal = refusalOf(model, name, who, stale);
    expect(codes).toEqual(refusal ? [refusal] : []);
    if (!refusal) {
      model.status = to;
      model.version += 1;
      model.history.push(act);
    }
    await expectSame(model, real);
  });

const setGoals = (titles: readonly string[]): Command =>
  command(`set ${titles.join()}`, async (model, real) => {
    const before = await real.world.planOf(real.executive);
    const goals = titles.map((title) => {
      const known = before.goals.find((goal: any) => goal.title === title);
      return { title, ...(known && { id: known.id }) };
    });
    const variables = { planId: real.planId, v: model.version, goals };
    const { codes } = await real.world.parts.program.as(real.executive.token, SET, variables);
    const allowed = model.status === 'DRAFT' || model.status === 'ACTIVE';
    expect(codes).toEqual(allowed ? [] : ['CONFLICT']);
    if (allowed) {
      const listed = titles.map(
        (title) =>
          model.goals.find((goal) => goal.title === title) ??
          ({ title, state: 'WAITING', actions: 0, proven: false } as const),
      );
      const kept = model.goals.filter(({ title, proven }) => proven && !titles.includes(title));
      model.goals = [...listed, ...kept].map((goal) => ({ ...goal }));
      settle(model.goals);
      model.version += 1;
      model.history.push('GOALS_SET');
    }
    await expectSame(model, real);
  });

const addAction = (which: number): Command =>
  command(`add an action to goal ${which}`, async (model, real) => {
    const plan = await expectSame(model, real);
    const goal = model.goals[which];
    if (!goal) return;
    const variables = { goalId: plan.goals[which].id, kind: 'EXPOSURE', title: 'Ask' };
    const { codes } = await real.world.parts.program.as(real.executive.token, ADD, variables);
    const allowed = (model.status === 'DRAFT' || model.status === 'ACTIVE') && goal.state !== 'CLOSED';
    expect(codes).toEqual(allowed ? [] : ['CONFLICT']);
    if (allowed) goal.actions += 1;
    await expectSame(model, real);
  });

const record = (which: number, evidence: string | null): Command =>
  command(`record ${evidence} for goal ${which}`, async (model, real) => {
    const plan = await expectSame(model, real);
    const goal = model.goals[which];
    if (!goal || goal.actions === 0) return;
    const variables = { actionId: plan.goals[which].actions[0].id, status: 'DONE', evidence };
    const { codes } = await real.world.parts.program.as(real.executive.token, RECORD, variables);
    const allowed = model.status !== 'COMPLETED';
    expect(codes).toEqual(allowed ? [] : ['CONFLICT']);
    if (allowed && evidence) goal.proven = true;
    await expectSame(model, real);
  });

const close = (which: number): Command =>
  command(`close goal ${which}`, async (model, real) => {
    const plan = await expectSame(model, real);
    const goal = model.goals[which];
    if (!goal) return;
    const document = 'mutation Close($id: ID!) { closePlanGoal(goalId: $id) { id } }';
    const { codes } = await real.world.parts.program.as(real.executive.token, document, {
      id: plan.goals[which].id,
    });
    const allowed = model.status === 'ACTIVE' && goal.state !== 'CLOSED';
    expect(codes).toEqual(allowed ? [] : ['CONFLICT']);
    if (allowed) {
      goal.state = 'CLOSED';
      settle(model.goals);
      model.version += 1;
      model.history.push('GOAL_CLOSED');
    }
    await expectSame(model, real);
  });

const goalNumber = fc.nat({ max: 4 });
const commands = fc.commands(
  [
    fc
      .tuple(
        fc.constantFrom('submitPlan', 'completePlan', 'submitPlan'),
        fc.boolean().filter((stale) => !stale),
      )
      .map(([name, stale]) => move(name as 'submitPlan', 'executive', stale)),
    fc
      .constantFrom('approvePlan' as const, 'returnPlan' as const)
      .map((name) => move(name, 'manager', false)),
    fc
      .tuple(
        fc.constantFrom(
          'submitPlan' as const,
          'approvePlan' as const,
          'returnPlan' as const,
          'completePlan' as const,
        ),
        fc.constantFrom('executive' as const, 'manager' as const),
        fc.boolean(),
      )
      .map(([name, who, stale]) => move(name, who, stale)),
    fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { maxLength: 5 }).map(setGoals),
    goalNumber.map(addAction),
    fc.tuple(goalNumber, fc.constantFrom('Seen', null)).map(([which, evidence]) => record(which, evidence)),
    goalNumber.map(close),
  ],
  { maxCommands: 20, size: 'max' },
);

describe('the states of a plan', () => {
  let world: PlanWorld;
  beforeAll(async () => {
    world = await PlanWorld.start();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('are those of a small model, whatever is done in whatever order by whom', async () => {
    const tried = fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const { org, unit, level, manager } = world.parts;
        const executive = await org.executive(`Person ${crypto.randomUUID()}`, { unit, level, manager });
        const { id: planId } = await world.started(executive);
        const setup = () => ({
          model: { status: 'DRAFT', version: 1, goals: [], history: ['STARTED'] } satisfies Model as Model,
          real: { world, executive, planId },
        });
        await fc.asyncModelRun(setup, sequence);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    await expect(tried).resolves.toBeUndefined();
  }, 120_000);
});
